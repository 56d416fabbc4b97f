/**
 * `npm run match-key -- DIRECTORY`: makes the keys of match tokens for production, one set that both agencies have
 * (MATCH_KEYS_FILE of each subgraph). A set that exists is kept; `--rotate` puts a new key before its keys, and `--drop-old`
 * leaves the first alone. See docs/matching.md for when.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMatchKeys } from '../subgraphs/agency/matching/tokens.ts';
import { type MatchJwk, matchKeySet, newMatchKey } from './keys/match-key-set.ts';
import { replaceWhole } from './keys/write-whole.ts';
import { runCommand } from './running/run-command.ts';

const options = { rotate: { type: 'boolean' }, 'drop-old': { type: 'boolean' } } as const;

function keysOf(file: string): MatchJwk[] {
  const text = readFileSync(file, 'utf8');
  try {
    readMatchKeys(text);
  } catch {
    // Not the reader's own message, which may repeat a part of a key.
    throw new Error(`${file} is no set of match keys`);
  }
  return JSON.parse(text).keys;
}

function changed(file: string, values: { rotate?: boolean; 'drop-old'?: boolean }): MatchJwk[] {
  const [isRotated, isDropped] = [values.rotate === true, values['drop-old'] === true];
  if (isRotated && isDropped) throw new Error('--rotate and --drop-old are two steps: re-key between them');
  if (isRotated) return [newMatchKey(), ...keysOf(file)];
  if (isDropped) return keysOf(file).slice(0, 1);
  if (existsSync(file)) throw new Error(`${file} exists already: --rotate puts a new key before its keys`);
  return [newMatchKey()];
}

await runCommand('match-key', 'npm run match-key -- DIRECTORY [--rotate | --drop-old]', async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [directory] = positionals;
  if (!directory || positionals.length > 1) throw new Error('one directory must be named');
  const file = join(directory, 'match-keys');
  mkdirSync(directory, { recursive: true });
  const keys = changed(file, values);
  // Whole or not at all: without the old keys nothing that is under them is found.
  replaceWhole(file, matchKeySet(keys));
  const [current, ...old] = keys.map(({ kid }) => kid);
  const after = old.length > 0 ? `, after it ${old.join(', ')}` : '';
  process.stdout.write(`wrote ${file}: current ${current}${after}\n`);
  return 0;
});
