// The built bot as a process of its own: on a free port of loopback, with a store that is thrown away.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./until.mjs";

const folder = fileURLToPath(new URL("../../Bot", import.meta.url));
const program = join(folder, "bin/Debug/net10.0/CheckInBot.Bot.dll");

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export class Bot {
  /** `settings` are environment variables beside the usual ones. */
  static async start(settings = {}) {
    const bot = new Bot();
    bot.settings = settings;
    bot.address = `http://127.0.0.1:${await freePort()}`;
    bot.store = await mkdtemp(join(tmpdir(), "checkinbot-story-"));
    await bot.begin();
    return bot;
  }

  /** Starts the process on the store as it is; returns when the bot can work. */
  async begin(within = 30_000) {
    this.said = "";
    this.process = spawn("dotnet", [program], {
      cwd: folder,
      env: {
        ...process.env,
        ASPNETCORE_ENVIRONMENT: "Development",
        ASPNETCORE_URLS: this.address,
        Storage__Path: join(this.store, "bot.db"),
        Logging__LogLevel__Default: "Warning",
        ...this.settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.ended = once(this.process, "exit");
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on("data", (text) => (this.said += text));
    await until(() => this.isReady(), () => `the bot is ready. It said:\n${this.said}`, within);
  }

  async isReady() {
    if (this.process.exitCode !== null) throw new Error(`The bot ended while it started:\n${this.said}`);
    try {
      return (await fetch(`${this.address}/health/ready`)).ok;
    } catch {
      return false;
    }
  }

  /** Ends the process at once, as a power cut would. */
  async kill() {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill("SIGKILL");
    await this.ended;
  }

  async remove() {
    await this.kill();
    await rm(this.store, { recursive: true, force: true });
  }

  async get(path) {
    return (await fetch(this.address + path)).json();
  }
}
