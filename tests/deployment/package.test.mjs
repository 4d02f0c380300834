// The Teams app package as the documented command makes it, against Microsoft's own schemas.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import formats from "ajv-formats";
import Ajv from "ajv-draft-04";
import { png } from "./png.mjs";
import { unzip } from "./unzip.mjs";

const program = fileURLToPath(new URL("../../Bot/bin/Debug/net10.0/CheckInBot.Bot.dll", import.meta.url));
const schemas = fileURLToPath(new URL("../node_modules/@microsoft/app-manifest/build/json-schemas/teams/", import.meta.url));
const id = "11111111-2222-4333-8444-555555555555";
let folder, files, manifest;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkinbot-package-"));
  const out = join(folder, "checkinbot.zip");
  // Elsewhere than the program lies, as an administrator may call it.
  const { stdout } = await promisify(execFile)("dotnet", [program, "package", "--app-id", id, "--out", out], { cwd: folder });
  assert.match(stdout, /is made/);
  assert.match(stdout, /example\.com/);
  files = unzip(await readFile(out));
  manifest = json("manifest.json");
});

after(() => rm(folder, { recursive: true }));

const json = (file) => JSON.parse(files.get(file).toString("utf8"));

/** The official schema that a file names, and what it says about the file. */
async function faults(file) {
  const [, version, name] = /teams\/(v[\d.]+)\/(MicrosoftTeams[.\w]*\.schema\.json)$/.exec(json(file).$schema);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  const fits = ajv.compile(JSON.parse(await readFile(join(schemas, version, name), "utf8")));
  return (content) => (fits(content) ? [] : fits.errors.map((e) => `${e.instancePath} ${e.message}`));
}

test("The package holds the manifest, its translation and both icons at its top", () => {
  assert.deepEqual([...files.keys()], ["manifest.json", "zh-cn.json", "color.png", "outline.png"]);
  assert.deepEqual([manifest.id, manifest.bots[0].botId], [id, id]);
});

test("Microsoft's schema takes the manifest, and refuses a broken one", async () => {
  const of = await faults("manifest.json");
  assert.deepEqual(of(manifest), []);
  assert.equal(json("manifest.json").$schema.includes(`/v${manifest.manifestVersion}/`), true);
  assert.notDeepEqual(of({ ...manifest, accentColor: "violet" }), []);
  assert.notDeepEqual(of({ ...manifest, bots: [{ ...manifest.bots[0], scopes: ["everywhere"] }] }), []);
});

test("Microsoft's schema takes the translation, and refuses a broken one", async () => {
  const of = await faults("zh-cn.json");
  assert.deepEqual(of(json("zh-cn.json")), []);
  assert.notDeepEqual(of({ ...json("zh-cn.json"), "bots[0].commandLists[7].commands[0].title": "帮助" }), []);
  assert.deepEqual(manifest.localizationInfo.additionalLanguages, [{ languageTag: "zh-cn", file: "zh-cn.json" }]);
});

test("The bot is offered to one person, to a team and to a group, and takes files", () => {
  assert.deepEqual(manifest.bots[0].scopes, ["personal", "team", "groupChat"]);
  assert.equal(manifest.bots[0].supportsFiles, true);
});

test("The icons have the sizes that Teams asks for, and the small one is white on nothing", () => {
  const large = png(files.get(manifest.icons.color));
  assert.deepEqual([large.width, large.height], [192, 192]);
  assert.ok(large.pixels.every((pixel) => pixel[3] === 255));
  const small = png(files.get(manifest.icons.outline));
  assert.deepEqual([small.width, small.height], [32, 32]);
  assert.ok(small.pixels.filter((pixel) => pixel[3] > 0).every(([r, g, b]) => r === 255 && g === 255 && b === 255));
  assert.ok(small.pixels.filter((pixel) => pixel[3] === 255).length > 40);
  assert.equal(small.pixels[0][3], 0);
});
