// A reporter for `node --test`: one line a test, its outcome (passed or failed), a tab, its name.
import { basename } from 'node:path';

export default async function* lines(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = data.file ? basename(data.file) : '';
    const name = data.name.replace(/\s+/g, ' ');
    const line = outcome => `${outcome}\t${file}: ${name}\n`;

    if (data.skip !== undefined || data.todo !== undefined) {
      yield line('failed').replace('\n', ' (skipped)\n');
    } else if (type === 'test:fail') {
      // A parent fails with its children; the children are named.
      if (data.details.error?.failureType !== 'subtestsFailed') yield line('failed');
    } else if (data.file && basename(data.name) === file) {
      yield `failed\t${file} holds no test\n`;
    } else if (data.details.type !== 'suite') {
      yield line('passed');
    }
  }
}
