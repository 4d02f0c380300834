// The rules of accessibility (axe-core), asked of the page as it stands.

import axe from "axe-core";

/** Every violation, as one line with the place where it is. The size of what is pressed (WCAG 2.2, 24 px) counts too. */
export async function violations(page) {
  // Not as an element of the page, whose own rules forbid foreign scripts.
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }));
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(" ")}: ${node.html.slice(0, 160)}: ${node.failureSummary.split("\n").slice(1).join(" ").slice(0, 200)}`));
}
