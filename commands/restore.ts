/**
 * `npm run restore -- --agency belarus backup.jsonl`: checks a file of `npm run export` as a whole, then writes it into the
 * agency's database, which must be empty. See docs/backup.md.
 */
import { subgraphOf } from '../terms/agencies.ts';
import { modeSaid } from '../workshop/scripts/development/mode-of.ts';
import { complain, runScript } from '../workshop/scripts/development/script.ts';
import { withDatabase } from '../workshop/scripts/development/with-databases.ts';
import { readOptions } from './backup/options.ts';
import { restoreDatabase } from './backup/restore-database.ts';

await runScript('restore', 'npm run restore -- --agency belarus FILE', async () => {
  const { agency, file } = readOptions();
  // An empty database is what a restore wants, but not in place of one that was forgotten.
  const mayMake = modeSaid(process.env) === 'development';
  const { counts, sha256 } = await withDatabase(agency, { report: complain, mayMake }, (uri) =>
    restoreDatabase(agency, uri, file),
  );
  process.stdout.write(`${JSON.stringify({ file, documents: counts, sha256 })}\n`);
  complain(`before the subgraph starts: npm run retention -- --agency ${subgraphOf(agency)}`);
  return 0;
});
