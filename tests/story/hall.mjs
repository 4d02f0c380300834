// Who is in the hall, when shifts end, and what stands in each conversation, as the bot itself tells it.

import { until } from "./until.mjs";

const zone = "Asia/Shanghai";
const hourOf = (at) => Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(new Date(at)));

export class Hall {
  static async of(bot) {
    const hall = new Hall();
    hall.bot = bot;
    hall.people = (await bot.get("/chat/api/people")).people;
    hall.ends = await bot.get("/dev/shift-ends");
    return hall;
  }

  person(id) {
    return this.people.find((each) => each.id === id);
  }

  /** The first shift end at that hour after which two people who read that language go home: these two, and one more. */
  end(hour, language) {
    for (const { at, people } of this.ends) {
      const staff = people.map((id) => this.person(id));
      const two = staff.filter((each) => each.language === language).slice(0, 2);
      const other = staff.find((each) => !two.includes(each));
      if (hourOf(at) === hour && two.length === 2 && other) return { at, two, other };
    }
    throw new Error(`After no shift end at ${hour}:00 two people who read ${language} and one more go home.`);
  }

  /** Somebody at a counter who reads that language and is none of these. */
  staff(language, ...others) {
    return this.people.find((each) => each.roles.includes("staff") && each.language === language && !others.includes(each));
  }

  /** How many messages of a conversation hold a button of that verb now. */
  async buttons(person, verb) {
    const { entries } = await this.bot.get(`/chat/api/conversations/${encodeURIComponent(person.conversation)}`);
    return entries.filter((entry) => !entry.deleted && JSON.stringify(entry.activity).includes(`"verb":"${verb}"`)).length;
  }

  /** Waits until one of the people with that role has a button of that verb, and returns that person. */
  asked(role, verb) {
    const people = this.people.filter((each) => each.roles.includes(role));
    return until(async () => {
      for (const person of people) if (await this.buttons(person, verb)) return person;
    }, `a ${role} is asked`);
  }

  /** Waits until nobody has a button of that verb any more. */
  nobodyHas(verb) {
    return until(async () => {
      for (const person of this.people) if (await this.buttons(person, verb)) return false;
      return true;
    }, `nobody has ${verb}`);
  }
}
