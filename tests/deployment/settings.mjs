// Which settings the program reads, by its source.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const bot = fileURLToPath(new URL("../../Bot/", import.meta.url));
const source = (await Promise.all((await readdir(bot, { recursive: true })).filter((file) => file.endsWith(".cs") && !/^(bin|obj)\//.test(file)).map((file) => readFile(bot + file, "utf8")))).join("");
const platform = ["ASPNETCORE_ENVIRONMENT", "AZURE_CLIENT_ID"];

/** Whether a setting of the environment, such as Storage__Path, is read by the program or by what it runs on. */
export function isRead(name) {
  const [section, key] = name.split("__");
  return platform.includes(name) || source.includes(`"${section}:${key}"`) || (source.includes(`"${section}:" + key`) && source.includes(`Of("${key}")`));
}
