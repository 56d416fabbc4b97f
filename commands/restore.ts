/**
 * `npm run restore -- --agency belarus backup.jsonl`: checks a file of `npm run export` as a whole, then writes it into the
 * agency's database, which must be empty. See docs/backup.md.
 */
import { subgraphOf } from '../terms/agencies.ts';
import { fileOptions } from './backup/file-options.ts';
import { restoreDatabase } from './backup/restore-database.ts';
import { complain, runCommand } from './running/run-command.ts';
import { withDatabase } from './running/with-database.ts';
import { modeOf, modeSaid } from './settings/mode-of.ts';
import { nodeNamingOf } from './settings/node-naming-of.ts';

await runCommand('restore', 'npm run restore -- --agency belarus FILE', async () => {
  const { agency, file } = fileOptions();
  // An empty database is what a restore wants, but not in place of one that was forgotten.
  const mayMake = modeSaid(process.env) === 'development';
  const { counts, sha256 } = await withDatabase(agency, { report: complain, mayMake }, (uri) => {
    // Before anything is written: what an earlier version has named is named anew in the end.
    const naming = nodeNamingOf(agency, modeOf(agency, process.env), process.env);
    return restoreDatabase(agency, uri, file, naming);
  });
  process.stdout.write(`${JSON.stringify({ file, documents: counts, sha256 })}\n`);
  complain(`before the subgraph starts: npm run retention -- --agency ${subgraphOf(agency)}`);
  return 0;
});
