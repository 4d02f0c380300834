// What the page knows of every conversation: its activities, and the cards that only one viewer sees.

const conversations = new Map();
const ownCards = new Map();
const listeners = new Set();

const key = (entry, viewer) => `${entry.id} ${viewer}`;

/** Calls back with every activity that is new or changed, and with the one whose card changed for a viewer. */
export function watch(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes an activity; an older state of a known one is dropped. Returns whether it is one never seen before. */
export function take(entry) {
  const entries = conversations.get(entry.conversation) ?? new Map();
  conversations.set(entry.conversation, entries);
  const known = entries.get(entry.id);
  if (known && known.change >= entry.change) return false;
  entries.set(entry.id, entry);
  for (const listener of listeners) listener(entry);
  return !known;
}

export const entriesOf = (conversation) =>
  [...(conversations.get(conversation)?.values() ?? [])].sort((a, b) => a.sequence - b.sequence);

/** Keeps the card that a press or a refresh was answered with, for that viewer alone, until the activity itself changes after `change`. */
export function keepOwnCard(entry, viewer, card, change) {
  // Answers may overtake each other: an older one says nothing new.
  if (ownCards.get(key(entry, viewer))?.change > change) return;
  ownCards.set(key(entry, viewer), { card, change });
  const current = conversations.get(entry.conversation)?.get(entry.id) ?? entry;
  for (const listener of listeners) listener(current);
}

/** The card that this viewer sees, and whether it is theirs alone. */
export function cardFor(entry, viewer) {
  const own = ownCards.get(key(entry, viewer));
  if (own && entry.change <= own.change) return own.card;
  const attachment = entry.activity.attachments?.find((each) => each.contentType === "application/vnd.microsoft.card.adaptive");
  return attachment?.content ?? null;
}
