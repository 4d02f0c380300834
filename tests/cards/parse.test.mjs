// Every golden card passes the official parser: no unknown element, no wrong value, no input without an id.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ac = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "Cards.Tests", "Golden");
const files = readdirSync(folder).filter((f) => f.endsWith(".json")).sort();

/** What the parser and the validation have to say about a card. */
function complaints(json) {
  // The pattern keeps its place between parses; without this every second card fails.
  ac.CardElement.langProperty.regEx.lastIndex = 0;
  const context = new ac.SerializationContext();
  const card = new ac.AdaptiveCard();
  card.parse(json, context);
  const said = [];
  for (let i = 0; i < context.eventCount; i++) said.push(context.getEventAt(i).message);
  for (const event of card.validateProperties().validationEvents) said.push(event.message);
  return said;
}

test("there are golden cards in both languages", () => {
  const names = (tag) => files.filter((f) => f.endsWith(`.${tag}.json`)).map((f) => f.slice(0, -tag.length - 6)).sort();
  assert.ok(names("en").length > 50);
  assert.deepEqual(names("en"), names("zh-CN"));
});

test("the parser does complain about a broken card", () => {
  const broken = { type: "AdaptiveCard", version: "1.5", lang: "zh-CN", body: [{ type: "TextBlok", text: "x" }, { type: "Input.Text" }] };
  assert.ok(complaints(broken).length >= 2);
});

for (const file of files)
  test(file, () => assert.deepEqual(complaints(JSON.parse(readFileSync(join(folder, file), "utf8"))), []));
