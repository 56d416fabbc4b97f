/**
 * `npm run indicator-key -- DIRECTORY --agency belarus`: makes an agency's secret key of two-key tokens for an epoch, and prints its
 * public half. The set `<agency>-indicator-keys` stays with the agency's subgraph (BELARUS_INDICATOR_KEYS_FILE), the public set
 * `<agency>-indicator-jwks` goes to the other one (BELARUS_INDICATOR_JWKS there). Keys that exist are kept; `--next` adds the next
 * epoch's, and `--drop-old` leaves that one alone. The same with `--measures` for the keys by which measures are compared, which stand in the same sets and
 * have epochs of their own; by itself it adds them to a set that has none. See docs/two-key-tokens.md for when.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  epochForm,
  readIndicatorKeys,
  readMeasureKeys,
} from '../subgraphs/agency/matching/two-key/indicator-keys.ts';
import { subgraphOf } from '../terms/agencies.ts';
import {
  type IndicatorJwk,
  indicatorKeySet,
  indicatorPublicSet,
  type KeySet,
  newIndicatorKey,
  newKeySet,
} from './keys/indicator-key-set.ts';
import { replaceWhole, writeWhole } from './keys/write-whole.ts';
import { agencyNamed } from './options/agency-named.ts';
import { runCommand } from './running/run-command.ts';

const options = {
  agency: { type: 'string' },
  epoch: { type: 'string' },
  next: { type: 'boolean', default: false },
  'drop-old': { type: 'boolean', default: false },
  measures: { type: 'boolean', default: false },
} as const;

interface Wanted {
  epoch: string | undefined;
  isNext: boolean;
  isDropped: boolean;
  isOfMeasures: boolean;
}

function setIn(file: string): KeySet<IndicatorJwk> {
  const text = readFileSync(file, 'utf8');
  try {
    readIndicatorKeys(text);
    readMeasureKeys(text);
  } catch {
    // Not the reader's own message, which may repeat a part of a key.
    throw new Error(`${file} is no set of indicator keys`);
  }
  return JSON.parse(text);
}

const thisYear = (): string => String(new Date().getUTCFullYear());

/** The keys of one use after a step. */
function stepped(
  file: string,
  [current, next]: readonly IndicatorJwk[],
  { epoch, isDropped }: Wanted,
): IndicatorJwk[] {
  if (!current) throw new Error(`${file} has no keys of measures: --measures alone makes them`);
  if (isDropped) {
    if (!next) throw new Error(`${file} has one key alone: there is no old one to drop`);
    return [next];
  }
  if (next) throw new Error(`${file} has the key of ${next.epoch} already: --drop-old ends ${current.epoch}`);
  const following = epoch ?? String(Number(current.epoch.slice(0, 4)) + 1);
  if (following === current.epoch) throw new Error(`${current.epoch} is the present epoch: name another`);
  return [current, newIndicatorKey(following)];
}

function changed(file: string, wanted: Wanted): KeySet<IndicatorJwk> {
  const { epoch, isNext, isDropped, isOfMeasures } = wanted;
  if (isNext && isDropped)
    throw new Error('--next and --drop-old are two steps: let both agencies re-key between them');
  if (!isNext && !isDropped) {
    if (!existsSync(file)) return newKeySet(epoch ?? thisYear());
    const set = setIn(file);
    if (isOfMeasures && !set.measures) return { ...set, measures: [newIndicatorKey(epoch ?? thisYear())] };
    throw new Error(`${file} exists already: --next adds the next epoch's key`);
  }
  const set = setIn(file);
  return isOfMeasures
    ? { ...set, measures: stepped(file, set.measures ?? [], wanted) }
    : { ...set, keys: stepped(file, set.keys, wanted) };
}

await runCommand(
  'indicator-key',
  'npm run indicator-key -- DIRECTORY --agency belarus [--epoch 2026] [--measures] [--next | --drop-old]',
  async () => {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [directory] = positionals;
    if (!directory || positionals.length > 1) throw new Error('one directory must be named');
    const agency = subgraphOf(agencyNamed(values.agency));
    const { epoch, next: isNext, 'drop-old': isDropped, measures: isOfMeasures } = values;
    if (epoch !== undefined && (isDropped || !epochForm.test(epoch)))
      throw new Error('--epoch is of a new key: a year such as 2026, or 2026-2');
    const file = join(directory, `${agency}-indicator-keys`);
    const setFile = join(directory, `${agency}-indicator-jwks`);
    const isThere = existsSync(file);
    const set = changed(file, { epoch, isNext, isDropped, isOfMeasures });
    mkdirSync(directory, { recursive: true });
    // The public set first: it can be made again from the secrets, which are written last and whole or not at all.
    replaceWhole(setFile, indicatorPublicSet(set), 0o644);
    (isThere ? replaceWhole : writeWhole)(file, indicatorKeySet(set));
    process.stdout.write(`wrote ${file} and ${setFile}\n`);
    for (const { epoch: name, x } of set.keys) process.stdout.write(`epoch ${name}, public key ${x}\n`);
    for (const { epoch: name, x } of set.measures ?? [])
      process.stdout.write(`measures: epoch ${name}, public key ${x}\n`);
    return 0;
  },
);
