// Whoever cannot see, or cannot use a mouse, uses the page too: axe-core finds nothing on it, with cards of every kind, in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cardsOf } from "../cards/phone.mjs";
import { violations } from "./axe.mjs";
import { Bot } from "./bot.mjs";
import { Channel } from "./channel.mjs";
import { Chat } from "./chat.mjs";
import { oneOfEachKind } from "./kinds.mjs";
import { until } from "./until.mjs";

const readers = { zh: { tag: "zh-CN", id: "zhangsan", word: "帮助" }, en: { tag: "en", id: "ann", word: "help" } };
let bot, chat;

before(async () => {
  bot = await Bot.start();
  chat = await Chat.open(bot);
});

after(async () => {
  await chat?.close();
  await bot?.remove();
});

for (const [language, { tag, id, word }] of Object.entries(readers)) {
  test(`Nobody is kept out of the page in ${tag}`, async () => {
    const { people } = await bot.get("/chat/api/people");
    const person = people.find((each) => each.id === id);
    const [shown] = await chat.show(language, person);
    await shown.say(word);
    const cards = process.env.CHECKINBOT_AXE ? cardsOf(tag).filter(({ json }) => json.type === "AdaptiveCard") : oneOfEachKind(tag);
    assert.ok(cards.length >= 20);
    for (const { name, json } of cards) await send(person.conversation, { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: { ...json, refresh: undefined } }] }, name);
    await send(person.conversation, { type: "message", attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.consent", name: "my-data.json", content: { description: word, sizeInBytes: 4711, acceptContext: {}, declineContext: {} } }] }, "an offered file");
    await until(async () => (await shown.cards.count()) > cards.length, "every card is on the page", 60_000);
    // The page may speak another language than a card.
    assert.deepEqual(await shown.cards.evaluateAll((all) => [...new Set(all.map((card) => card.lang))]), [language]);
    // What unfolds is looked at too.
    await shown.pane.evaluate((pane) => pane.querySelectorAll('.card button[aria-expanded="false"]').forEach((button) => button.click()));
    assert.deepEqual(await violations(chat.page), []);
    await Channel.show(chat, language, "hall", id);
    await chat.page.locator(".composer").waitFor();
    assert.deepEqual(await violations(chat.page), []);
    assert.deepEqual(chat.faults, []);
  });
}

test("On a phone whatever is pressed is as high as a finger: 44 pixels", async () => {
  const context = await chat.browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`${bot.address}/#lang=en&pane=ann`);
  await page.locator(".card input").first().waitFor();
  const small = await page.evaluate(() => [...document.querySelectorAll("button, select, textarea, input, [role=button], [role=menuitem]")].flatMap((each) => {
    const higher = Math.max(each.getBoundingClientRect().height, ...[...(each.labels ?? [])].map((label) => label.getBoundingClientRect().height));
    return each.checkVisibility() && higher < 43.9 ? [`${each.tagName} ${each.type} ${each.className} ${each.id}: ${higher}`] : [];
  }));
  await context.close();
  assert.deepEqual(small, []);
});

async function send(conversation, activity, name) {
  const answer = await fetch(`${bot.address}/local/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(activity),
  });
  assert.ok(answer.ok, `${name}: ${answer.status}`);
}
