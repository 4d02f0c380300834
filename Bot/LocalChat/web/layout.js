// Which panes stand side by side, kept in the address: #lang=zh&pane=lijing&pane=@hall:wangmin

import { directory } from "./directory.js";

export function read() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const places = parts.getAll("pane").map(parse).filter((place) => directory.isKnown(place));
  return { language: parts.get("lang") ?? (navigator.language.startsWith("zh") ? "zh" : "en"), places: places.length ? places : initial() };
}

export function write(language, places) {
  const parts = new URLSearchParams({ lang: language });
  for (const place of places) parts.append("pane", place.team ? `@${place.team}:${place.as}` : place.person);
  history.replaceState(null, "", `#${parts}`);
}

/** Somebody who is not shown yet, for a new pane. */
export function nextPlace(places) {
  const shown = new Set(places.map((place) => place.person));
  return { person: (directory.people.find((each) => !shown.has(each.id)) ?? directory.people[0]).id };
}

function parse(text) {
  if (!text.startsWith("@")) return { person: text };
  const colon = text.indexOf(":");
  return { team: text.slice(1, colon), as: text.slice(colon + 1) };
}

/** One at the counter, their duty leader, a counsellor: the three sides of the story. */
function initial() {
  const { people } = directory;
  const staff = people.find((each) => each.roles.length === 1 && each.roles[0] === "staff") ?? people[0];
  const leader = people.find((each) => each.roles.includes("leader") && each.team === staff?.team)
    ?? people.find((each) => each.roles.includes("leader"));
  const counsellor = people.find((each) => each.roles.includes("counsellor"));
  const chosen = new Set([staff, leader, counsellor].filter(Boolean));
  return [...chosen].map((each) => ({ person: each.id }));
}
