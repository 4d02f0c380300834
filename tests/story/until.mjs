import { setTimeout as pause } from "node:timers/promises";

/** Waits until the condition gives something, and returns that; after `within` milliseconds it fails, saying what was waited for. */
export async function until(condition, what, within = 10_000) {
  const end = Date.now() + within;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${within} ms: ${typeof what === "function" ? what() : what}`);
    await pause(40);
  }
}
