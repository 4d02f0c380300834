// From the call for people to the reply, clicked through in a browser: once by people who read Chinese, once by people who read English.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Bot } from "./bot.mjs";
import { Chat } from "./chat.mjs";
import { Hall } from "./hall.mjs";

const readers = [
  {
    tag: "zh-CN", page: "zh", language: "chinese", report: "上报", sos: "紧急", kept: "存好了", attached: "附件", reply: "回复", refused: "先听听本人怎么说", step: "加一件要做的事",
    account: "他等了一小时，把本子扔过来。", causes: "清单没写清楚", action: "窗口装一个隔板", done: "装了隔板，保安站在大厅。",
  },
  {
    tag: "en", page: "en", language: "english", report: "report", sos: "sos", kept: "Kept with your report", attached: "Attached", reply: "Reply", refused: "signed their own statement", step: "Add a step",
    account: "He waited an hour and threw a folder.", causes: "The list was unclear", action: "Put up a screen", done: "A screen is up, and security stands in the hall.",
  },
];

for (const reader of readers) {
  describe(`A hostile visitor in ${reader.tag}`, () => {
    let bot, chat, hall, who, person, helper, reviewer, owner;

    before(async () => {
      bot = await Bot.start();
      chat = await Chat.open(bot);
      hall = await Hall.of(bot);
      who = hall.staff(reader.language);
    });

    after(async () => {
      await chat?.close();
      await bot?.remove();
    });

    test("Two hasty taps on SOS are one call, and taken back at once it was a mistake", async () => {
      [person] = await chat.show(reader.page, who);
      await person.press("incident.sos", 0, { twice: true });
      await person.buttons("incident.sos.safe").waitFor();
      await person.press("incident.sos.cancel");
      await person.buttons("incident.sos.safe").waitFor({ state: "hidden" });
      await hall.nobodyHas("incident.sos.take");
    });

    test("Security is called at once, goes, and the person reads who comes", async () => {
      await person.say(reader.sos);
      await person.press("incident.sos.confirm", 0, { twice: true });
      const called = await hall.asked("security", "incident.sos.take");
      [person, helper] = await chat.show(reader.page, who, called);
      await helper.sees("incident.sos.take", person.name);
      await helper.press("incident.sos.take", 0, { twice: true });
      await person.sees("incident.sos.safe", helper.name);
    });

    test("The person is safe, and nobody need come any more", async () => {
      await person.press("incident.sos.safe");
      await helper.buttons("incident.sos.safe").waitFor({ state: "hidden" });
      await person.buttons("incident.sos.safe").waitFor({ state: "hidden" });
      await hall.nobodyHas("incident.sos.take");
    });

    test("A report is begun, and the power fails and comes back", async () => {
      await person.say(reader.report);
      await person.tick("incident.report", "kinds", "objectThrown");
      await person.choose("injuries", "minor");
      await person.press("incident.report", 1);
      await person.buttons("incident.open").last().waitFor();
      await chat.powerCut();
      await person.press("incident.open");
      await person.buttons("incident.report").last().waitFor();
      assert.ok(await person.cardWith("incident.report").locator('#kinds input[value="objectThrown"]').isChecked());
    });

    test("A photo sent by keyboard goes with the report, and what is no photo does not", async () => {
      await person.attach("p.jpg", [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
      await person.messages.last().filter({ hasText: reader.kept }).waitFor();
      await person.attach("p2.jpg", [0x4d, 0x5a, 1, 2]);
      assert.equal(await person.messages.last().filter({ hasText: reader.kept }).count(), 0);
    });

    test("Sent as not over by a double click it is one report, one review, and a button that calls people", async () => {
      await person.choose("over", "false");
      await person.press("incident.report", 0, { twice: true });
      await person.reads("INC-", "-001");
      assert.equal(await person.cards.filter({ hasText: "-002" }).count(), 0);
      const receipt = person.cards.filter({ hasText: "INC-" });
      await receipt.filter({ hasText: reader.attached }).waitFor();
      await receipt.locator('button[data-verb="incident.sos"]').first().click();
      await person.press("incident.sos.cancel");
      await person.buttons("incident.sos.safe").waitFor({ state: "hidden" });
      const asked = await hall.asked("hallLeader", "incident.review.take");
      [person, reviewer] = await chat.show(reader.page, who, asked);
      if (asked.language !== reader.language) await reviewer.say(reader.language);
      assert.equal(await reviewer.cards.filter({ hasText: person.name }).count(), 0, "a name before it is taken");
    });

    test("Nobody finds attitude before the person has signed their own account", async () => {
      await reviewer.press("incident.review.take", 0, { twice: true });
      await reviewer.sees("incident.review", person.name);
      await find("serviceIssue");
      await reviewer.pane.getByText(reader.refused).waitFor();
      await person.write("statement", reader.account);
      await person.press("incident.statement", 1);
      await person.reads(reader.account);
      await reviewer.sees("incident.review", reader.account);
      await find("processIssue");
      await reviewer.cards.getByRole("button", { name: reader.reply, exact: true }).waitFor();
    });

    test("A step is done by one and checked by another, and its owner reads neither who nor what", async () => {
      const other = hall.people.find((each) => each.roles.includes("clerk"));
      await reviewer.unfold(reader.step);
      await reviewer.write("action", reader.action);
      await reviewer.pick("owner", other.id);
      await reviewer.pick("due", 1);
      await reviewer.press("incident.correct", 0, { twice: true });
      [person, reviewer, owner] = await chat.show(reader.page, who, reviewer, other);
      await owner.sees("incident.correct.done", reader.action);
      assert.equal(await owner.cards.filter({ hasText: reader.action }).filter({ hasText: person.name }).count(), 0);
      await owner.press("incident.correct.done", 0, { twice: true });
      await reviewer.press("incident.correct.check");
      await reviewer.buttons("incident.correct.check").first().waitFor({ state: "hidden" });
    });

    test("The reporter reads the reply once, and the review is closed", async () => {
      await reviewer.unfold(reader.reply);
      await reviewer.write("reply", reader.done);
      await reviewer.press("incident.reply", 0, { twice: true });
      await person.reads(reviewer.name, reader.done);
      assert.equal(await person.cards.filter({ hasText: reader.done }).count(), 1);
      await reviewer.reads(reader.done, reader.causes);
      for (const verb of ["incident.review", "incident.reply", "incident.correct"]) await hall.nobodyHas(verb);
    });

    test("The page had no fault and asked nothing of the world outside", () => assert.deepEqual(chat.faults, []));

    async function find(finding) {
      await reviewer.choose("finding", finding);
      await reviewer.write("causes", reader.causes);
      await reviewer.press("incident.review");
    }
  });
}
