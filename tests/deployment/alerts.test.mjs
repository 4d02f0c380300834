// Whether each alert fires when it should and stays silent when it should not, by Prometheus's own evaluation.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rules = join(root, "deploymentTemplates/alerts.yaml");
const cases = join(root, "tests/deployment/alerts.promtool.yaml");

test("Every alert has a moment at which it fires and one at which it does not", async () => {
  const names = [...(await readFile(rules, "utf8")).matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  const told = await readFile(cases, "utf8");
  assert.ok(names.length > 10);
  for (const name of names) {
    assert.match(told, new RegExp(`alertname: ${name}, exp_alerts: \\[\\]`), name);
    assert.match(told, new RegExp(`alertname: ${name}, exp_alerts: \\[\\{`), name);
  }
});

test("The alerts fire at these moments and at no other, as promtool evaluates them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "checkinbot-alerts-"));
  try {
    for (const file of [rules, cases]) await copyFile(file, join(folder, file.slice(file.lastIndexOf("/") + 1)));
    const done = await promisify(execFile)("promtool", ["test", "rules", "alerts.promtool.yaml"], { cwd: folder }).catch((fault) => fault);
    // A machine without Prometheus's tool has nothing to ask.
    if (done.code !== "ENOENT") assert.equal(done.code ?? 0, 0, `${done.stdout}${done.stderr}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
