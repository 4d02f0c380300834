// On a phone of 360 pixels nothing of a card is cut: every button shows its whole label, no line is wider than the card, and no number stands in two lines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browse, cardsOf, show } from "./phone.mjs";

/** A phone's 360, and what a chat with a margin of 16 pixels on each side and wider buttons leaves of it: width, and padding of a button. */
const phones = [[360, 12], [328, 16]];

describe("A card on a phone", () => {
  let browser;

  before(async () => {
    browser = await browse();
  });

  after(() => browser?.close());

  for (const tag of ["zh-CN", "en"]) {
    test(`No button is cut and nothing is wider than the card in ${tag}`, async () => {
      const cards = cardsOf(tag);
      assert.ok(cards.length > 100);
      const folded = cards.filter((card) => JSON.stringify(card.json).includes('"isVisible":false'));
      assert.ok(folded.length > 10);
      cards.push(...folded.map(({ name, json }) => ({ name: `${name}, unfolded`, json: JSON.parse(JSON.stringify(json, (key, value) => (key === "isVisible" ? undefined : value))) })));
      for (const [width, padding] of phones) {
        const { page, faults } = await show(browser, tag, cards, width, padding);
        await page.close();
        assert.deepEqual(faults, [], `at ${width} pixels`);
      }
    });
  }

  test("A row that is too wide is found", async () => {
    const action = (title) => ({ type: "Action.Execute", title, verb: "v", data: {} });
    const json = { type: "AdaptiveCard", version: "1.5", body: [{ type: "ActionSet", actions: ["One that is long", "Another long one", "And one more"].map(action) }] };
    const { page, faults } = await show(browser, "en", [{ name: "wide", json }], ...phones[0]);
    await page.close();
    assert.notDeepEqual(faults, []);
  });
});
