// The strip under the bar: on a phone the panes to swipe between, everywhere the chats that got something unseen.

import { directory } from "./directory.js";
import { word } from "./words.js";

const strip = document.getElementById("tabs");
const unseen = new Map();

export function count(conversation) {
  unseen.set(conversation, (unseen.get(conversation) ?? 0) + 1);
}

/** Draws the strip anew; what stands open counts as seen. */
export function drawNews(panes, open) {
  for (const pane of panes) unseen.delete(pane.conversation.id);
  const tabs = panes.map((pane) => tab("open", pane.conversation.name, () => pane.root.scrollIntoView({ inline: "start" })));
  const news = [...unseen].map(([id, howMany]) => {
    const place = directory.placeOfConversation(id);
    return place && tab("new", word("news", directory.conversationOf(place).name, howMany), () => open(place));
  });
  strip.replaceChildren(...tabs, ...news.filter(Boolean));
}

function tab(className, text, go) {
  const button = Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
  button.addEventListener("click", go);
  return button;
}
