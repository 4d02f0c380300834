// The page of the local chat in a real browser. Nothing but loopback is reachable, and every fault of the page is kept.

import { chromium } from "playwright-core";
import { Person } from "./person.mjs";

const patience = 10_000;
const loopback = /^(?:https?:\/\/127\.0\.0\.1[:/]|data:|blob:|about:)/;

export class Chat {
  static async open(bot) {
    const chat = new Chat();
    chat.bot = bot;
    chat.faults = [];
    chat.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    const context = await chat.browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "en-GB", timezoneId: "UTC" });
    context.setDefaultTimeout(patience);
    await context.route((url) => !loopback.test(url.href), (route) => {
      chat.faults.push(`asked for ${route.request().url()}`);
      return route.abort();
    });
    chat.page = await context.newPage();
    chat.page.on("pageerror", (fault) => chat.faults.push(String(fault)));
    chat.page.on("console", (line) => {
      // A browser says by itself that nobody answers; while the program is stopped that is true.
      if (line.type() === "error" && !(chat.botIsDown && /net::ERR_/.test(line.text()))) chat.faults.push(line.text());
    });
    return chat;
  }

  /** Shows the personal chats of these people side by side. */
  async show(language, ...people) {
    const panes = people.map((person) => `&pane=${person.id}`).join("");
    await this.page.goto(`${this.bot.address}/#lang=${language}${panes}`);
    const shown = people.map((person) => new Person(this, person));
    for (const each of shown) await each.cards.first().waitFor();
    return shown;
  }

  /** Clicks from shift end to shift end until the clock stands at that time. */
  async toShiftEnd(at) {
    const button = this.page.locator("#shiftEnd");
    for (let clicks = 0; clicks < 40; clicks++) {
      if (new Date((await this.bot.get("/dev/clock")).now) >= new Date(at)) return;
      await button.and(this.page.locator(":enabled")).waitFor();
      await this.moved(() => button.click());
    }
    throw new Error("The shift end was not reached.");
  }

  /** Clicks an hour at a time until it happened. */
  async hoursUntil(happened, most = 30) {
    for (let hours = 0; hours < most; hours++) {
      if (await happened()) return;
      await this.moved(() => this.page.locator('[data-advance="01:00:00"]').click());
    }
    throw new Error(`It did not happen within ${most} hours.`);
  }

  async moved(click) {
    const answer = this.page.waitForResponse((response) => response.url().endsWith("/dev/clock") && response.request().method() === "POST");
    await click();
    await (await answer).finished();
    await this.page.locator(".clock:not([aria-busy])").waitFor();
  }

  /** Stops the program as a power cut would, and starts it again; the page comes back by itself. */
  async powerCut() {
    const offline = this.page.locator("#offline");
    this.botIsDown = true;
    await this.bot.kill();
    await offline.waitFor({ state: "visible" });
    await this.bot.begin();
    await offline.waitFor({ state: "hidden", timeout: 20_000 });
    this.botIsDown = false;
  }

  async close() {
    await this.browser?.close();
  }
}
