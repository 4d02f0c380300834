// A team's channel on the page: a leader binds it, and a card there shows whoever it names a view of their own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Bot } from "./bot.mjs";
import { Chat } from "./chat.mjs";
import { Channel } from "./channel.mjs";

const readers = [
  { tag: "zh-CN", page: "zh", leader: "chenmou", staff: "zhangsan", bind: "绑定", refused: "由班组的值班领导", bound: "就是这里了", help: "我能帮你做这些" },
  { tag: "en", page: "en", leader: "lena", staff: "ann", bind: "bind", refused: "bound by its duty leader", bound: "This is now the channel", help: "What I can do for you" },
];

for (const reader of readers) {
  describe(`A team's channel in ${reader.tag}`, () => {
    let bot, chat, leader, staff;

    before(async () => {
      bot = await Bot.start();
      chat = await Chat.open(bot);
      [leader, staff] = await Channel.show(chat, reader.page, "hall", reader.leader, reader.staff);
    });

    after(async () => {
      await chat?.close();
      await bot?.remove();
    });

    test("Who leads no team reads kindly who can bind it", async () => {
      await staff.mentions(reader.bind);
      await staff.reads(reader.refused);
    });

    test("A leader binds it, and everybody there reads that it is bound", async () => {
      await leader.mentions(reader.bind);
      await leader.reads(reader.bound);
      await staff.reads(reader.bound);
    });

    test("A card shows whoever it names a view of their own, and the others what it says to everybody", async () => {
      const card = await leader.post("EVERYBODY", reader.leader);
      await leader.reads(reader.help);
      await staff.reads("EVERYBODY");
      assert.equal(await leader.cards.filter({ hasText: "EVERYBODY" }).count(), 0);
      assert.equal(await staff.cards.filter({ hasText: reader.help }).count(), 0);

      const asked = leader.asks();
      await leader.update(card, "ANEW", reader.leader);
      await staff.reads("ANEW");
      await asked;
      await leader.reads(reader.help);
      assert.equal(await staff.cards.filter({ hasText: reader.help }).count(), 0);
    });

    test("The page made no fault", () => assert.deepEqual(chat.faults, []));
  });
}
