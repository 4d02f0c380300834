// The published program, the image and the unit. No image is built here: what it copies and what it says is looked at.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../story/bot.mjs";
import { until } from "../story/until.mjs";
import { isRead } from "./settings.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
const text = (file) => readFile(join(root, file), "utf8");
const container = await text("deploymentTemplates/container/Containerfile");
const unit = await text("deploymentTemplates/systemd/checkinbot.service");
const environment = await text("deploymentTemplates/systemd/checkinbot.env");
const inContainer = await text("deploymentTemplates/container/checkinbot.env");
const page = await text("deploymentTemplates/README.md");
let folder;

before(async () => void (folder = await mkdtemp(join(tmpdir(), "checkinbot-published-"))));
after(() => rm(folder, { recursive: true, force: true }));

/** The last build as `dotnet publish` lays it out, and nothing beside it. */
async function published() {
  const out = join(folder, "app");
  await run("dotnet", ["publish", join(root, "Bot"), "--no-build", "-c", "Debug", "-o", out, "-nologo"], { env: { ...process.env, MSBUILDDISABLENODEREUSE: "1" } }).catch((fault) => assert.fail(fault.stdout));
  return out;
}

test("The published program starts from its folder in Production, lacks nothing but a login, shows no local chat and ends when it is told to", async () => {
  const out = await published();
  assert.ok(!(await readdir(out)).includes("LocalChat"));
  const data = join(folder, "data");
  await cp(join(root, "org/demo"), join(folder, "org"), { recursive: true });
  const address = `http://127.0.0.1:${await freePort()}`;
  const settings = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ASPNETCORE|DOTNET_ENV|Bot__|Storage__|Org__)/.test(name))),
    ASPNETCORE_URLS: address,
    Bot__AppId: "11111111-2222-4333-8444-555555555555",
    Bot__ClientSecret: "of nobody",
    Storage__Path: join(data, "checkinbot.db"),
    Org__Folder: join(folder, "org"),
    // No login answers, on whichever network this runs.
    HTTPS_PROXY: "http://127.0.0.1:1",
  };
  const bot = spawn("dotnet", ["CheckInBot.Bot.dll"], { cwd: out, env: settings, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(bot, "exit");
  let said = "";
  for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (words) => (said += words));
  const get = (path) => fetch(address + path).catch(() => null);
  try {
    const ready = await until(async () => {
      assert.equal(bot.exitCode, null, said);
      const answer = await get("/health/ready");
      return answer;
    }, () => `the program answers. It said:\n${said}`, 60_000);
    // Everything but the login, which nobody can have here.
    assert.equal(ready.status, 503);
    assert.match(await ready.text(), /^not ready: no token for the channel(, a list of working days is missing)?$/);
    assert.equal(await (await get("/health/live")).text(), "live");
    assert.equal((await get("/")).status, 404);
    assert.equal((await fetch(`${address}/dev/clock`, { method: "POST", body: "{}" })).status, 404);
    assert.equal((await fetch(`${address}/api/messages`, { method: "POST", body: "{}", headers: { "content-type": "application/json" } })).status, 401);
    bot.kill("SIGTERM");
    assert.deepEqual((await ended)[0], 0, said);
  } finally {
    bot.kill("SIGKILL");
  }
});

test("Everything that the image copies is there, and it copies all that the projects need", async () => {
  const sources = [...container.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) => from.split(" "));
  for (const source of sources) await stat(join(root, source));
  for (const project of ["Bot", "Cards", "Dialogs"]) {
    assert.ok(sources.includes(`${project}/`));
    const outside = [...(await text(`${project}/${project}.csproj`)).matchAll(/Include="\.\.\\([^"*]+)/g)].map(([, path]) => path.replaceAll("\\", "/"));
    for (const path of outside) assert.ok(sources.some((source) => path.startsWith(source)), `${path} is not copied`);
  }
  for (const file of await readdir(root)) if (/^(Directory\..*|global\.json|\.editorconfig|BannedSymbols\.txt)$/.test(file)) assert.ok(sources.includes(file), `${file} is not copied`);
  const ignored = (await text(".dockerignore")).trim().split("\n").map((line) => line.replace(/^\*\*\//, ""));
  for (const source of sources) assert.ok(!source.split("/").some((part) => ignored.includes(part)), `${source} is ignored`);
});

test("The image runs without rights, keeps its data in a volume and is asked whether it lives", async () => {
  const last = container.slice(container.lastIndexOf("\nFROM "));
  assert.match(last, /\nUSER app\n/);
  assert.match(last, /\nVOLUME \/data\n/);
  assert.match(last, /Storage__Path=\/data\//);
  assert.match(last, /Storage__Keys=\/data\//);
  assert.match(last, /\nENTRYPOINT \["dotnet", "CheckInBot\.Bot\.dll"\]\n/);
  const [, asked] = /\nHEALTHCHECK .*http:\/\/127\.0\.0\.1:8080(\/[\w/]+)"/.exec(last);
  assert.ok((await text("Bot/Hosting/HealthRoutes.cs")).includes(`"${asked}"`));
  assert.doesNotMatch(container, /Secret|Password|ConnectionString/);
});

test("The program reads every setting of the image and of the unit, and the unit names no secret", async () => {
  const names = [...(container + environment + inContainer).matchAll(/^(?:ENV |\s+)?([A-Z]\w+__\w+)=/gm)].map(([, name]) => name);
  assert.ok(names.length >= 10);
  for (const name of names) assert.ok(isRead(name), `${name} is read nowhere`);
  for (const settings of [environment, inContainer]) assert.match(settings, /^Bot__ClientSecret=$/m);
  assert.doesNotMatch(unit, /Secret|^Environment=/m);
});

test("systemd takes the unit, which starts the program that is published and may write its own folder only", async () => {
  const { stdout: dotnet } = await run("which", ["dotnet"]);
  const copy = join(folder, "checkinbot.service");
  await writeFile(copy, unit.replace("/usr/bin/dotnet", dotnet.trim()));
  const verified = await run("systemd-analyze", ["verify", "--man=no", copy]).catch((fault) => fault);
  // A machine without systemd has nothing to ask.
  if (verified.code !== "ENOENT") assert.deepEqual([verified.code ?? 0, verified.stderr], [0, ""]);
  const set = Object.fromEntries([...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  assert.equal(set.ExecStart, "/usr/bin/dotnet CheckInBot.Bot.dll");
  assert.deepEqual([set.NoNewPrivileges, set.ProtectSystem, set.CapabilityBoundingSet, set.User], ["yes", "strict", "", "checkinbot"]);
  assert.ok(environment.includes(`Storage__Path=/var/lib/${set.StateDirectory}/`) && environment.includes(`Storage__Keys=/var/lib/${set.StateDirectory}/`));
});

test("The settings of a container leave its paths and its port to the image, and the page fills in these and no others", () => {
  const names = [...inContainer.matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  assert.ok(names.length > 0 && names.every((name) => name.startsWith("Bot__")), `${names}`);
  assert.ok(page.includes("deploymentTemplates/container/checkinbot.env checkinbot.env"));
});

/** The shell of one section of the page. */
const shell = (heading) => [...page.split("\n## ").find((section) => section.startsWith(`${heading}\n`)).matchAll(/```sh\n([^]*?)```/g)].map(([, lines]) => lines).join("");

test("Under systemd a command has the account, the folder and the rights of the unit, and it checks before it starts", () => {
  const lines = shell("systemd");
  const command = lines.replaceAll("\\\n", "");
  for (const [, name] of command.matchAll(/-p (\w+)=/g)) assert.equal(new RegExp(`-p ${name}=(\\S+)`).exec(command)[1], new RegExp(`^${name}=(.*)$`, "m").exec(unit)[1], name);
  for (const name of ["User", "Group", "UMask", "StateDirectory", "StateDirectoryMode", "WorkingDirectory", "EnvironmentFile"]) assert.ok(command.includes(`-p ${name}=`), name);
  assert.ok(command.includes(`${/^ExecStart=(.*)$/m.exec(unit)[1]} "$@"`));
  assert.ok(lines.indexOf("\ncheckinbot check\n") > 0 && lines.indexOf("\ncheckinbot check\n") < lines.indexOf("systemctl enable --now"));
});

test("A container is checked before it runs, and what is built without Node.js says so", () => {
  const lines = shell("Container");
  assert.ok(lines.indexOf("\ncheckinbot check\n") > 0 && lines.indexOf("\ncheckinbot check\n") < lines.indexOf("docker run -d"));
  for (const [publish] of page.matchAll(/dotnet publish .*/g)) assert.match(publish, /-p:WithLocalChat=false/);
});
