// A card on a phone: what a drawing and a test of its width share.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const golden = join(dirname(fileURLToPath(import.meta.url)), "..", "Cards.Tests", "Golden");
const renderer = join(dirname(createRequire(import.meta.url).resolve("adaptivecards/package.json")), "dist", "adaptivecards.min.js");

/** Every golden card of that language whose name begins so. */
export const cardsOf = (tag, only = "") => readdirSync(golden)
  .filter((f) => f.endsWith(`.${tag}.json`) && f.startsWith(only)).sort()
  .map((f) => ({ name: f.slice(0, -tag.length - 6), json: JSON.parse(readFileSync(join(golden, f), "utf8")) }));

export const browse = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

/** A page that shows these cards at that width, with so much beside the label of a button, from which nothing but this machine is reached, and what is wrong with them. */
export async function show(browser, tag, cards, width, padding = 12) {
  const page = await browser.newPage({ viewport: { width: width + 40, height: 800 } });
  page.setDefaultTimeout(30_000);
  await page.route("**/*", (route) =>
    /^(https?:\/\/(127\.0\.0\.1|localhost)[:/]|file:|data:|about:)/.test(route.request().url()) ? route.continue() : route.abort());
  await page.setContent(`<!doctype html><html lang="${tag}"><style>${styles(width, padding)}</style><div id="sheet"></div></html>`);
  await page.addScriptTag({ path: renderer });
  return { page, faults: await page.evaluate(draw, cards) };
}

/** How a phone shows a card of that width: a label stays on one line and is cut where it is too long. */
const styles = (width, padding) => `
  body { margin: 0; background: #d9d9d9; font: 14px/1.4 "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #242424; }
  #sheet { display: flex; flex-flow: column wrap; align-content: flex-start; gap: 10px; padding: 10px; }
  figure { margin: 0; width: ${width}px; }
  figcaption { font-size: 11px; color: #555; }
  figure form { background: #fff; border-radius: 4px; overflow: hidden; }
  .ac-pushButton { font: inherit; font-weight: 600; padding: 6px ${padding}px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-textInput, select.ac-input { font: inherit; padding: 5px; border: 1px solid #d1d1d1; border-radius: 4px; box-sizing: border-box; width: 100%; }
  .ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div { min-height: 34px; }
  input[type=radio], input[type=checkbox] { width: 18px; height: 18px; }
  table.ac-factset { border-collapse: collapse; }
`;

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
    const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());)
      for (const number of text.data.matchAll(/\d{3,}/g)) {
        const range = document.createRange();
        range.setStart(text, number.index);
        range.setEnd(text, number.index + number[0].length);
        if (new Set([...range.getClientRects()].map((r) => r.top)).size > 1) faults.push(`${name}: a number in two lines: ${number[0]}`);
      }
    const edge = figure.getBoundingClientRect().right;
    for (const element of figure.querySelectorAll("*"))
      if (element.getBoundingClientRect().right > edge - (element.tagName === "BUTTON" ? 12 : -1) || element.scrollWidth > element.clientWidth + 1 && (element.tagName === "P" || element.closest("button")))
        faults.push(`${name}: wider than the card: ${element.textContent.slice(0, 40)}`);
    if (figure.offsetWidth >= 360 && name.startsWith("checkin.asked") && figure.offsetHeight > 800 && !figure.querySelector("textarea")?.offsetParent) faults.push(`${name}: ${figure.offsetHeight} px high`);
  }
  return faults;
}
