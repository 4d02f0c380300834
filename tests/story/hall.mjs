// Who is in the hall, when shifts end, and what stands in each conversation, as the bot itself tells it.

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

  /** The first shift end at that hour with so many staff of one language, and those staff. */
  end(hour, language, howMany) {
    for (const { at, people } of this.ends) {
      if (hourOf(at) !== hour) continue;
      const staff = people.map((id) => this.person(id)).filter((each) => each.language === language && each.roles.includes("staff"));
      if (staff.length >= howMany) return { at, staff };
    }
    throw new Error(`No shift end at ${hour}:00 has ${howMany} people who read ${language}.`);
  }

  /** How many messages of a conversation hold a button of that verb now. */
  async buttons(person, verb) {
    const { entries } = await this.bot.get(`/chat/api/conversations/${encodeURIComponent(person.conversation)}`);
    return entries.filter((entry) => !entry.deleted && JSON.stringify(entry.activity).includes(`"verb":"${verb}"`)).length;
  }

  /** Waits until one of the people with that role has a button of that verb, and returns that person. */
  async asked(role, verb, within = 10_000) {
    const people = this.people.filter((each) => each.roles.includes(role));
    for (const until = Date.now() + within; Date.now() < until; ) {
      for (const person of people) if (await this.buttons(person, verb)) return person;
    }
    throw new Error(`Nobody of role ${role} was asked within ${within} ms.`);
  }
}
