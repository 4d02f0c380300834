// The demonstration hall, copied so that it can be changed: one of the staff and one leader are at work every day, nobody else is.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "../story/until.mjs";

const demo = fileURLToPath(new URL("../../org/demo", import.meta.url));

export class Hall {
  static async with(staff, leader) {
    const hall = new Hall();
    hall.folder = await mkdtemp(join(tmpdir(), "checkinbot-org-"));
    await cp(demo, hall.folder, { recursive: true });
    const [heads, ...people] = (await readFile(join(demo, "people.csv"), "utf8")).trim().split(/\r?\n/).map((line) => line.split(","));
    const column = (person, name) => person[heads.indexOf(name)];
    hall.people = people.map((each) => ({ id: column(each, "id"), name: column(each, "name"), email: column(each, "email"), entraId: column(each, "entraId") }));
    const shifts = (await readFile(join(demo, "shifts.csv"), "utf8")).trim().split(/\r?\n/);
    const kept = shifts.slice(1).filter((line) => [staff, leader].includes(line.split(",")[1])).map((line) => line.replace(/(D-\d+\.\.D\+\d+).*$/, "$1"));
    await writeFile(join(hall.folder, "shifts.csv"), [shifts[0], ...kept, ""].join("\n"));
    return hall;
  }

  person(id) {
    return this.people.find((each) => each.id === id);
  }

  /** The local chat installs itself for everybody once; whoever installs after it is the newer conversation. */
  async installed(bot, ...people) {
    for (const { id } of people) {
      await until(async () => (await bot.get(`/chat/api/conversations/${encodeURIComponent(`a:${id}`)}`)).entries.length > 0, `the local chat is installed for ${id}`, 30_000);
    }
  }

  async remove() {
    await rm(this.folder, { recursive: true, force: true });
  }
}
