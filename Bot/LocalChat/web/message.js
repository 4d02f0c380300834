// One activity as it stands in a pane: a bubble, or a card that is redrawn only when its JSON changed.

import { drawCard } from "./card.js";
import { answerFile } from "./channel.js";
import { inline } from "./markdown.js";
import { cardFor } from "./transcript.js";
import { day, time, word } from "./words.js";

const FILE = "application/vnd.microsoft.teams.file.download.info";
const OFFER = "application/vnd.microsoft.teams.card.file.consent";
const GIVEN = "application/vnd.microsoft.teams.card.file.info";
const mention = /<at>(.*?)<\/at>/gi;

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

export class Message {
  /** `press(message, pressed, button)` carries out a press; `bot` is the bot's account. */
  constructor(entry, { viewer, bot, zone, inChannel, press }) {
    this.viewer = viewer;
    this.zone = zone;
    this.inChannel = inChannel;
    this.press = press;
    this.fromBot = entry.activity.from.id === bot;
    this.root = element("article", this.fromBot ? "message bot" : "message");
    if (entry.activity.from.id === viewer.account) this.root.classList.add("own");
    this.meta = element("header", "meta");
    this.body = element("div", "body");
    this.root.append(this.meta, this.body);
    this.show(entry);
  }

  show(entry) {
    this.entry = entry;
    this.showMeta();
    const card = entry.deleted ? null : cardFor(entry, this.viewer.account);
    const drawn = JSON.stringify(card ?? [entry.deleted, entry.activity.text, entry.activity.attachments]);
    // Somebody may be filling this card in: what has not changed stays untouched.
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const hadFocus = this.root.contains(document.activeElement);
    this.body.replaceChildren(card ? this.card(card) : this.bubble());
    if (hadFocus) {
      this.body.tabIndex = -1;
      this.body.focus({ preventScroll: true });
    }
  }

  showMeta() {
    const { entry } = this;
    this.meta.replaceChildren();
    if (!this.root.classList.contains("own")) {
      if (this.fromBot) this.meta.append(Object.assign(element("img", "mark"), { src: "/chat/mark.svg", alt: "" }));
      this.meta.append(element("b", "", entry.activity.from.name));
    }
    const stamp = element("time", "", `${day(entry.at, this.zone)} ${time(entry.at, this.zone)}`);
    stamp.dateTime = entry.at;
    this.meta.append(stamp);
    if (entry.editedAt && !entry.deleted) {
      const later = day(entry.editedAt, this.zone) === day(entry.at, this.zone) ? "" : `${day(entry.editedAt, this.zone)} `;
      this.meta.append(element("span", "", `${word("edited")} ${later}${time(entry.editedAt, this.zone)}`));
    }
    const unseen = this.inChannel && !this.fromBot && !mention.test(entry.activity.text ?? "");
    mention.lastIndex = 0;
    if (unseen) this.meta.append(element("span", "", word("unseen")));
  }

  bubble() {
    if (this.entry.deleted) return element("p", "bubble deleted", word("deleted"));
    const bubble = element("p", "bubble");
    const [attached] = this.entry.activity.attachments ?? [];
    if (attached?.contentType === OFFER) return this.offer(attached);
    if (attached?.contentType === GIVEN) {
      const link = Object.assign(element("a", "", word("file", attached.name)), { href: attached.contentUrl, download: attached.name });
      bubble.append(link);
      return bubble;
    }
    if (attached?.contentType === FILE) return element("p", "bubble", word("file", attached.name));
    const text = this.entry.activity.text ?? "";
    let from = 0;
    for (const match of text.matchAll(mention)) {
      bubble.append(text.slice(from, match.index), element("b", "at", `@${match[1]}`));
      from = match.index + match[0].length;
    }
    bubble.append(this.fromBot ? inline(text.slice(from)) : text.slice(from));
    return bubble;
  }

  /** A file that the bot offers: it is made and sent only when somebody takes it. */
  offer({ name, content }) {
    const bubble = element("div", "bubble offer");
    const answer = (label, action, context) => {
      const button = Object.assign(element("button", "", label), { type: "button" });
      button.addEventListener("click", async () => {
        button.disabled = true;
        try {
          const { delivered, statusCode } = await answerFile(this.entry.conversation, { person: this.viewer.id, activityId: this.entry.id, action, name, context });
          note.textContent = delivered ? word(action === "accept" ? "fileTaken" : "fileLeft") : word("unanswered", statusCode);
        } catch (fault) {
          note.textContent = word("unanswered", fault.status ?? 0);
        }
        button.disabled = false;
      });
      return button;
    };
    const note = Object.assign(element("p", ""), { role: "status" });
    bubble.append(
      element("p", "", word("fileOffer", name, Math.max(1, Math.round(content.sizeInBytes / 1024)))),
      element("p", "", content.description),
      answer(word("takeFile"), "accept", content.acceptContext),
      answer(word("leaveFile"), "decline", content.declineContext),
      note,
    );
    return bubble;
  }

  card(json) {
    const form = drawCard(json, (pressed, button) => this.press(this, pressed, button));
    this.form = form;
    if (this.pending) this.hold(true);
    return form;
  }

  /** While a press is under way the card takes no other. */
  hold(pending, button) {
    this.pending = pending;
    this.form?.classList.toggle("pending", pending);
    this.form?.setAttribute("aria-busy", String(pending));
    button?.classList.toggle("pressed", pending);
  }
}
