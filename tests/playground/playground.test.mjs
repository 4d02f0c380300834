// The product's story in Microsoft's own client, the Microsoft 365 Agents Playground: two people, each at a Playground of their own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { Bot } from "../story/bot.mjs";
import { actionOf, Client } from "./client.mjs";
import { Hall } from "./hall.mjs";
import { Playground } from "./playground.mjs";
import { until } from "../story/until.mjs";

describe("The story in Microsoft's client", { timeout: 200_000 }, () => {
  let hall, bot, browser, staffPlayground, leaderPlayground, zhangsan, chenmou, given, stopped;
  const open = [];

  before(async () => {
    hall = await Hall.with("zhangsan", "chenmou");
    bot = await Bot.start({ Org__Folder: hall.folder });
    const [staff, leader, other, standIn] = ["zhangsan", "chenmou", "lisi", "ann"].map((id) => hall.person(id));
    await hall.installed(bot, staff, leader, other, standIn);
    staffPlayground = await started(Playground.start(bot, hall, staff, leader, other, standIn));
    leaderPlayground = await started(Playground.start(bot, hall, leader, staff));
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-proxy-server", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    });
    zhangsan = await Client.open(browser, staffPlayground);
    chenmou = await Client.open(browser, leaderPlayground);
  });

  after(async () => {
    await browser?.close();
    for (const each of open) await each.remove();
    await bot?.remove();
    await hall?.remove();
  });

  step("Who installs the bot reads its first card, and agrees on it", async () => {
    const welcome = await zhangsan.reads("你好，张三");
    await zhangsan.choose(welcome, "下班时问我一句", "很难的一天，请人来问我一声");
    await zhangsan.press("就这样定");
    await zhangsan.button("全部关掉").waitFor();
    await chenmou.reads("陈某");
  });

  step("Mentioned in a channel it says where it can be reached, and starts no check-in", async () => {
    await zhangsan.go("General");
    await zhangsan.post("签到");
    await zhangsan.reads("这里人多，来私聊找我");
    await zhangsan.go("Personal Chat");
    assert.equal(zhangsan.message("checkin.answer"), undefined);
  });

  step("At the shift's end the card comes", async () => {
    const soon = Date.parse((await bot.get("/dev/clock")).now) + 60_000;
    const { at } = (await bot.get("/dev/shift-ends")).find((end) => Date.parse(end.at) > soon);
    await clock({ now: at });
    await zhangsan.reads("下班了，张三。今天怎么样？", "值班领导陈某");
  });

  step("Somebody else's press changes nothing and is told so", async () => {
    const other = hall.person("lisi");
    const { id, message } = await staffPlayground.conversationOf(other);
    const { action } = zhangsan.message("checkin.answer");
    const answer = await staffPlayground.invoke(other, id, message, { ...action, data: { ...action.data, stress: "5" } });
    assert.deepEqual(answer, { type: "application/vnd.microsoft.activity.message", value: "这张卡是给别人的，什么都没有变。" });
    await zhangsan.reads("下班了，张三。今天怎么样？");
  });

  step("Phone numbers come below the card, which says so and stays", async () => {
    await zhangsan.cardWith("提交").getByRole("button", { name: "现在想找个人" }).click();
    await zhangsan.page.getByText("电话和能找的人，在下面新的一张卡上。").waitFor();
    await zhangsan.reads("谢谢你开口", "120 · 110", "12356", "苏某");
    await zhangsan.reads("下班了，张三。今天怎么样？");
  });

  step("A five turns the card into its receipt, and a second card says who is asked", async () => {
    await zhangsan.choose(zhangsan.cardWith("提交"), "5 非常大", "1 次");
    await zhangsan.press("提交");
    await zhangsan.reads("记下了，谢谢", "5 非常大");
    await zhangsan.readsNoMore("下班了，张三。今天怎么样？");
    await zhangsan.reads("已请值班领导陈某来问你一声", "到 16:15 还没人接", "不找领导");
  });

  step("The leader reads who and when and no score, and takes it", async () => {
    const asked = await chenmou.reads("张三这个班不容易，希望有人来问一声", "1 号窗口");
    assert.doesNotMatch(await asked.innerText(), /压力|心情|非常大/);
    await chenmou.press("我去问一声");
    await chenmou.reads("你在跟", "做了什么");
    await chenmou.drawn("escalation.resolve");
    assert.equal(await chenmou.button("我去问一声").count(), 0);
  });

  step("The person's card now says who has it", async () => {
    await zhangsan.reads("陈某接了，说会来问你一声", "陈某看到的，就是这些");
    await zhangsan.readsNoMore("已请值班领导陈某来问你一声");
  });

  step("The leader says what was done, and the person reads it", async () => {
    const mine = chenmou.cardWith("办好了");
    await chenmou.choose(mine, "聊过了");
    await mine.getByRole("textbox").fill("明天上午你在后台");
    await chenmou.press("办好了");
    await chenmou.readsNoMore("你在跟");
    await zhangsan.reads("说办好了", "聊过了；“明天上午你在后台”", "换咨询师");
  });

  step("The next day the person is asked, and says that it helped", async () => {
    await clock({ advance: "1.00:00:00" });
    await zhangsan.reads("帮到你了吗？");
    await zhangsan.press("帮到了");
    await zhangsan.reads("好，记下了", "你说帮到了");
    await zhangsan.reads("这件事结束了");
    await chenmou.reads("张三说帮到了");
  });

  step("Action.Submit is answered on the same card", async () => {
    await zhangsan.reads("下班了，张三。今天怎么样？");
    const { id, conversation, action } = zhangsan.message("checkin.answer");
    await staffPlayground.submit(staffPlayground.me, conversation, id, { ...action.data, stress: "2", mood: "4" });
    await zhangsan.reads("记下了，谢谢", "2 有一点");
    await zhangsan.readsNoMore("下班了，张三。今天怎么样？");
  });

  step("A leader makes the channel the team's by mentioning the bot there", async () => {
    await chenmou.go("General");
    await chenmou.post("绑定");
    await chenmou.reads("就是这里了");
  });

  step("A colleague agrees to take a duty, and the channel reads so, with one button", async () => {
    await zhangsan.type("换班");
    await zhangsan.reads("我的班");
    const { id, conversation, action } = zhangsan.message("swap.ask");
    given = zhangsan.duties().at(1);
    const asked = await staffPlayground.invoke(staffPlayground.me, conversation, id, { ...action, data: { ...action.data, shift: given, colleague: "ann", theirShift: "none" } });
    const { data } = actionOf(asked.value, "swap.cancel");
    const ann = hall.person("ann");
    const hers = await staffPlayground.conversationOf(ann);
    const agreed = await staffPlayground.invoke(ann, hers.id, hers.message, { type: "Action.Execute", verb: "swap.accept", data: { ...data, do: "swap.accept" } });
    assert.match(JSON.stringify(agreed.value), /Waiting for approval/);
    const shown = await chenmou.reads("等领导批准", "张三");
    assert.doesNotMatch(await shown.innerText(), /批准换班|小时/);
    assert.equal(await chenmou.button("批准").count(), 0);
  });

  step("Only the leader's look brings what can be decided; approved, the channel's card says so and the roster has changed", async () => {
    await chenmou.press("查看");
    await chenmou.button("批准").waitFor();
    for (const box of await chenmou.cardWith("批准").getByRole("checkbox").all()) await box.check();
    await chenmou.press("批准");
    await chenmou.reads("换好了", "张三");
    await zhangsan.reads("换好了", "陈某");
    await zhangsan.type("换班");
    await until(() => zhangsan.duties().length > 0 && !zhangsan.duties().includes(given), "the duty is nobody's but Ann's", 20_000);
  });

  step("Words are understood: phone numbers, the other language, a check-in", async () => {
    await zhangsan.type("English");
    await zhangsan.reads("From now on I speak English");
    await zhangsan.type("person");
    await zhangsan.reads("Thank you for saying so", "120 · 110", "12356");
    await zhangsan.type("check in");
    await zhangsan.reads("Saved. Thank you", "2 A little");
  });

  /** A story that has stopped is not waited for to its end. */
  function step(name, walk) {
    test(name, async () => {
      assert.equal(stopped, undefined, "The story stopped at an earlier step");
      stopped = name;
      await walk();
      stopped = undefined;
    });
  }

  async function started(playground) {
    open.push(await playground);
    return playground;
  }

  async function clock(wish) {
    const answer = await fetch(`${bot.address}/dev/clock`, { method: "POST", body: JSON.stringify(wish), signal: AbortSignal.timeout(60_000) });
    assert.equal(answer.status, 200, await answer.text());
  }
});
