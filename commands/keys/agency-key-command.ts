import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { subgraphOf } from '../../terms/agencies.ts';
import { agencyNamed } from '../options/agency-named.ts';
import { runCommand } from '../running/run-command.ts';
import { newKeyPair } from './new-key-pair.ts';
import { replaceWhole, writeWhole } from './write-whole.ts';

interface KeySet {
  keys: object[];
}

/**
 * A command that makes one of an agency's key pairs: `<agency>-<use>-key`, which stays with the agency, and the public set
 * `<agency>-<use>-jwks`, which goes to the others. A key that exists is kept; with `--next` a second pair is made, whose public
 * half is added to the set, for the time of the change.
 */
export const agencyKeyCommand = (use: 'channel' | 'attestation'): Promise<void> =>
  runCommand(`${use}-key`, `npm run ${use}-key -- DIRECTORY --agency belarus [--next]`, async () => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { agency: { type: 'string' }, next: { type: 'boolean', default: false } },
    });
    const [directory] = positionals;
    if (!directory) throw new Error('DIRECTORY is missing');
    const agency = subgraphOf(agencyNamed(values.agency));
    const { privateJwk, publicJwk } = newKeyPair();
    mkdirSync(directory, { recursive: true });
    const keyFile = join(directory, `${agency}-${use}-key${values.next ? '-next' : ''}`);
    const setFile = join(directory, `${agency}-${use}-jwks`);
    const before: KeySet = existsSync(setFile) ? JSON.parse(readFileSync(setFile, 'utf8')) : { keys: [] };
    if (!values.next && before.keys.length > 0)
      throw new Error(`${setFile} exists: use --next to change a key`);
    writeWhole(keyFile, JSON.stringify(privateJwk));
    // Public, and read by the other agency's operators: not for its owner alone.
    replaceWhole(setFile, JSON.stringify({ keys: [...before.keys, publicJwk] }), 0o644);
    process.stdout.write(`wrote ${keyFile} and ${setFile}\n`);
    return 0;
  });
