// Who is in the hall, and what a pane's place means: `{person}` is a personal chat, `{team, as}` a channel seen as somebody.

import { roleWords, word } from "./words.js";

const named = (value, text, selected) => Object.assign(document.createElement("option"), { value, textContent: text, selected });

export const directory = {
  bot: null,
  people: [],
  teams: [],
  zone: undefined,

  fill({ bot, people, teams }) {
    Object.assign(this, { bot, people, teams, zone: teams[0]?.timeZone });
  },

  person(id) {
    return this.people.find((each) => each.id === id);
  },

  team(id) {
    return this.teams.find((each) => each.id === id);
  },

  isKnown(place) {
    return Boolean(place.team ? this.team(place.team) && this.person(place.as) : this.person(place.person));
  },

  viewerOf(place) {
    return this.person(place.team ? place.as : place.person);
  },

  conversationOf(place) {
    const { conversation, name } = place.team ? this.team(place.team) : this.person(place.person);
    return { id: conversation, name, isChannel: Boolean(place.team) };
  },

  /** The place behind an option of the chooser; a channel keeps the person who was looking, if it is theirs to see. */
  placeOf(value, before) {
    if (!value.startsWith("#")) return { person: value };
    const team = value.slice(1);
    return { team, as: before?.as ?? before?.person ?? this.speakerOf(team) };
  },

  speakerOf(team) {
    const members = this.people.filter((each) => each.team === team);
    return (members.find((each) => each.roles.includes("leader")) ?? members[0] ?? this.people[0]).id;
  },

  /** The place of a conversation, seen as its person or its team's leader. */
  placeOfConversation(id) {
    const person = this.people.find((each) => each.conversation === id);
    if (person) return { person: person.id };
    const team = this.teams.find((each) => each.conversation === id);
    return team && { team: team.id, as: this.speakerOf(team.id) };
  },

  initials(person) {
    const isLatin = /^[\p{Script=Latin}\s.'-]+$/u.test(person.name);
    return isLatin ? person.name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("") : person.name.slice(-2);
  },

  fillConversations(select, place) {
    const channels = Object.assign(document.createElement("optgroup"), { label: word("channels") });
    channels.append(...this.teams.map((team) => named(`#${team.id}`, `# ${team.name}`, place.team === team.id)));
    const people = Object.assign(document.createElement("optgroup"), { label: word("people") });
    people.append(...this.people.map((each) => named(each.id, `${each.name} · ${roleWords(each.roles)}`, place.person === each.id)));
    select.replaceChildren(people, channels);
  },

  fillPeople(select, chosen) {
    select.replaceChildren(...this.people.map((each) => named(each.id, `${each.name} · ${roleWords(each.roles)}`, each.id === chosen)));
  },
};
