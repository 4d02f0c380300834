// The story of the README, clicked through in a browser: once by people who read Chinese, once by people who read English.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Bot } from "./bot.mjs";
import { Chat } from "./chat.mjs";
import { Hall } from "./hall.mjs";
import { byKeyboard } from "./keyboard.mjs";

const readers = [
  // In the afternoon and in the evening the leader who is asked first reads the language of the person.
  { tag: "zh-CN", page: "zh", language: "chinese", hour: 16, typed: ["压力 3", "很好", "0", "歇过", "先不用"], send: "提交", person: "找人", mood: "很好" },
  { tag: "en", page: "en", language: "english", hour: 20, typed: ["stress 3", "good", "0", "yes", "nobody"], send: "send", person: "person", mood: "Good" },
];

for (const reader of readers) {
  describe(`The story in ${reader.tag}`, () => {
    const line = "tomorrow: back office";
    let bot, chat, hall, end, person, typist, leader;

    before(async () => {
      bot = await Bot.start();
      chat = await Chat.open(bot);
      hall = await Hall.of(bot);
      end = hall.end(reader.hour, reader.language);
    });

    after(async () => {
      await chat?.close();
      await bot?.remove();
    });

    test("Who agrees is asked at the shift's end, who does not is not", async () => {
      const [first, second, third] = await chat.show(reader.page, ...end.two, end.other);
      await first.agree("checkin", "escalation");
      await second.agree("checkin");
      await third.press("consent.withdraw");
      await chat.toShiftEnd(end.at);
      await first.buttons("checkin.answer").waitFor();
      await second.buttons("checkin.answer").waitFor();
      assert.equal(await hall.buttons(end.other, "checkin.answer"), 0);
    });

    test("A check-in answered by keyboard alone is a receipt, and nobody is told", async () => {
      const [, second] = await chat.show(reader.page, ...end.two);
      await byKeyboard(second, { stress: 5, mood: 3 }, "checkin.answer");
      await second.buttons("checkin.edit").waitFor();
      for (const each of hall.people.filter((one) => one.roles.includes("leader"))) assert.equal(await hall.buttons(each, "escalation.take"), 0);
    });

    test("A five sent by a double click is one receipt and one card of the duty leader", async () => {
      [person] = await chat.show(reader.page, end.two[0]);
      await person.choose("stress", 5);
      await person.choose("hostile", 2);
      await person.press("checkin.answer", 0, { twice: true });
      await person.buttons("checkin.edit").waitFor();
      await person.buttons("escalation.otherRoute").waitFor();
      const asked = await hall.asked("leader", "escalation.take");
      assert.equal(asked.language, reader.language);
      [person, leader] = await chat.show(reader.page, end.two[0], asked);
      assert.equal(await leader.buttons("escalation.take").count(), 1);
      assert.equal(await person.buttons("checkin.edit").count(), 1);
      await leader.sees("escalation.take", person.name);
      await person.sees("escalation.otherRoute", leader.name);
    });

    test("The leader takes it, and the person reads who has it", async () => {
      await person.hears(leader.name, () => leader.press("escalation.take", 0, { twice: true }));
      await leader.buttons("escalation.resolve").waitFor();
      assert.equal(await leader.buttons("escalation.take").count(), 0);
    });

    test("The power fails and comes back, and everything goes on where it was", async () => {
      await chat.powerCut();
      await person.hears(leader.name, () => resolve("talked"));
    });

    test("Asked whether it helped, the person says not yet, and the leader has it again with its history", async () => {
      await visit();
      await person.press("escalation.returnVisit", 1);
      await leader.sees("escalation.take", person.name);
      await leader.sees("escalation.take", line);
    });

    test("Taken and settled a second time, it helped, and the leader is told", async () => {
      await leader.press("escalation.take");
      await resolve("break");
      await person.buttons("escalation.returnVisit").first().waitFor({ state: "hidden" });
      assert.equal(await hall.buttons(end.two[0], "escalation.returnVisit"), 0, "asked before the time that was said");
      await visit();
      await person.press("escalation.returnVisit", 0);
      await person.buttons("escalation.otherRoute").first().waitFor({ state: "hidden" });
      await leader.buttons("escalation.resolve").first().waitFor({ state: "hidden" });
      assert.equal(await hall.buttons(leader, "escalation.take"), 0);
    });

    test("A check-in is answered by typing", async () => {
      [typist] = await chat.show(reader.page, hall.staff(reader.language, ...end.two));
      await typist.say(reader.tag === "en" ? "check in" : "签到");
      await typist.buttons("checkin.answer").last().waitFor();
      for (const words of reader.typed) await typist.say(words);
      await typist.say(reader.send);
      await typist.sees("checkin.edit", reader.mood);
    });

    test("Who needs a person now reads the numbers first, then a counsellor is asked and no leader", async () => {
      await typist.press("help.person");
      await typist.reads("120", "110", "12356");
      await typist.say(reader.person);
      await typist.press("help.person");
      const asked = await hall.asked("counsellor", "escalation.take");
      for (const each of hall.people.filter((one) => one.roles.includes("leader") || one.roles.includes("hallLeader"))) assert.equal(await hall.buttons(each, "escalation.take"), 0);
      const [again, counsellor] = await chat.show(reader.page, typist, asked);
      await again.hears(counsellor.name, () => counsellor.press("escalation.take"));
      await counsellor.buttons("escalation.resolve").waitFor();
    });

    test("The page had no fault and asked nothing of the world outside", () => assert.deepEqual(chat.faults, []));

    async function resolve(done) {
      await leader.choose("done", done);
      await leader.pane.locator("#note:visible input, input#note:visible, #note:visible textarea").last().fill(line);
      await leader.press("escalation.resolve");
      await leader.buttons("escalation.resolve").last().waitFor({ state: "hidden" });
    }

    /** Moves the clock until the person is asked whether it helped. */
    async function visit() {
      await chat.hoursUntil(async () => (await hall.buttons(end.two[0], "escalation.returnVisit")) > 0);
      await person.buttons("escalation.returnVisit").last().waitFor();
    }
  });
}
