// The page of the local chat: panes over one stream of activities.

import { listen, people, transcript } from "./channel.js";
import { drawClock, startClock } from "./clock.js";
import { directory } from "./directory.js";
import { nextPlace, read, write } from "./layout.js";
import { count, drawNews } from "./news.js";
import { Pane } from "./pane.js";
import { take } from "./transcript.js";
import { fill, language, speak } from "./words.js";

const row = document.getElementById("panes");
const offline = document.getElementById("offline");
const switcher = document.getElementById("language");
let panes = [];

const found = await people().catch(() => null);
if (!found) {
  // The program is starting or stopped: the page comes back with it.
  fill(document.body);
  offline.hidden = false;
  setTimeout(() => location.reload(), 3000);
  throw new Error("The local chat does not answer yet.");
}
directory.fill(found);
arrange();
listen(found.change, {
  onEntry: (entry) => {
    const isNew = take(entry);
    const isOpen = panes.some((pane) => pane.conversation.id === entry.conversation);
    if (!isNew || isOpen || entry.activity.from.id !== directory.bot.id) return;
    countNews(entry);
  },
  onReset: () => location.reload(),
  onState: (online) => (offline.hidden = online),
});
startClock();

document.getElementById("add").addEventListener("click", () => open(nextPlace(panes.map((pane) => pane.place))));
switcher.addEventListener("click", () => {
  speak(language() === "zh" ? "en" : "zh");
  drawWords();
  remember();
  for (const pane of panes) {
    pane.head();
    pane.redrawWords();
  }
});
window.addEventListener("hashchange", arrange);

/** The first message of a chat is the greeting that came with the installation: no news. */
async function countNews(entry) {
  const [first] = await transcript(entry.conversation).then(({ entries }) => entries, () => []);
  if (first?.id === entry.id) return;
  count(entry.conversation);
  drawNews(panes, open);
}

/** Sets up what the address asks for. */
function arrange() {
  const { language: asked, places } = read();
  speak(asked);
  drawWords();
  panes.forEach((pane) => pane.close());
  panes = [];
  places.forEach(add);
  remember();
}

function add(place) {
  const pane = new Pane(place, {
    moved: remember,
    closed: (gone) => {
      gone.close();
      panes = panes.filter((each) => each !== gone);
      remember();
    },
  });
  panes.push(pane);
  row.append(pane.root);
  return pane;
}

function open(place) {
  const pane = add(place);
  remember();
  pane.root.scrollIntoView({ inline: "end" });
  pane.find(".composer textarea").focus({ preventScroll: true });
}

function remember() {
  write(language(), panes.map((pane) => pane.place));
  drawNews(panes, open);
}

function drawWords() {
  fill(document.body);
  switcher.textContent = language() === "zh" ? "English" : "中文";
  switcher.lang = language() === "zh" ? "en" : "zh";
  drawClock();
  drawNews(panes, open);
}
