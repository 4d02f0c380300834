// What Azure's resource manager makes of a template, as far as it can be known without it: parameters, variables, copies and conditions.

import { createHash } from "node:crypto";
import { evaluate } from "./expression.mjs";

const subscription = "/subscriptions/11111111-1111-4111-8111-111111111111";
const group = { id: `${subscription}/resourceGroups/hall`, name: "hall", location: "westeurope" };

/** What `environment()` answers in each cloud ("Deployment functions for ARM templates"). */
export const clouds = {
  public: { name: "AzureCloud", suffixes: { storage: "core.windows.net", keyvaultDns: ".vault.azure.net" } },
  usgov: { name: "AzureUSGovernment", suffixes: { storage: "core.usgovcloudapi.net", keyvaultDns: ".vault.usgovcloudapi.net" } },
  china: { name: "AzureChinaCloud", suffixes: { storage: "core.chinacloudapi.cn", keyvaultDns: ".vault.azure.cn" } },
};

const types = { string: "string", securestring: "string", int: "number", bool: "boolean", object: "object", array: "object" };

/** The given parameters with the defaults of the others; whatever does not fit is an error. */
export function parametersOf(template, given) {
  for (const name of Object.keys(given)) if (!template.parameters[name]) throw new Error(`There is no parameter ${name}.`);
  return Object.fromEntries(Object.entries(template.parameters).map(([name, rule]) => {
    const value = name in given ? given[name] : rule.defaultValue;
    if (value === undefined) throw new Error(`The parameter ${name} is missing.`);
    if (typeof value !== types[rule.type]) throw new Error(`The parameter ${name} is no ${rule.type}.`);
    if (rule.allowedValues && !rule.allowedValues.includes(value)) throw new Error(`The parameter ${name} must not be ${value}.`);
    if (value.length < rule.minLength || value.length > rule.maxLength) throw new Error(`The parameter ${name} has a wrong length.`);
    return [name, value];
  }));
}

/**
 * The resources that are made, each with its `id`, its `dependsOn` as ids, and `properties` in which secrets and what is known only
 * later stand as <...>.
 */
export function resourcesOf(template, given, cloud) {
  const used = { parameters: new Set(), variables: new Set() };
  let index;
  const of = (kind, values) => (name) => {
    if (!Object.hasOwn(values, name)) throw new Error(`There is no ${kind} ${name}.`);
    used[kind].add(name);
    return evaluate(values[name], functions);
  };
  const idOf = (scope) => (...parts) => {
    const [type, ...names] = parts.slice(parts.findIndex((part) => part.includes("/") && !part.startsWith("/")));
    const [provider, ...kinds] = type.split("/");
    if (kinds.length !== names.length) throw new Error(`${type} has ${kinds.length} names, not ${names.length}.`);
    return `${scope}/providers/${provider}/${kinds.map((kind, i) => `${kind}/${names[i]}`).join("/")}`;
  };
  const hash = (texts) => createHash("sha256").update(texts.join("|")).digest("hex");
  const functions = {
    parameters: of("parameters", given),
    variables: of("variables", template.variables),
    concat: (...texts) => texts.join(""),
    createObject: (...pairs) => Object.fromEntries(pairs.flatMap((name, i) => (i % 2 ? [] : [[name, pairs[i + 1]]]))),
    union: (...objects) => Object.assign({}, ...objects),
    equals: (a, b) => a === b,
    length: (list) => list.length,
    take: (text, count) => text.slice(0, count),
    toLower: (text) => text.toLowerCase(),
    guid: (...texts) => hash(texts).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5"),
    uniqueString: (...texts) => hash(texts).slice(0, 13),
    resourceId: idOf(group.id),
    subscriptionResourceId: idOf(subscription),
    reference: (id) => new Proxy({}, { get: (_, name) => `<${String(name)} of ${id}>` }),
    listKeys: (id) => ({ keys: [{ value: `<key of ${id}>` }] }),
    resourceGroup: () => group,
    tenant: () => ({ tenantId: "<tenant>" }),
    environment: () => cloud,
    copyIndex: () => index,
  };

  const resources = [];
  for (const resource of template.resources) {
    const { copy, condition, ...rest } = resource;
    for (index = 0; index < (copy ? evaluate(copy.count, functions) : 1); index++) {
      const made = evaluate(rest, functions);
      made.id = `${made.scope ?? group.id}${idOf("")(made.type, ...made.name.split("/"))}`;
      made.made = condition === undefined || evaluate(condition, functions);
      made.copy = copy?.name;
      resources.push(made);
    }
  }
  return { resources, outputs: evaluate(template.outputs, functions), used };
}
