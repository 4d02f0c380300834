// A duty swap at the page: asked, agreed, approved in the team's channel with a power cut in the middle, and taken back.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Bot } from "./bot.mjs";
import { Channel } from "./channel.mjs";
import { Chat } from "./chat.mjs";
import { Person } from "./person.mjs";

const readers = [
  { tag: "zh-CN", page: "zh", language: "chinese", asker: "zhangsan", leader: "chenmou", bind: "绑定", bound: "就是这里了", swap: "换班", mine: "我的班", who: "请谁来上", agreed: "等领导批准", done: "换好了", undone: "已撤回", week: "看这一周", ifSwapped: "换了以后", type: "本周", weekOf: "的一周" },
  { tag: "en", page: "en", language: "english", asker: "ben", leader: "lena", bind: "bind", bound: "This is now the channel", swap: "swap", mine: "My duties", who: "Who could take it", agreed: "Waiting for approval", done: "Swapped", undone: "Taken back", week: "The week", ifSwapped: "if swapped", type: "week", weekOf: "The week of" },
];

for (const reader of readers) {
  describe(`A duty swap in ${reader.tag}`, () => {
    let bot, chat, asker, colleague, channel;

    /** Shows the asker's chat, the colleague's once there is one, and the channel as somebody sees it. */
    const show = async (as) => {
      const { people, teams } = await bot.get("/chat/api/people");
      const team = teams.find((each) => each.id === "hall");
      const panes = [reader.asker, colleague?.id].filter(Boolean).map((id) => `&pane=${id}`).join("");
      // Only a new address loads the page anew.
      await chat.page.goto("about:blank");
      await chat.page.goto(`${bot.address}/#lang=${reader.page}${panes}&pane=@hall:${as}`);
      asker = new Person(chat, people.find((each) => each.id === reader.asker));
      colleague = colleague && new Person(chat, people.find((each) => each.id === colleague.id));
      channel = new Channel(chat, { id: as, name: team.name, conversation: team.conversation });
      await asker.cards.first().waitFor();
    };

    /** The colleague reads in a language of their own. */
    const inTheirs = () => readers.find((each) => each.language === colleague.language);

    before(async () => {
      bot = await Bot.start();
      chat = await Chat.open(bot);
      await show(reader.leader);
      await channel.mentions(reader.bind);
      await channel.reads(reader.bound);
    });

    after(async () => {
      await chat?.close();
      await bot?.remove();
    });

    test("The asker sees the own duties, and who of the colleagues could take one", async () => {
      await asker.say(reader.swap);
      await asker.reads(reader.mine);
      const duties = await asker.cards.last().locator("#shift option, select#shift option").count();
      for (let duty = 1; duty < duties && !colleague; duty++) {
        await asker.pick("shift", duty);
        await asker.press("swap.ask");
        await asker.cards.last().filter({ hasText: reader.who }).waitFor();
        const able = asker.cards.last().locator("#colleague option, select#colleague option");
        if ((await able.count()) > 1) colleague = { id: await able.nth(1).getAttribute("value") };
        else await asker.say(reader.swap);
      }
      assert.ok(colleague, "somebody could take one of the duties");
      await asker.pick("colleague", colleague.id);
      await asker.press("swap.ask");
      await asker.cards.last().locator("#theirShift").waitFor();
    });

    test("The colleague is asked and agrees; a double click agrees once", async () => {
      await asker.press("swap.ask");
      await asker.sees("swap.cancel", "");
      await show(reader.leader);
      await colleague.press("swap.accept", 0, { twice: true });
      await channel.reads(reader.agreed);
      await asker.reads(reader.agreed);
    });

    test("The week opens on the channel's card, as it is and as it would be, and typed in the channel it comes for everybody", async () => {
      await show(reader.asker);
      const then = channel.cards.filter({ hasText: reader.agreed }).last().getByText(reader.ifSwapped).first();
      await then.waitFor({ state: "hidden" });
      await channel.unfold(reader.week);
      await then.waitFor();
      await channel.mentions(reader.type);
      await channel.reads(reader.weekOf, asker.name, colleague.name);
      await asker.say(reader.type);
      await asker.reads(reader.weekOf, asker.name, colleague.name);
    });

    test("The asker presses in the channel and decides nothing", async () => {
      await channel.press("swap.view");
      await channel.pane.locator('button[data-verb="swap.approve"]').waitFor({ state: "detached" });
      assert.equal(await asker.buttons("swap.approve").count(), 0);
    });

    test("After a power cut a leader's own view comes unasked, with everything to be ticked; the leader approves and both are told", async () => {
      await show(reader.leader);
      await chat.powerCut();
      await channel.cardWith("swap.approve").waitFor();
      const seen = channel.cardWith("swap.approve").locator('input[type="checkbox"]');
      for (let i = 0; i < (await seen.count()); i++) await seen.nth(i).check();
      await channel.press("swap.approve");
      await asker.reads(reader.done);
      await colleague.reads(inTheirs().done);
      await channel.reads(reader.done);
      const { entries } = await bot.get(`/chat/api/conversations/${encodeURIComponent(channel.conversation)}`);
      assert.equal(entries.filter((entry) => !entry.deleted && JSON.stringify(entry.activity).includes(reader.done)).length, 1);
    });

    test("A leader takes it back and both are told", async () => {
      await channel.press("swap.undo");
      await asker.reads(reader.undone);
      await colleague.reads(inTheirs().undone);
      await channel.reads(reader.undone);
    });

    test("The page made no fault", () => assert.deepEqual(chat.faults, []));
  });
}
