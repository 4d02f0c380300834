// Reads a .trx file of `dotnet test` and prints one line a test: its outcome (passed or failed), a tab, its name.
import { readFileSync } from 'node:fs';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = text => text
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[name])
  .replace(/\s+/g, ' ');
const attribute = (tag, name) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const trx = readFileSync(process.argv[2], 'utf8');
const results = trx.match(/<UnitTestResult\s[^>]*>/g) ?? [];
for (const result of results) {
  const name = attribute(result, 'testName');
  const outcome = attribute(result, 'outcome');
  console.log(outcome === 'Passed' ? `passed\t${name}`
    : outcome === 'NotExecuted' ? `failed\t${name} (skipped)`
    : `failed\t${name}`);
}

// The file's own sum must agree, so that nothing is lost by how it is read here.
const total = Number(attribute(/<Counters\s[^>]*>/.exec(trx)?.[0] ?? '', 'total'));
if (total !== results.length) {
  console.log(`failed\t${results.length} results are listed, ${total} are counted`);
}
