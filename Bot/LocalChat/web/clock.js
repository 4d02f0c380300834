// The bot's clock, and the buttons that move it.

import { clock, moveClock, shiftEnds } from "./channel.js";
import { directory } from "./directory.js";
import { day, time, word } from "./words.js";

const group = document.querySelector(".clock");
const now = document.getElementById("now");
const ran = document.getElementById("ran");
const button = document.getElementById("shiftEnd");
let current = null;
let next = null;
let outcome = null;

export function startClock() {
  for (const each of group.querySelectorAll("[data-advance]")) each.addEventListener("click", () => move({ advance: each.dataset.advance }));
  button.addEventListener("click", () => next && move({ now: next.at }));
  setInterval(() => document.hidden || look(), 5000);
  return look();
}

export function drawClock() {
  if (!current) return;
  group.hidden = false;
  const { zone } = directory;
  now.replaceChildren(
    Object.assign(document.createElement("b"), { textContent: time(current, zone) }),
    Object.assign(document.createElement("span"), { textContent: day(current, zone) }),
  );
  ran.textContent = outcome?.() ?? "";
  button.disabled = !next;
  button.textContent = next ? word("nextShiftEnd", time(next.at, zone), next.people.length) : word("noShiftEnd");
  button.title = next ? `${day(next.at, zone)} · ${next.people.map((id) => directory.person(id)?.name ?? id).join(", ")}` : "";
}

async function look() {
  try {
    current = (await clock()).now;
    const ends = await shiftEnds();
    next = ends.filter((end) => new Date(end.at) > new Date(current)).sort((a, b) => new Date(a.at) - new Date(b.at))[0] ?? null;
  } catch {
    // Without a clock to look at, the page simply shows none.
  }
  drawClock();
}

async function move(to) {
  group.setAttribute("aria-busy", "true");
  try {
    const answer = await moveClock(to);
    outcome = () => word("moved", answer.ran);
  } catch {
    outcome = () => word("clockRefused");
  } finally {
    group.removeAttribute("aria-busy");
  }
  await look();
  // A word about the last move would soon be taken for one about now.
  const said = outcome;
  setTimeout(() => {
    if (outcome !== said) return;
    outcome = null;
    drawClock();
  }, 8000);
}
