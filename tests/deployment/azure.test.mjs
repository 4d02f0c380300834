// The resources on Azure as they would be made in each cloud. Azure itself is not asked: that needs a subscription.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isRead } from "./settings.mjs";
import { clouds, parametersOf, resourcesOf } from "./template.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}deploymentTemplates/`;
const json = async (file) => JSON.parse(await readFile(folder + file, "utf8"));
const template = await json("azuredeploy.json");
const hush = "hush-hush-hush";

/** Built-in roles, "Azure built-in roles": none of them may do more than read and write data. */
const roles = {
  "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3": "Storage Table Data Contributor",
  "974c5e8b-45b9-4653-ba55-5f855dd0fb88": "Storage Queue Data Contributor",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
};

async function deployed(cloud, more = {}) {
  const { parameters } = await json(`azuredeploy.parameters.${cloud}.json`);
  const given = Object.fromEntries(Object.entries(parameters).map(([name, { value, reference }]) => [name, reference ? hush : value]));
  const whole = resourcesOf(template, parametersOf(template, { ...given, ...more }), clouds[cloud]);
  const of = (type) => whole.resources.filter((resource) => resource.type === type && resource.made);
  return { ...whole, of, settings: of("Microsoft.Web/sites/config").find((config) => config.name.endsWith("/appsettings")).properties };
}

for (const cloud of Object.keys(clouds))
  for (const identity of ["UserAssignedMSI", "SingleTenant"]) {
    const only = { identity, ...(identity === "SingleTenant" && { botAppId: "22222222-2222-4222-8222-222222222222", botClientSecret: hush }) };

    test(`${cloud}, ${identity}: every dependency is a resource of the template, and none waits for itself`, async () => {
      const { resources } = await deployed(cloud, only);
      const ids = new Map(resources.flatMap((resource) => [[resource.id, resource], ...(resource.copy ? [[resource.copy, resource]] : [])]));
      assert.equal(new Set(resources.map((resource) => resource.id)).size, resources.length);
      const reaches = (resource, seen) => (resource.dependsOn ?? []).every((id) => {
        assert.ok(ids.has(id), `${resource.name} waits for ${id}, which is not there`);
        assert.ok(!seen.includes(id), `${id} waits for itself`);
        return reaches(ids.get(id), [...seen, id]);
      });
      for (const resource of resources) assert.ok(reaches(resource, [resource.id]));
      // What a resource names by its id, it waits for.
      for (const resource of resources.filter((each) => each.made)) {
        const waits = (from) => (from.dependsOn ?? []).flatMap((id) => [ids.get(id).id, ...waits(ids.get(id))]);
        const named = [...ids.values()].filter((other) => other.id !== resource.id && JSON.stringify([resource.scope, resource.properties, resource.identity]).includes(`${other.id}"`));
        for (const other of named) assert.ok(waits(resource).includes(other.id), `${resource.name} does not wait for ${other.name}`);
      }
    });

    test(`${cloud}, ${identity}: the program reads every setting, and they say what it needs`, async () => {
      const { settings, of } = await deployed(cloud, only);
      for (const [name, value] of Object.entries(settings)) {
        assert.equal(typeof value, "string", name);
        assert.ok(isRead(name), `${name} is read nowhere`);
      }
      const [data] = of("Microsoft.Storage/storageAccounts");
      assert.equal(settings.Storage__Account, data.name);
      assert.equal(settings.Bot__Cloud, { public: "Public", usgov: "UsGov", china: "China" }[cloud]);
      assert.equal("Bot__ClientSecret" in settings, identity === "SingleTenant");
      assert.equal(settings.Bot__ManagedIdentity, identity === "SingleTenant" ? undefined : "true");
      const mounts = Object.values(of("Microsoft.Web/sites/config").find((config) => config.name.endsWith("/azurestorageaccounts")).properties).map((mount) => mount.mountPath);
      assert.deepEqual(mounts.sort(), [settings.Storage__Keys, settings.Org__Folder].sort());
    });

    test(`${cloud}, ${identity}: the secret stands in the key vault and nowhere else`, async () => {
      const { resources, outputs, settings } = await deployed(cloud, only);
      const made = resources.filter((resource) => resource.made);
      const holders = [...made, outputs].filter((each) => JSON.stringify(each).includes(hush)).map((each) => each.type);
      assert.deepEqual(holders, identity === "SingleTenant" ? ["Microsoft.KeyVault/vaults/secrets"] : []);
      if (identity === "SingleTenant")
        assert.match(settings.Bot__ClientSecret, new RegExp(`^@Microsoft\\.KeyVault\\(SecretUri=https://[a-z0-9-]{3,24}\\${clouds[cloud].suffixes.keyvaultDns}/secrets/[a-z-]+\\)$`));
      // A key of an account serves to mount its shares, and is no setting.
      assert.ok(!JSON.stringify([settings, outputs]).includes("<key of"));
    });

    test(`${cloud}, ${identity}: the identity has the least roles, each on one resource`, async () => {
      const { of } = await deployed(cloud, only);
      const given = of("Microsoft.Authorization/roleAssignments").map((role) => [roles[role.properties.roleDefinitionId.split("/").at(-1)], role.scope.split("/").at(-2)]);
      assert.deepEqual(given, [
        ["Storage Table Data Contributor", "storageAccounts"],
        ["Storage Queue Data Contributor", "storageAccounts"],
        ["Storage Blob Data Contributor", "storageAccounts"],
        ...(identity === "SingleTenant" ? [["Key Vault Secrets User", "vaults"]] : []),
      ]);
      for (const role of of("Microsoft.Authorization/roleAssignments")) assert.match(role.name, /^[0-9a-f-]{36}$/);
    });

    test(`${cloud}, ${identity}: the bot speaks to the address of the web app`, async () => {
      const { of, outputs, settings } = await deployed(cloud, only);
      const [bot] = of("Microsoft.BotService/botServices");
      assert.equal(bot.properties.endpoint, `${outputs.address.value}/api/messages`);
      assert.match(outputs.address.value, { public: /\.azurewebsites\.net$/, usgov: /\.azurewebsites\.us$/, china: /\.chinacloudsites\.cn$/ }[cloud]);
      assert.ok(outputs.filesAddress.value.endsWith(clouds[cloud].suffixes.storage));
      assert.equal(bot.properties.msaAppType, identity);
      assert.equal(bot.properties.msaAppId, settings.Bot__AppId);
      assert.equal(bot.properties.msaAppMSIResourceId === "", identity === "SingleTenant");
      assert.deepEqual(of("Microsoft.BotService/botServices/channels").map((channel) => channel.properties.channelName), ["MsTeamsChannel"]);
    });
  }

test("Every parameter and every variable is used", async () => {
  const { used } = await deployed("usgov");
  const { used: others } = await deployed("public");
  for (const kind of ["parameters", "variables"])
    assert.deepEqual(Object.keys(template[kind]).filter((name) => !used[kind].has(name) && !others[kind].has(name)), []);
});

test("What is wrong in a template or in its parameters is noticed", async () => {
  assert.throws(() => parametersOf(template, { name: "checkin" }), /alertMail is missing/);
  assert.throws(() => parametersOf(template, { name: "ab", alertMail: "a@b" }), /wrong length/);
  assert.throws(() => parametersOf(template, { name: "checkin", alertMail: "a@b", identity: "Nobody" }), /must not be Nobody/);
  const given = parametersOf(template, { name: "checkin", alertMail: "a@b" });
  for (const wrong of ["[variables('nothing')]", "[parameters('nothing')]", "[nothing()]", "[concat('a']", "[resourceGroup().nothing]", "[resourceId('Microsoft.Web/sites/config', 'one')]"])
    assert.throws(() => resourcesOf({ ...template, outputs: { it: wrong } }, given, clouds.public), undefined, wrong);
});

test("Nothing is sent in plain, no store takes a key where an identity will do, and the key ring cannot be deleted in passing", async () => {
  const { of } = await deployed("public");
  const [data, shares] = of("Microsoft.Storage/storageAccounts");
  for (const account of [data, shares]) {
    assert.equal(account.properties.minimumTlsVersion, "TLS1_2");
    assert.equal(account.properties.supportsHttpsTrafficOnly, true);
    assert.equal(account.properties.allowBlobPublicAccess, false);
    assert.match(account.name, /^[a-z0-9]{3,24}$/);
  }
  assert.equal(data.properties.allowSharedKeyAccess, false);
  assert.equal(of("Microsoft.Storage/storageAccounts/blobServices")[0].properties.deleteRetentionPolicy.enabled, true);
  assert.equal(of("Microsoft.Storage/storageAccounts/fileServices")[0].properties.shareDeleteRetentionPolicy.enabled, true);
  assert.deepEqual(of("Microsoft.Authorization/locks").map((lock) => [lock.scope, lock.properties.level]), [[shares.id, "CanNotDelete"]]);
  const [site] = of("Microsoft.Web/sites");
  assert.equal(site.properties.httpsOnly, true);
  assert.equal(site.properties.siteConfig.alwaysOn, true);
  assert.equal(site.properties.siteConfig.ftpsState, "Disabled");
  for (const policy of of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")) assert.equal(policy.properties.allow, false);
});

test("The health check asks an address that the program answers, and each alert tells somebody", async () => {
  const { of } = await deployed("public");
  const routes = await readFile(`${root}Bot/Hosting/HealthRoutes.cs`, "utf8");
  const asked = of("Microsoft.Web/sites")[0].properties.siteConfig.healthCheckPath;
  // Traffic is taken away from who does not answer it; without its store the bot still shows phone numbers.
  assert.equal(asked, "/health/live");
  assert.ok(routes.includes(`"${asked}"`));
  const [group] = of("Microsoft.Insights/actionGroups");
  const alerts = of("Microsoft.Insights/metricAlerts");
  assert.deepEqual(alerts.flatMap((alert) => alert.properties.criteria.allOf.map((each) => each.metricName)).sort(), ["Availability", "HealthCheckStatus", "Http5xx", "HttpResponseTime"]);
  for (const alert of alerts) {
    assert.deepEqual(alert.properties.actions, [{ actionGroupId: group.id }]);
    assert.ok(alert.properties.scopes[0].includes(alert.properties.criteria.allOf[0].metricNamespace));
    assert.ok(alert.properties.description.length > 20);
  }
});
