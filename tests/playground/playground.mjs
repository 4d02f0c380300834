// Microsoft's own client as a process of its own, on a free port of loopback; its user is one person of the hall.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../story/bot.mjs";
import { until } from "../story/until.mjs";

const program = fileURLToPath(new URL("../node_modules/@microsoft/m365agentsplayground/cli.js", import.meta.url));
const tenantId = "00000000-0000-4000-8000-000000000099";
// It takes five, not one more or less.
const others = 5;

const account = ({ id, name, email, entraId }) =>
  ({ id, name, email, userPrincipleName: email, aadObjectId: entraId, givenName: name, surname: name });

export class Playground {
  /** Ready when it answers; the page does the installing. `company` are first among the other users. */
  static async start(bot, hall, me, ...company) {
    const playground = new Playground();
    playground.me = me;
    playground.folder = await mkdtemp(join(tmpdir(), "checkinbot-playground-"));
    try {
      await playground.begin(bot, hall, company);
      return playground;
    } catch (fault) {
      await playground.remove();
      throw fault;
    }
  }

  async begin(bot, hall, company) {
    const users = [...company, ...hall.people.filter((each) => each !== this.me && !company.includes(each))].slice(0, others);
    const config = join(this.folder, ".m365agentsplayground.yml");
    const log = join(this.folder, "log");
    // Every JSON text is YAML too.
    await writeFile(config, JSON.stringify({
      version: "0.1.1",
      tenantId,
      bot: { id: "28:checkinbot", name: "CheckInBot" },
      currentUser: account(this.me),
      users: users.map(account),
      personalChat: { id: `personal-${this.me.id}` },
      groupChat: { id: "group", name: "Group" },
      team: { id: "team", name: "Hall", aadGroupId: "00000000-0000-4000-8000-000000000031", channels: [{ id: "news", name: "News" }] },
    }));
    const noProxy = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(https?|all)_proxy$/i.test(name)));
    const wish = String(await freePort());
    this.process = spawn(process.execPath, [program, "start", "-e", `${bot.address}/api/messages`, "-c", "msteams", "-p", wish, "--dt"], {
      cwd: this.folder,
      env: { ...noProxy, TEAMSAPPTESTER_BROWSER: "none", M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, M365_AGENTS_PLAYGROUND_LOGFILE: log },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.ended = once(this.process, "exit");
    this.said = "";
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on("data", (text) => (this.said += text));
    const told = async () => `It said:\n${this.said}\n${await readFile(log, "utf8").catch(() => "")}`;
    try {
      await until(() => this.isReady(), "the Playground answers", 30_000);
    } catch (fault) {
      throw new Error(`${fault.message}. ${await told()}`);
    }
  }

  async isReady() {
    if (this.process.exitCode !== null) throw new Error("The Playground ended while it started");
    // It takes another port where the one it was given is no longer free.
    const port = /Listening on (\d+)/.exec(this.said)?.[1];
    if (!port) return false;
    this.address = `http://localhost:${port}`;
    try {
      return (await this.request("/_internal/v1/testConfig")).ok;
    } catch {
      return false;
    }
  }

  /** Posts JSON, or gets without. */
  request(path, body) {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    return fetch(this.address + path, { ...(body && post), signal: AbortSignal.timeout(20_000) });
  }

  async post(path, body) {
    const answer = await this.request(path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** A personal conversation of another user with a message of the bot in it. The page does not show it. */
  async conversationOf(person) {
    const { id } = await this.post("/_connector/v3/conversations", { isGroup: false, members: [{ id: person.id }], tenantId });
    const message = await this.post(`/_connector/v3/conversations/${encodeURIComponent(id)}/activities`, { type: "message", text: "-" });
    return { id, message: message.id };
  }

  /** `Action.Execute`, pressed by that person; gives the bot's answer. */
  invoke(person, conversation, message, action) {
    return this.post("/_conversation/v1/invoke", {
      name: "adaptiveCard/action", from: { id: person.id }, conversation: { id: conversation }, replyToId: message, value: { action },
    });
  }

  /** `Action.Submit`, pressed by that person; what comes of it comes to the conversation. */
  submit(person, conversation, message, value) {
    return this.post("/_conversation/v1/submit", { from: { id: person.id }, conversation: { id: conversation }, replyToId: message, value });
  }

  async remove() {
    if (this.process?.pid && this.process.exitCode === null && this.process.signalCode === null) process.kill(-this.process.pid, "SIGKILL");
    await this.ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
