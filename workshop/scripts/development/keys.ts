import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indicatorKeySet, indicatorPublicSet, newKeySet } from '../../../commands/keys/indicator-key-set.ts';
import { matchKeySet, newMatchKey } from '../../../commands/keys/match-key-set.ts';
import { writeWhole } from '../../../commands/keys/write-whole.ts';
import { developmentKeyPrefix } from '../../../identity/is-development-key.ts';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';

/** A development key pair on disk: the private JSON Web Key, and the set with its public half. */
export interface KeyFiles {
  privateKey: string;
  keySet: URL;
}

/** What `iss` says in the tokens that a development stack makes for an agency. */
export const developmentIssuer = (agency: Agency): string =>
  `https://${subgraphOf(agency)}.concord.example/development`;

interface PrivateJwk {
  kid: string;
  d?: string;
  [member: string]: unknown;
}

/** Writes a file unless it exists, whole or not at all, so that two processes starting at once share one key. */
function writeOnce(file: string, content: string): void {
  try {
    writeWhole(file, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const keyDirectory = (dataDirectory: string): string => {
  const directory = resolve(dataDirectory, 'keys');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
};

function keyFiles(directory: string, name: string): KeyFiles {
  const privateKey = join(directory, `${name}.private.json`);
  if (!existsSync(privateKey)) {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const kid = `${developmentKeyPrefix}${randomUUID()}`;
    writeOnce(privateKey, JSON.stringify({ ...jwk, kid, alg: 'EdDSA', use: 'sig' }));
  }
  const { d: _secret, ...publicJwk } = JSON.parse(readFileSync(privateKey, 'utf8')) as PrivateJwk;
  const keySet = join(directory, `${name}.jwks.json`);
  writeOnce(keySet, JSON.stringify({ keys: [publicJwk] }));
  return { privateKey, keySet: pathToFileURL(keySet) };
}

/**
 * For a command that opens what a stack has: keys that it made itself would open nothing.
 * @throws Error when no stack has run over this directory
 */
export function demandKeysOfStack(dataDirectory: string): void {
  if (existsSync(join(dataDirectory, 'keys', 'gateway.private.json'))) return;
  throw new Error(
    `no stack has run in ${dataDirectory}, so it has no keys: set DATA_DIR as for its npm start, or run npm start first`,
  );
}

/** The keys of a development stack, made on first use and kept with its data; production refuses them by their ids. */
export function developmentKeys(dataDirectory: string): {
  gateway: KeyFiles;
  issuers: Record<Agency, KeyFiles>;
  channels: Record<Agency, KeyFiles>;
  attestors: Record<Agency, KeyFiles>;
} {
  const directory = keyDirectory(dataDirectory);
  const perAgency = (name: string) =>
    Object.fromEntries(
      agencyNames.map((agency) => [agency, keyFiles(directory, `${subgraphOf(agency)}-${name}`)]),
    ) as Record<Agency, KeyFiles>;
  return {
    gateway: keyFiles(directory, 'gateway'),
    issuers: perAgency('issuer'),
    channels: perAgency('channel'),
    attestors: perAgency('attestation'),
  };
}

const developmentEpoch = '2026';

/** The keys of two-key tokens of a development stack, those of each agency and their public sets. */
export function developmentIndicatorKeys(dataDirectory: string): Record<Agency, KeyFiles> {
  const directory = keyDirectory(dataDirectory);
  const keysOf = (agency: Agency): KeyFiles => {
    const name = `${subgraphOf(agency)}-indicator`;
    const privateKey = join(directory, `${name}.private.json`);
    if (!existsSync(privateKey))
      writeOnce(privateKey, indicatorKeySet(newKeySet(developmentEpoch, developmentKeyPrefix)));
    const keySet = join(directory, `${name}.jwks.json`);
    writeOnce(keySet, indicatorPublicSet(JSON.parse(readFileSync(privateKey, 'utf8'))));
    return { privateKey, keySet: pathToFileURL(keySet) };
  };
  return Object.fromEntries(agencyNames.map((agency) => [agency, keysOf(agency)])) as Record<
    Agency,
    KeyFiles
  >;
}

/** The match keys of a development stack, one set for both agencies, as `MATCH_KEYS` has them. */
export function developmentMatchKeys(dataDirectory: string): string {
  const file = join(keyDirectory(dataDirectory), 'match-keys.json');
  if (!existsSync(file)) writeOnce(file, matchKeySet([newMatchKey(developmentKeyPrefix)]));
  return readFileSync(file, 'utf8');
}

/** The key under which an agency of a development stack names what its dossiers share, as `<AGENCY>_NODE_KEY` has it. */
export function developmentNodeKey(dataDirectory: string, agency: Agency): string {
  const file = join(keyDirectory(dataDirectory), `${subgraphOf(agency)}-node.json`);
  if (!existsSync(file)) writeOnce(file, JSON.stringify(newMatchKey(developmentKeyPrefix)));
  return readFileSync(file, 'utf8');
}
