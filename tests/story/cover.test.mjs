// A cover and a call for reinforcement at the page: asked, taken, given back by the clock, with a power cut before the taking or after it; then nobody can, and the back office is called.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Bot } from "./bot.mjs";
import { Chat } from "./chat.mjs";
import { Hall } from "./hall.mjs";
import { until } from "./until.mjs";

const chinese = {
  page: "zh", cover: "顶班", coveredBy: "在顶，到", yours: "岗位归你了", giveBack: "可以交回了", thanks: "谢谢你顶了这一会儿", cannot: "现在没有人走得开", seen: "还没有人接",
  called: "已叫后台增援", comes: "正过来", over: "增援结束了",
};
const english = {
  page: "en", cover: "cover", coveredBy: "stands in until", yours: "your post is yours again", giveBack: "you can give it back", thanks: "Thank you for standing in", cannot: "Nobody can right now", seen: "nobody has taken it",
  called: "Reinforcement was called", comes: "Coming", over: "Reinforcement is over",
};

// The two are each other's B-role; all of them work on Wednesdays and Thursdays, Zhangsan with the same skill.
const stories = [
  { tag: "zh-CN", mine: chinese, theirs: english, ids: ["lisi", "ben", "zhangsan", "chenmou", "adam"], cut: "asked" },
  { tag: "en", mine: english, theirs: chinese, ids: ["ben", "lisi", "zhangsan", "lena", "adam"], cut: "taken" },
];

for (const { tag, mine, theirs, ids, cut } of stories) {
  describe(`A cover in ${tag}`, () => {
    let bot, chat, hall, asker, b, other, leader, office;

    const move = async (to) => {
      const answer = await fetch(`${bot.address}/dev/clock`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(to) });
      assert.ok(answer.ok, `the clock moves: ${answer.status}`);
    };

    /** Who has a button with which they could take it. */
    const asked = async () => {
      const found = [];
      for (const person of hall.people) if (await hall.buttons(person, "cover.take")) found.push(person.id);
      return found;
    };

    before(async () => {
      bot = await Bot.start();
      const noon = new Date(`${(await bot.get("/dev/clock")).now.slice(0, 10)}T05:00:00Z`);
      do noon.setUTCDate(noon.getUTCDate() + 1);
      while (![3, 4].includes(noon.getUTCDay()));
      await move({ now: noon.toISOString() });
      hall = await Hall.of(bot);
      chat = await Chat.open(bot);
      [asker, b, other, leader, office] = await chat.show(mine.page, ...ids.map((id) => hall.person(id)));
    });

    after(async () => {
      await chat?.close();
      await bot?.remove();
    });

    test(`Ten minutes: the B-role alone is asked first, and after a minute${cut === "asked" ? " and a power cut" : ""} a free colleague too`, async () => {
      await asker.say(mine.cover);
      await asker.press("cover.ask", 1, { twice: true });
      await b.cardWith("cover.take").waitFor();
      assert.deepEqual(await asked(), [b.id]);
      if (cut === "asked") await chat.powerCut();
      await move({ advance: "00:01:00" });
      await other.cardWith("cover.take").waitFor();
    });

    test("A double click takes it once; the asker and the leader see who, and nobody else is wanted", async () => {
      await b.press("cover.take", 0, { twice: true });
      await asker.reads(mine.coveredBy, b.name);
      await leader.reads(b.name, asker.name);
      assert.equal(await leader.buttons("cover.back").count(), 0);
      await hall.nobodyHas("cover.take");
    });

    test(`The clock tells both that the time is up${cut === "taken" ? ", also after a power cut" : ""}, and one tap gives the post back`, async () => {
      if (cut === "taken") await chat.powerCut();
      await move({ advance: "00:10:00" });
      await asker.reads(mine.yours);
      await b.reads(theirs.giveBack);
      await asker.press("cover.back", 0, { twice: true });
      await b.reads(theirs.thanks);
    });

    test("Nobody can: the asker and the leader read so, and whoever can after all still has a button", async () => {
      await asker.say(mine.cover);
      await asker.press("cover.ask", 1);
      await b.press("cover.back");
      await other.press("cover.back");
      await asker.reads(mine.cannot);
      await leader.reads(asker.name, mine.seen);
      await until(async () => (await asked()).length === 2, "both still have a button");
    });

    test("The leader's one tap calls the back office, and who called and who comes see each other", async () => {
      await leader.press("command");
      await leader.reads(mine.called);
      await office.press("cover.take", 0, { twice: true });
      await leader.reads(mine.comes, office.name);
      await leader.press("cover.back");
      await leader.reads(mine.over);
      await office.reads(english.over);
    });

    test("The page made no fault", () => assert.deepEqual(chat.faults, []));
  });
}
