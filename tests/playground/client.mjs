// The Playground's page in a real browser, as its user sees it. Nothing but loopback is reachable.

import { until } from "../story/until.mjs";

const patience = 20_000;
const loopback = /^(?:https?:\/\/(?:localhost|127\.0\.0\.1)[:/]|data:|blob:|about:)/;

export class Client {
  static async open(browser, playground) {
    const client = new Client();
    client.playground = playground;
    /** What the channel showed, by message id: the conversation and the card as it is now. */
    client.shown = new Map();
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: "en-GB", timezoneId: "UTC" });
    context.setDefaultTimeout(patience);
    // The page asks for fonts and pictures of the world outside, and works without.
    await context.route((url) => !loopback.test(url.href), (route) => route.abort());
    client.page = await context.newPage();
    client.page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => client.took(String(payload))));
    await client.page.goto(playground.address);
    await client.go("Personal Chat");
    return client;
  }

  took(payload) {
    const { actionConversationId: conversation, message } = JSON.parse(payload);
    if (message?.messageId) this.shown.set(message.messageId, { conversation, card: message.attachments?.[0]?.content });
  }

  get cards() {
    return this.page.locator(".ac-adaptiveCard");
  }

  /** Where words are typed: below a personal chat, above a channel. */
  get composer() {
    return this.page.locator('[role="textbox"][contenteditable="true"]').first();
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Cards that show all of these texts. */
  reading(...texts) {
    return texts.reduce((found, hasText) => found.filter({ hasText }), this.cards);
  }

  /** The newest card with that button. */
  cardWith(name) {
    return this.cards.filter({ has: this.button(name) }).last();
  }

  /** Waits until exactly one card shows all of these texts, and gives it. */
  async reads(...texts) {
    await this.counts(1, texts);
    return this.reading(...texts);
  }

  /** Waits until no card shows all of these texts. */
  async readsNoMore(...texts) {
    await this.counts(0, texts);
  }

  async counts(number, texts) {
    let shown = [];
    const fits = async () => {
      shown = await this.cards.allInnerTexts();
      return shown.filter((card) => texts.every((text) => card.includes(text))).length === number;
    };
    await until(fits, () => `${number} of the cards read ${texts.join(", ")}:\n${shown.join("\n---\n")}`, patience);
  }

  async press(name) {
    await this.cardWith(name).getByRole("button", { name, exact: true }).click();
  }

  async choose(card, ...choices) {
    for (const name of choices) await card.getByRole("radio", { name }).or(card.getByRole("checkbox", { name })).check();
  }

  async go(conversation) {
    await this.page.getByRole("treeitem", { name: conversation }).click();
    await this.composer.waitFor();
  }

  async type(text) {
    await this.composer.click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Begins a post of a channel that mentions the bot. */
  async post(text) {
    await this.composer.click();
    await this.page.keyboard.type("@CheckIn");
    await this.page.getByRole("menuitem", { name: "CheckInBot" }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.button("Post").click();
  }

  /** Waits until the bot has drawn a card with that button. The page empties every input when anything is drawn, so nothing is filled in before. */
  async drawn(verb) {
    await until(() => this.message(verb), `the bot draws a card with ${verb}`, patience);
  }

  /** The newest message with a button of that verb: its id, its conversation, and the button's data. */
  message(verb) {
    const found = [...this.shown].map(([id, { conversation, card }]) => ({ id, conversation, action: actionOf(card, verb) }));
    return found.findLast((each) => each.action);
  }

  /** The duties that the newest card lets its reader give away, by id. */
  duties() {
    const { card } = [...this.shown.values()].findLast(({ card }) => partOf(card, (part) => part.id === "shift")) ?? {};
    return (partOf(card, (part) => part.id === "shift")?.choices ?? []).map(({ value }) => value);
  }
}

/** The button of that verb, wherever it stands on the card. */
export const actionOf = (card, verb) => partOf(card, (part) => part.type === "Action.Execute" && part.verb === verb);

function partOf(part, fits) {
  if (part === null || typeof part !== "object") return undefined;
  if (fits(part)) return part;
  for (const inner of Object.values(part)) {
    const found = partOf(inner, fits);
    if (found) return found;
  }
  return undefined;
}
