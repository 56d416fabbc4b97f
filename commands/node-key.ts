/**
 * `npm run node-key -- DIRECTORY --agency belarus`: makes the key under which an agency names what its dossiers share
 * (BELARUS_NODE_KEY_FILE). It stays with that agency's subgraph and commands. A key that exists is kept; `--replace` puts a new one
 * in its place, under which the subgraph brings all ids after its next start. See docs/matching.md.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { subgraphOf } from '../terms/agencies.ts';
import { newMatchKey } from './keys/match-key-set.ts';
import { replaceWhole, writeWhole } from './keys/write-whole.ts';
import { agencyNamed } from './options/agency-named.ts';
import { runCommand } from './running/run-command.ts';

await runCommand('node-key', 'npm run node-key -- DIRECTORY --agency belarus [--replace]', async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { agency: { type: 'string' }, replace: { type: 'boolean', default: false } },
  });
  const [directory] = positionals;
  if (!directory || positionals.length > 1) throw new Error('one directory must be named');
  const file = join(directory, `${subgraphOf(agencyNamed(values.agency))}-node-key`);
  mkdirSync(directory, { recursive: true });
  const key = newMatchKey();
  (values.replace ? replaceWhole : writeWhole)(file, JSON.stringify(key));
  process.stdout.write(`wrote ${file}: ${key.kid}\n`);
  return 0;
});
