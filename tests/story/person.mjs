// One person at the page: their chat, and what they click, choose and type in it.

export class Person {
  constructor(chat, person) {
    Object.assign(this, person);
    this.chat = chat;
    this.pane = chat.page.getByRole("region", { name: person.name, exact: true });
    this.messages = this.pane.locator(".message");
    this.cards = this.pane.locator(".message.bot .card");
  }

  buttons(verb) {
    return this.pane.locator(`button[data-verb="${verb}"]:visible`);
  }

  /** The newest card that has a button of that verb. */
  cardWith(verb) {
    return this.cards.filter({ has: this.chat.page.locator(`button[data-verb="${verb}"]:visible`) }).last();
  }

  /** Waits until the newest card with that verb shows that text. */
  async sees(verb, text) {
    await this.cardWith(verb).filter({ hasText: text }).waitFor();
  }

  /** Waits until some card of the bot shows all of these texts. */
  async reads(...texts) {
    let found = this.cards;
    for (const text of texts) found = found.filter({ hasText: text });
    await found.last().waitFor();
  }

  /** Does something and waits until the bot says something new to this person that names somebody. */
  async hears(name, deed) {
    const before = await this.messages.count();
    await deed();
    await this.messages.nth(before).filter({ hasText: name }).waitFor();
  }

  /** Presses a button of the newest card that has it; `which` counts the card's buttons of that verb from 0. */
  async press(verb, which = 0, { twice = false } = {}) {
    const button = this.cardWith(verb).locator(`button[data-verb="${verb}"]`).nth(which);
    await button.waitFor();
    await (twice ? button.dblclick() : button.click());
  }

  async choose(input, value) {
    await this.cards.locator(`input[type="radio"][name="${input}"][value="${value}"]:visible`).last().check();
  }

  /** Ticks choices of the newest card with that verb, of a question that takes several. */
  async tick(verb, input, ...values) {
    for (const value of values) await this.cardWith(verb).locator(`#${input} input[value="${value}"]`).check();
  }

  /** Chooses from a closed list of the newest card that shows it: a value, or the place of a choice behind the first, which is none. */
  async pick(input, value) {
    const choice = typeof value === "number" ? { index: value } : value;
    await this.cards.locator(`select#${input}:visible, #${input} select:visible`).last().selectOption(choice);
  }

  /** Fills a box of the newest card that shows it. */
  async write(input, text) {
    await this.cards.locator(`textarea#${input}:visible, #${input} textarea:visible`).last().fill(text);
  }

  /** Opens a folded part by the words on its button, in the newest card that has it. */
  async unfold(words) {
    await this.cards.getByRole("button", { name: words, exact: true }).last().click();
  }

  async agree(...purposes) {
    for (const purpose of purposes) await this.cardWith("consent.give").locator(`#purposes input[value="${purpose}"]`).check();
    await this.press("consent.give");
  }

  /** Sends a file through the attach button, as the browser hands it on from its own window. */
  async attach(name, bytes) {
    const before = await this.messages.count();
    const asked = this.chat.page.waitForEvent("filechooser");
    const button = this.pane.locator(".composer .attach");
    await button.focus();
    await button.press("Enter");
    await (await asked).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    await this.messages.nth(before).filter({ hasText: name }).waitFor();
    await this.messages.nth(before + 1).waitFor();
  }

  /** Types a line and waits until the bot said something after it. */
  async say(text) {
    const box = this.pane.locator(".composer textarea");
    const before = await this.messages.count();
    await box.fill(text);
    await box.press("Enter");
    await this.messages.nth(before).filter({ hasText: text }).waitFor();
    await this.messages.nth(before + 1).waitFor();
  }
}
