// Draws every golden card at a phone's width, and one contact sheet for each language: node cards/draw.mjs FOLDER [--width 360] [--only PREFIX]
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
const width = Number(option("--width", "360"));
const only = option("--only", "");
const out = resolve(args[0]?.startsWith("--") ? "pictures" : args[0] ?? "pictures");
const here = dirname(fileURLToPath(import.meta.url));
const golden = join(here, "..", "Cards.Tests", "Golden");
const renderer = join(dirname(createRequire(import.meta.url).resolve("adaptivecards/package.json")), "dist", "adaptivecards.min.js");

const styles = `
  body { margin: 0; background: #d9d9d9; font: 14px/1.4 "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #242424; }
  #sheet { display: flex; flex-flow: column wrap; align-content: flex-start; gap: 10px; padding: 10px; }
  figure { margin: 0; width: ${width}px; }
  figcaption { font-size: 11px; color: #555; }
  figure form { background: #fff; border-radius: 4px; overflow: hidden; }
  .ac-pushButton { font: inherit; font-weight: 600; padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-textInput, select.ac-input { font: inherit; padding: 5px; border: 1px solid #d1d1d1; border-radius: 4px; box-sizing: border-box; width: 100%; }
  .ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div { min-height: 34px; }
  input[type=radio], input[type=checkbox] { width: 18px; height: 18px; }
  table.ac-factset { border-collapse: collapse; }
`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  mkdirSync(out, { recursive: true });
  for (const tag of ["zh-CN", "en"]) {
    const files = readdirSync(golden).filter((f) => f.endsWith(`.${tag}.json`) && f.startsWith(only)).sort();
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.route("**/*", (route) =>
      /^(https?:\/\/(127\.0\.0\.1|localhost)[:/]|file:|data:|about:)/.test(route.request().url()) ? route.continue() : route.abort());
    await page.setContent(`<!doctype html><html lang="${tag}"><style>${styles}</style><div id="sheet"></div></html>`);
    await page.addScriptTag({ path: renderer });
    const cards = files.map((f) => ({ name: f.slice(0, -tag.length - 6), json: JSON.parse(readFileSync(join(golden, f), "utf8")) }));
    const faults = await page.evaluate(draw, cards);
    for (const { name } of cards)
      await page.locator(`[data-name="${name}"]`).screenshot({ path: join(out, `${name}.${tag}.png`) });
    // As tall as makes the sheet about as wide as high.
    const area = await page.evaluate((w) => [...document.querySelectorAll("figure")].reduce((sum, f) => sum + (f.offsetHeight + 10) * (w + 10), 0), width);
    const height = Math.max(1200, Math.round(Math.sqrt(area * 0.7)));
    await page.evaluate((h) => (document.querySelector("#sheet").style.height = `${h}px`), height);
    const columns = await page.evaluate(() => Math.max(...[...document.querySelectorAll("figure")].map((f) => f.getBoundingClientRect().right)));
    await page.setViewportSize({ width: Math.ceil(columns) + 10, height: height + 20 });
    await page.screenshot({ path: join(out, `sheet.${tag}.png`) });
    console.log(`${tag}: ${cards.length} cards, ${out}`);
    for (const fault of faults) {
      console.error(`${tag}: ${fault}`);
      process.exitCode = 1;
    }
    await page.close();
  }
} finally {
  await browser.close();
}

/** Runs in the page: draws the cards, each in its own form, and names what is wider than its card. */
function draw(cards) {
  const AC = window.AdaptiveCards;
  AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const plain = document.createElement("p");
    plain.textContent = text;
    result.outputHtml = plain.outerHTML.replace(/\*\*(.+?)\*\*/g, "<b>$1</b>");
    result.didProcess = true;
  };
  const paint = (background) => ({ backgroundColor: background });
  const config = new AC.HostConfig({
    fontFamily: '"Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif',
    spacing: { small: 6, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
    fontSizes: { small: 12, default: 14, medium: 15, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    supportsInteractivity: true,
    inputs: { label: { requiredInputs: { weight: 2, size: 1 }, optionalInputs: { weight: 2, size: 1 } } },
    actions: { actionsOrientation: "horizontal", actionAlignment: "left", buttonSpacing: 6, maxActions: 6, showCard: { actionMode: "inline" } },
    containerStyles: {
      default: paint("#ffffff"), emphasis: paint("#f3f2f1"), accent: paint("#e5eafc"),
      good: paint("#e3f1dd"), warning: paint("#fdf3d0"), attention: paint("#fbe4e4"),
    },
  });
  const faults = [];
  for (const { name, json } of cards) {
    const figure = document.createElement("figure");
    figure.dataset.name = name;
    figure.innerHTML = "<figcaption></figcaption><form></form>";
    figure.firstChild.textContent = name;
    AC.CardElement.langProperty.regEx.lastIndex = 0;
    const card = new AC.AdaptiveCard();
    card.hostConfig = config;
    card.parse(json);
    figure.lastChild.append(card.render());
    document.querySelector("#sheet").append(figure);
    const edge = figure.getBoundingClientRect().right;
    for (const element of figure.querySelectorAll("*"))
      if (element.getBoundingClientRect().right > edge - (element.tagName === "BUTTON" ? 12 : -1) || element.scrollWidth > element.clientWidth + 1 && /P|BUTTON/.test(element.tagName))
        faults.push(`${name}: wider than the card: ${element.textContent.slice(0, 40)}`);
    if (name.startsWith("checkin.asked") && figure.offsetHeight > 800 && !figure.querySelector("textarea")?.offsetParent) faults.push(`${name}: ${figure.offsetHeight} px high`);
  }
  return faults;
}
