// Draws every golden card at a phone's width, and contact sheets for each language: node cards/draw.mjs FOLDER [--width 360] [--only PREFIX]
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { browse, cardsOf, show } from "./phone.mjs";

/** Cards of one sheet, and of one browser: a browser that has taken some hundreds of pictures of a page of a thousand cards ends itself. */
const ofSheet = 150;

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const width = Number(option("--width", "360"));
const out = resolve(args[0]?.startsWith("--") ? "pictures" : args[0] ?? "pictures");

mkdirSync(out, { recursive: true });
for (const tag of ["zh-CN", "en"]) {
  const cards = cardsOf(tag, option("--only", ""));
  for (let from = 0; from < cards.length; from += ofSheet)
    for (const fault of await drawSheet(tag, cards.slice(from, from + ofSheet), `sheet.${tag}.${1 + from / ofSheet}.png`)) {
      console.error(`${tag}: ${fault}`);
      process.exitCode = 1;
    }
  console.log(`${tag}: ${cards.length} cards, ${out}`);
}

/** Writes a picture of each card and one of all of them; answers what is wrong with them. */
async function drawSheet(tag, cards, sheet) {
  const browser = await browse();
  try {
    const { page, faults } = await show(browser, tag, cards, width);
    for (const { name } of cards)
      await page.locator(`[data-name="${name}"]`).screenshot({ path: join(out, `${name}.${tag}.png`) });
    // As tall as makes the sheet about as wide as high.
    const area = await page.evaluate((w) => [...document.querySelectorAll("figure")].reduce((sum, f) => sum + (f.offsetHeight + 10) * (w + 10), 0), width);
    const height = Math.max(1200, Math.round(Math.sqrt(area * 0.7)));
    await page.evaluate((h) => (document.querySelector("#sheet").style.height = `${h}px`), height);
    const columns = await page.evaluate(() => Math.max(...[...document.querySelectorAll("figure")].map((f) => f.getBoundingClientRect().right)));
    await page.setViewportSize({ width: Math.ceil(columns) + 10, height: height + 20 });
    await page.screenshot({ path: join(out, sheet) });
    return faults;
  } finally {
    await browser.close();
  }
}
