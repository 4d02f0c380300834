// Golden cards by what they are made of.

import { cardsOf } from "../cards/phone.mjs";

const telling = ["type", "style", "color", "size", "weight", "isSubtle", "separator", "isMultiSelect", "isMultiline", "mode", "fallback"];

/** Each element with those of its properties that change how it is drawn. */
function* parts(node) {
  if (Array.isArray(node)) for (const each of node) yield* parts(each);
  else if (node && typeof node === "object") {
    if (node.type) yield telling.filter((name) => name in node).map((name) => `${name}=${typeof node[name] === "object" ? node[name].type : node[name]}`).join(" ");
    for (const each of Object.values(node)) yield* parts(each);
  }
}

/** So few cards that every kind of element, and every conversation, is on one of them. */
export function oneOfEachKind(tag) {
  const cards = cardsOf(tag).filter(({ json }) => json.type === "AdaptiveCard").map((card) => ({ ...card, kinds: new Set([card.name.split(".")[0], ...parts(card.json)]) }));
  const missing = new Set(cards.flatMap(({ kinds }) => [...kinds]));
  const chosen = [];
  while (missing.size > 0) {
    const news = (card) => [...card.kinds].filter((kind) => missing.has(kind)).length;
    const best = cards.reduce((one, other) => (news(other) > news(one) ? other : one));
    chosen.push(best);
    for (const kind of best.kinds) missing.delete(kind);
  }
  return chosen;
}
