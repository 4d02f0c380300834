// A pane: one conversation, seen as one person.

import { press, say, sendFile, transcript } from "./channel.js";
import { directory } from "./directory.js";
import { Message } from "./message.js";
import { cardFor, entriesOf, keepOwnCard, take, watch } from "./transcript.js";
import { fill, roleWords, word } from "./words.js";

const CARD = "application/vnd.microsoft.card.adaptive";
const PLAIN = "application/vnd.microsoft.activity.message";

export class Pane {
  /** `place` is `{person}` or `{team, as}`; `moved` and `closed` are called with the pane when somebody picks another place or closes it. */
  constructor(place, { moved, closed }) {
    this.place = place;
    this.moved = moved;
    this.root = document.getElementById("paneTemplate").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.log = this.find(".log");
    this.messages = new Map();
    this.refreshed = new Set();

    this.find(".conversation").addEventListener("change", (event) => this.go(directory.placeOf(event.target.value, this.place)));
    this.find(".as select").addEventListener("change", (event) => this.go({ ...this.place, as: event.target.value }));
    this.find(".close").addEventListener("click", () => closed(this));
    this.find(".notice button").addEventListener("click", () => this.tell(""));
    this.composer();
    // Whoever reads the newest line keeps reading it when a notice, a keyboard or another window size takes room away.
    this.log.addEventListener("scroll", () => (this.atEnd = this.isAtEnd()));
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.log);
    this.unwatch = watch((entry) => {
      if (entry.conversation === this.conversation.id) this.show(entry);
    });
    this.open();
  }

  get viewer() {
    return directory.viewerOf(this.place);
  }

  get conversation() {
    return directory.conversationOf(this.place);
  }

  go(place) {
    this.place = place;
    this.moved(this);
    this.open();
  }

  close() {
    this.unwatch();
    this.root.remove();
  }

  /** Draws everything anew, for another conversation or another viewer. */
  async open() {
    this.head();
    this.tell("");
    this.redraw();
    const { id } = this.conversation;
    try {
      const { entries } = await transcript(id);
      entries.forEach(take);
    } catch (fault) {
      return this.tell(word("unread", fault.status ?? "—"), true);
    }
    if (id === this.conversation.id) this.toEnd();
  }

  redraw() {
    this.messages.clear();
    this.log.querySelectorAll(".message").forEach((each) => each.remove());
    entriesOf(this.conversation.id).forEach((entry) => this.show(entry));
    this.toEnd();
  }

  /** The page changed its language: cards stay as they are, also half filled in. */
  redrawWords() {
    for (const message of this.messages.values()) message.showMeta();
    this.tell("");
  }

  head() {
    fill(this.root);
    const { viewer, conversation } = this;
    const isChannel = conversation.isChannel;
    this.root.classList.toggle("channel", isChannel);
    this.root.setAttribute("aria-label", conversation.name);
    directory.fillConversations(this.find(".conversation"), this.place);
    this.find(".conversation").setAttribute("aria-label", word("choose"));
    this.find(".face").textContent = isChannel ? "#" : directory.initials(viewer);
    this.find(".face").dataset.tone = isChannel ? "channel" : viewer.roles.find((role) => role !== "staff") ?? "staff";
    this.find(".name").textContent = conversation.name;
    this.find(".roles").textContent = isChannel ? word("channel") : [roleWords(viewer.roles), viewer.post].filter(Boolean).join(" · ");
    this.find(".as").hidden = !isChannel;
    this.find(".mention").hidden = !isChannel;
    this.find(".attach").hidden = isChannel;
    if (isChannel) {
      directory.fillPeople(this.find(".as select"), viewer.id);
      this.find(".as .name").textContent = viewer.name;
    }
    this.find(".as select").setAttribute("aria-label", word("asWhom"));
    this.log.setAttribute("aria-label", word("logOf", conversation.name));
    const box = this.find(".composer textarea");
    box.placeholder = word(isChannel ? "writeInChannel" : "writeTo");
    box.setAttribute("aria-label", box.placeholder);
  }

  show(entry) {
    const atEnd = this.isAtEnd();
    const known = this.messages.get(entry.id);
    if (known) {
      known.show(entry);
    } else {
      const message = new Message(entry, {
        viewer: this.viewer,
        bot: directory.bot.id,
        zone: directory.zone,
        inChannel: this.conversation.isChannel,
        press: (...pressed) => this.press(...pressed),
      });
      this.messages.set(entry.id, message);
      const next = [...this.messages.values()].find((each) => each.entry.sequence > entry.sequence);
      this.log.insertBefore(message.root, next?.root ?? null);
      if (next) this.messages = new Map([...this.messages].sort(([, a], [, b]) => a.entry.sequence - b.entry.sequence));
    }
    this.find(".empty").hidden = true;
    if (atEnd || entry.activity.from.id === this.viewer.account) this.toEnd();
    this.refresh(entry);
  }

  isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
  }

  toEnd() {
    this.find(".empty").hidden = this.messages.size > 0;
    this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
  }

  async press(message, pressed, button) {
    if (message.pending) return;
    this.tell("");
    message.hold(true, button);
    const before = message.drawn;
    try {
      await this.send(message.entry, pressed);
    } catch (fault) {
      this.tell(word("unanswered", fault.status ?? "—"), true);
    } finally {
      message.hold(false, button);
      // What a press brought is said at the top of the card.
      if (message.drawn !== before) message.root.scrollIntoView({ block: message.root.offsetHeight > this.log.clientHeight ? "start" : "nearest" });
    }
  }

  async send(entry, pressed) {
    const { viewer, conversation } = this;
    const { statusCode, answer, change } = await press(conversation.id, { person: viewer.id, activityId: entry.id, ...pressed });
    if (statusCode >= 300) return pressed.automatic || this.tell(word("unanswered", statusCode), true);
    if (answer?.type === CARD) keepOwnCard(entry, viewer.account, answer.value, change);
    else if (pressed.automatic) return;
    else if (answer?.type === PLAIN) this.tell(String(answer.value));
    else if (answer?.statusCode >= 300) this.tell(answer.value?.message || word("unanswered", answer.statusCode), true);
  }

  /** Cards may ask for a view of the viewer's own (`refresh`): once for each state of the card, and never aloud. */
  refresh(entry) {
    const card = entry.deleted ? null : cardFor(entry, this.viewer.account);
    const { action, userIds } = card?.refresh ?? {};
    const mine = userIds ? userIds.includes(this.viewer.account) : !this.conversation.isChannel;
    const once = `${entry.id} ${entry.change} ${this.viewer.id}`;
    if (!action || !mine || this.refreshed.has(once)) return;
    this.refreshed.add(once);
    this.send(entry, { type: action.type, id: action.id, verb: action.verb, data: action.data ?? {}, automatic: true }).catch(() => {
      // Nobody answered: asked again, as long as the card is still as it was.
      setTimeout(() => {
        this.refreshed.delete(once);
        if (this.messages.get(entry.id)?.entry === entry) this.refresh(entry);
      }, 2000);
    });
  }

  /** A short sentence above the composer; it stays until the next deed. */
  tell(sentence, isFault = false) {
    const notice = this.find(".notice");
    notice.hidden = !sentence;
    notice.classList.toggle("fault", isFault);
    notice.firstElementChild.textContent = sentence;
  }

  composer() {
    const form = this.find(".composer");
    const box = form.querySelector("textarea");
    const grow = () => {
      box.style.height = "auto";
      const borders = box.offsetHeight - box.clientHeight;
      box.style.height = `${Math.min(box.scrollHeight + borders, 140)}px`;
    };
    box.addEventListener("input", grow);
    box.addEventListener("keydown", (event) => {
      // Enter that ends the choice of a Chinese word is not the Enter that sends.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.find(".mention").addEventListener("click", () => {
      const mention = `@${directory.bot.name} `;
      if (!box.value.startsWith(mention)) box.value = mention + box.value;
      box.focus();
    });
    const files = form.querySelector("input[type=file]");
    this.find(".attach").addEventListener("click", () => files.click());
    files.addEventListener("change", async () => {
      const [file] = files.files;
      if (!file) return;
      this.tell("");
      try {
        const { statusCode } = await sendFile(this.conversation.id, this.viewer.id, file);
        if (statusCode >= 300) this.tell(word("undelivered", statusCode), true);
      } catch (fault) {
        this.tell(word("undelivered", fault.status ?? "—"), true);
      } finally {
        // The same file can be chosen again.
        files.value = "";
        this.find(".attach").focus();
      }
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const text = box.value.trim();
      if (!text) return;
      box.value = "";
      grow();
      this.tell("");
      try {
        const { statusCode } = await say(this.conversation.id, this.viewer.id, text);
        if (statusCode >= 300) this.tell(word("undelivered", statusCode), true);
      } catch (fault) {
        box.value ||= text;
        this.tell(word("undelivered", fault.status ?? "—"), true);
      }
    });
  }
}
