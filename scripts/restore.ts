/**
 * `npm run restore -- --agency belarus backup.jsonl`: checks a file of `npm run export` as a whole, then writes it into the
 * agency's database, which must be empty. See docs/backup.md.
 */
import { subgraphOf } from '../identity/agencies.ts';
import { messageOf } from './backup/message-of.ts';
import { readOptions } from './backup/options.ts';
import { restoreDatabase } from './backup/restore-database.ts';
import { withDatabase } from './development/with-databases.ts';

const usage = 'npm run restore -- --agency belarus FILE';

try {
  const { agency, file } = readOptions();
  const complain = (line: string) => process.stderr.write(`${line}\n`);
  const { counts, sha256 } = await withDatabase(agency, complain, (uri) =>
    restoreDatabase(agency, uri, file),
  );
  process.stdout.write(`${JSON.stringify({ file, documents: counts, sha256 })}\n`);
  complain(`before the subgraph starts: npm run retention -- --agency ${subgraphOf(agency)}`);
} catch (error) {
  process.stderr.write(`restore: ${messageOf(error)}\nusage: ${usage}\n`);
  process.exitCode = 1;
}
