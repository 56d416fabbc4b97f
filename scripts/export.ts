/**
 * `npm run export -- --agency belarus backup.jsonl`: writes all that an agency's database holds into a new file, which
 * `npm run restore` takes. See docs/backup.md.
 */

import { exportDatabase } from './backup/export-database.ts';
import { messageOf } from './backup/message-of.ts';
import { readOptions } from './backup/options.ts';
import { withDatabase } from './development/with-databases.ts';

const usage = 'npm run export -- --agency belarus FILE';

try {
  const { agency, file } = readOptions();
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const complain = (line: string) => process.stderr.write(`${line}\n`);
  const { counts, sha256 } = await withDatabase(agency, complain, (uri) =>
    exportDatabase(agency, uri, file, interrupted.signal),
  );
  process.stdout.write(`${JSON.stringify({ file, documents: counts, sha256 })}\n`);
} catch (error) {
  process.stderr.write(`export: ${messageOf(error)}\nusage: ${usage}\n`);
  process.exitCode = 1;
}
