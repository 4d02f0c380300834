// A team's channel at the page as one person sees it, and the bot's side of it: cards that come by the Connector.

import { Person } from "./person.mjs";

export class Channel extends Person {
  /** Shows the channel of a team side by side as these people see it. */
  static async show(chat, language, team, ...people) {
    const { teams } = await chat.bot.get("/chat/api/people");
    const { name, conversation } = teams.find((each) => each.id === team);
    await chat.page.goto(`${chat.bot.address}/#lang=${language}${people.map((id) => `&pane=@${team}:${id}`).join("")}`);
    return people.map((id, place) => {
      const channel = new Channel(chat, { id, name, conversation });
      channel.pane = channel.pane.nth(place);
      channel.messages = channel.pane.locator(".message");
      channel.cards = channel.pane.locator(".message.bot .card");
      return channel;
    });
  }

  async mentions(words) {
    const box = this.pane.locator(".composer textarea");
    await box.fill(`@CheckInBot ${words}`);
    await box.press("Enter");
  }

  /** The bot posts a card with that text, of which this person has a view of their own: the help card. Returns its id. */
  async post(text, person) {
    return (await (await this.send("POST", "", text, person)).json()).id;
  }

  async update(card, text, person) {
    await this.send("PUT", `/${card}`, text, person);
  }

  /** Waits until the page asks for the view by itself. */
  asks() {
    return this.chat.page.waitForResponse((response) => response.url().endsWith("/presses") && response.request().postDataJSON().automatic);
  }

  send(method, card, text, person) {
    const content = {
      type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text }],
      refresh: { action: { type: "Action.Execute", verb: "command", data: { do: "command", command: "help" } }, userIds: [`29:${person}`] },
    };
    return fetch(`${this.chat.bot.address}/local/v3/conversations/${encodeURIComponent(this.conversation)}/activities${card}`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }] }),
    });
  }
}
