// The roster from a spreadsheet: an administrator sends it, reads what would change, decides about a swap and imports; others cannot.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Bot } from "./bot.mjs";
import { Chat } from "./chat.mjs";
import { Hall } from "./hall.mjs";

const demo = fileURLToPath(new URL("../../org/demo", import.meta.url));
const heading = "id,person,team,post,start,end\n";

/** Two lines of a Chinese spreadsheet as it saves them unasked: the post of the second is 导办台 in GBK. */
const gbk = (holder) => Buffer.concat([Buffer.from(`${heading}n1,${holder},hall,,D+3T21:00,D+3T22:00\nn2,${holder},hall,`), Buffer.from([0xb5, 0xbc, 0xb0, 0xec, 0xcc, 0xa8]), Buffer.from(",D+4T21:00,D+4T22:00\n")]);

const readers = [
  {
    tag: "zh-CN", page: "zh", written: "zh-CN", holder: "zhangsan", other: "lisi", swap: "换班", ready: "可以导入", counts: "新增 2", done: "已经导入", faulty: "有 3 处", unknown: "不认识这个人 nobody", late: "结束不晚于开始", twice: "编号 f1 在第 4 行已经有了",
    conflict: "换班", choose: "先选一下", refused: "只有管理员能导入", same: "不用导入", strange: "没认出是哪张表",
  },
  {
    tag: "en", page: "en", written: "en", holder: "ben", other: "dan", swap: "swap", ready: "can be imported", counts: "2 new", done: "Imported", faulty: "3 faults", unknown: "unknown person nobody", late: "the end is not after the start", twice: "the id f1 stands on line 4 too",
    conflict: "swap", choose: "First choose", refused: "only be imported by an administrator", same: "so already", strange: "cannot tell which list",
  },
];

for (const reader of readers) {
  describe(`The roster from a spreadsheet in ${reader.tag}`, () => {
    let bot, chat, hall, folder, admin, holder;

    const shown = async (...people) => {
      await chat.page.goto("about:blank");
      return chat.show(reader.page, ...people);
    };

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "checkinbot-org-"));
      await cp(demo, folder, { recursive: true });
      const people = join(folder, "people.csv");
      await writeFile(people, (await readFile(people, "utf8")).replace(/^(adam,.*),en,support,/m, `$1,${reader.written},support,`));
      bot = await Bot.start({ Org__Folder: folder });
      chat = await Chat.open(bot);
      hall = await Hall.of(bot);
      [admin, holder] = await shown(hall.person("adam"), hall.person(reader.holder));
    });

    after(async () => {
      await chat?.close();
      await bot?.remove();
      await rm(folder, { recursive: true, force: true });
    });

    test("Somebody else's spreadsheet is refused kindly", async () => {
      await holder.attach("shifts.csv", gbk(reader.holder));
      await holder.messages.last().filter({ hasText: reader.refused }).waitFor();
      assert.equal(await holder.buttons("roster.apply").count(), 0);
    });

    test("A file that is no list is told so", async () => {
      await admin.attach("notes.csv", "a,b\n1,2\n");
      await admin.messages.last().filter({ hasText: reader.strange }).waitFor();
    });

    test("What is wrong is told with line and column, in the administrator's language", async () => {
      await admin.attach("shifts.csv", `${heading}f1,nobody,hall,,D+3T21:00,D+3T22:00\nf2,${reader.holder},hall,,D+3T21:00,D+3T20:00\nf1,${reader.holder},hall,,D+5T21:00,D+5T22:00\nf1,${reader.holder},hall,,D+6T21:00,D+6T22:00\n`);
      await admin.reads(reader.faulty, reader.unknown, reader.late, reader.twice);
      assert.equal(await admin.buttons("roster.apply").count(), 0);
    });

    test("A GBK file is read right: its summary is shown, a double click imports it once", async () => {
      await admin.attach("排班.csv", gbk(reader.holder));
      await admin.reads(reader.ready, reader.counts);
      await admin.press("roster.apply", 0, { twice: true });
      await admin.reads(reader.done);
      await admin.buttons("roster.apply").waitFor({ state: "hidden" });
      await admin.attach("排班.csv", gbk(reader.holder));
      await admin.reads(reader.same);
    });

    test("The new shift is swapped", async () => {
      await holder.say(reader.swap);
      await holder.pick("shift", "n1");
      await holder.press("swap.ask");
      await holder.pick("colleague", reader.other);
      await holder.press("swap.ask");
      await holder.cards.last().locator("#theirShift").waitFor();
      await holder.press("swap.ask");
      await holder.sees("swap.cancel", "");
      const [colleague] = await shown(hall.person(reader.other));
      await colleague.press("swap.accept");
      const [leader] = await shown(await hall.asked("leader", "swap.approve"));
      const seen = leader.cardWith("swap.approve").locator('input[type="checkbox"]');
      for (let i = 0; i < (await seen.count()); i++) await seen.nth(i).check();
      await leader.press("swap.approve");
      await leader.buttons("swap.approve").waitFor({ state: "hidden" });
      await hall.nobodyHas("swap.approve");
    });

    test("A file that says otherwise lists the swap and waits for a choice; kept, the swap stays and the rest is imported", async () => {
      [admin] = await shown(hall.person("adam"));
      await admin.attach("shifts.csv", `${heading}n1,${reader.holder},hall,,D+3T21:00,D+3T22:30\nn2,${reader.holder},hall,,D+4T21:00,D+4T22:30\n`);
      await admin.sees("roster.apply", reader.conflict);
      await admin.sees("roster.apply", hall.person(reader.other).name);
      await admin.press("roster.apply");
      await admin.pane.getByText(reader.choose).waitFor();
      await admin.choose("swapped", "keep");
      await admin.press("roster.apply");
      await admin.cards.last().filter({ hasText: reader.done }).waitFor();
      const [theirs] = await shown(hall.person(reader.other));
      await theirs.say(reader.swap);
      await theirs.cards.last().locator('option[value="n1"]').waitFor({ state: "attached" });
    });

    test("The page made no fault", () => assert.deepEqual(chat.faults, []));
  });
}
