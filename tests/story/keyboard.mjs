// A check-in answered without a mouse: Tab walks, Space and the arrows choose, Enter presses.

import assert from "node:assert/strict";

const mostTabs = 300;

/** Answers those questions of the newest card and presses the button of that verb. */
export async function byKeyboard(person, answers, verb) {
  const { page } = person.chat;
  const { keyboard } = page;
  await page.locator("body").evaluate((body) => body.ownerDocument.activeElement.blur());
  for (const [question, value] of Object.entries(answers)) {
    await tabTo(person, (focused) => focused.name === question);
    await keyboard.press("Space");
    for (let steps = 0; (await focusedOf(page)).value !== String(value); steps++) {
      assert.ok(steps < 5, `${question} has no choice ${value}`);
      await keyboard.press("ArrowDown");
    }
  }
  await tabTo(person, (focused) => focused.verb === verb);
  await keyboard.press("Enter");
}

async function tabTo(person, isThere) {
  const { page } = person.chat;
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press("Tab");
    const focused = await focusedOf(page);
    if (focused.pane === person.name && isThere(focused)) return;
  }
  assert.fail(`not reached within ${mostTabs} tabs`);
}

const focusedOf = (page) => page.evaluate(() => {
  const { activeElement: it } = document;
  return { name: it.name, value: it.value, verb: it.dataset.verb, pane: it.closest(".pane")?.getAttribute("aria-label") };
});
