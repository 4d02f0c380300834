// The rules of accessibility (axe-core), asked of the page as it stands.

import axe from "axe-core";

// What axe-core cannot tell of the contrast of letters by itself, and why their ancestors tell it. Anything else that it cannot tell is a finding.
const explained = {
  bgOverlap: "a list that scrolls passes below the bars of the page, and a wide card below the edge of its pane: axe-core does not know which is seen, and what is seen is opaque",
  shortTextContent: "a sign such as × is text to it only from two letters on",
  emptyValue: "a box in which nothing is written yet shows its placeholder",
};

// WCAG 2.2, 1.4.3, for letters of every size.
const least = 4.5;

/** Every violation, and every contrast that is too low or cannot be told, as one line with the place where it is. The size of what is pressed (WCAG 2.2, 24 px) counts too. */
export async function violations(page) {
  // Not as an element of the page, whose own rules forbid foreign scripts.
  await page.evaluate(axe.source);
  const { found, untold } = await page.evaluate(look, { explained: Object.keys(explained), least });
  return [...found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(" ")}: ${node.html.slice(0, 160)}: ${node.failureSummary.split("\n").slice(1).join(" ").slice(0, 200)}`)), ...untold];
}

/** Runs in the page. */
async function look({ explained, least }) {
  const { Color, flattenColors, getContrast } = window.axe.commons.color;
  const run = await window.axe.run(document, { resultTypes: ["violations", "incomplete"], rules: { "target-size": { enabled: true } } });
  const unknown = run.incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
  return { found: run.violations, untold: unknown.map(fault).filter(Boolean) };

  function fault({ target, html, any }) {
    const reasons = any.map(({ data }) => data?.messageKey);
    const element = document.querySelector(target.at(-1));
    const contrast = reasons.every((reason) => explained.includes(reason)) ? Math.min(of(element), of(element, "::placeholder")) : 0;
    return contrast < least && `color-contrast that cannot be told (${reasons}), by its ancestors ${contrast.toFixed(2)}: ${target.flat().join(" ")}: ${html.slice(0, 160)}`;
  }

  /** By the backgrounds of the element and what it stands in; 0 where a picture or transparency is among them. */
  function of(element, part) {
    if (part && !element.placeholder) return Infinity;
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(each);
      if (backgroundImage !== "none" || opacity !== "1") return 0;
      layers.push(colour(backgroundColor));
      if (layers.at(-1).alpha === 1) break;
    }
    const back = layers.reverse().reduce((below, above) => flattenColors(above, below), new Color(255, 255, 255, 1));
    return getContrast(back, flattenColors(colour(getComputedStyle(element, part).color), back));
  }

  function colour(text) {
    const read = new Color();
    read.parseString(text);
    return read;
  }
}
