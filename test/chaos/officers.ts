import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { claimsOf, identityToken, keyOf, signed } from '../support/end-to-end/tokens.ts';
import type { Name } from './environment.ts';
import type { ChaosStack } from './stack.ts';

/** What an agency has been told was done, and so must be told to the other one once. */
export interface Told {
  /** A release and what became of it, as `releaseKey` has them. */
  releases: string[];
  /** Pairs that were decided on and taken back, by `pairKey`. */
  pairs: string[];
}
export const releaseKey = (release: string, kind: string): string => `${release} ${kind}`;
/** @param own the dossier of whoever has decided */
export const pairKey = (own: string, foreign: string): string => `${own} ${foreign}`;

interface Dossier {
  id: string;
  version: number;
  releases: { id: string }[];
}
interface Answer {
  data?: Record<Name, Record<string, { dossier?: Dossier } | null> | null>;
  errors?: { extensions?: { code?: string } }[];
}

/** What an officer is told whose request may be sent again under its key. */
const passing = ['AGENCY_UNAVAILABLE', 'OUTCOME_UNKNOWN'];

async function caseOf(stack: ChaosStack, name: Name, dossier: string): Promise<string> {
  const client = await mongo.MongoClient.connect(stack.uris[name]);
  const found = await client
    .db()
    .collection<{ _id: string; cases: string[] }>('dossiers')
    .findOne({ _id: dossier });
  await client.close();
  const [first] = found?.cases ?? [];
  if (first === undefined) throw new Error(`${dossier} has no case`);
  return first;
}

/** Steps taken so far: an officer takes a hundred, fewer than the bounds of a day allow. */
let taken = 0;

/** Sends a request until it is answered, under one key: whatever is killed meanwhile, it is done once. */
async function act(
  stack: ChaosStack,
  name: Name,
  role: string,
  action: string,
  type: string,
  input: { dossier: string } & Record<string, unknown>,
): Promise<Dossier> {
  const agency = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}!) { ${name} { ${action}(input: $input) { __typename
    ... on ${agency}RecordedDossier { dossier { id version releases { id } } }
    ... on InvalidInput { problems { path code } } ... on StaleVersion { currentVersion } } } }`;
  const body = JSON.stringify({ query, variables: { input } });
  const address = { ...stack, gateway: '', belarus: '', russia: '' };
  // A liaison takes steps on dossiers of his cases alone.
  const ofCase = await caseOf(stack, name, input.dossier);
  const callerToken = await signed(
    keyOf(address, `${name}-issuer`),
    claimsOf(name, role, { cases: [ofCase], sub: `${role}-chaos-${Math.floor(taken++ / 100)}` }),
  );
  const idempotencyKey = randomUUID();
  const mandate = {
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    case: ofCase,
  };
  for (;;) {
    try {
      const fetched = { audience: name.toUpperCase(), body, callerToken };
      const identity = identityToken(keyOf(address, 'gateway'), fetched, { mandate, idempotencyKey });
      const response = await fetch(`http://localhost:${stack.ports[name]}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${callerToken}`,
          'concord-identity': identity,
        },
        body,
        signal: AbortSignal.timeout(5_000),
      });
      const { data, errors } = (await response.json()) as Answer;
      const done = data?.[name]?.[action]?.dossier;
      if (done) return done;
      if (errors?.every(({ extensions }) => passing.includes(extensions?.code ?? ''))) {
        await sleep(50);
        continue;
      }
      throw new Error(`${action} was not done: ${JSON.stringify({ data, errors })}`);
    } catch (error) {
      if ((error as Error).message.includes('was not done')) throw error;
      await sleep(50);
    }
  }
}

/** Dossiers that releases and links can be of. */
async function dossiersOf(stack: ChaosStack, name: Name): Promise<string[]> {
  const client = await mongo.MongoClient.connect(stack.uris[name]);
  const found = await client
    .db()
    .collection<{ _id: string }>('dossiers')
    .find({ handlingCode: 'ON_RELEASE', 'status.stage': { $in: ['SUSPECTED', 'ACCUSED'] } })
    .toArray();
  await client.close();
  if (found.length === 0) throw new Error(`${name} has no dossier to release`);
  return found.map(({ _id }) => _id);
}

async function versionOf(stack: ChaosStack, name: Name, dossier: string): Promise<number> {
  const client = await mongo.MongoClient.connect(stack.uris[name]);
  const found = await client
    .db()
    .collection<{ _id: string; version: number }>('dossiers')
    .findOne({ _id: dossier });
  await client.close();
  return found?.version ?? 0;
}

/** Takes an action as an officer who reads the dossier again when something has come between. */
async function actAsItIs(
  stack: ChaosStack,
  name: Name,
  role: string,
  [action, type]: readonly [string, string],
  input: { dossier: string } & Record<string, unknown>,
): Promise<Dossier> {
  for (;;) {
    const version = await versionOf(stack, name, input.dossier);
    try {
      return await act(stack, name, role, action, type, { ...input, version });
    } catch (error) {
      if (!(error as Error).message.includes('StaleVersion')) throw error;
    }
  }
}

/** Grants a release and recalls it. @returns what the other agency must be told */
async function releaseOnce(stack: ChaosStack, name: Name, dossier: string): Promise<string[]> {
  const released = {
    to: name === 'belarus' ? 'RUSSIA' : 'BELARUS',
    classes: ['IDENTITY'],
    purposes: ['INVESTIGATION'],
    until: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 'chaos',
  };
  const proposal = { dossier, ...released };
  const proposed = await actAsItIs(stack, name, 'liaison', ['proposeRelease', 'ReleaseInput'], proposal);
  const release = proposed.releases.at(-1)?.id ?? '';
  const grant = ['grantRelease', 'GrantReleaseInput'] as const;
  await actAsItIs(stack, name, 'supervisor', grant, { dossier, release });
  const recalled = { dossier, release, reason: 'chaos' };
  await act(stack, name, 'supervisor', 'recallRelease', 'RecallReleaseInput', recalled);
  const stored = release.split('-').at(-1) ?? '';
  return [releaseKey(stored, 'RELEASE_GRANTED'), releaseKey(stored, 'RELEASE_RECALLED')];
}

/** Decides that two dossiers are of two persons, and takes that back. @returns false when the dossier was changed meanwhile */
async function decideOnce(stack: ChaosStack, name: Name, dossier: string, foreign: string): Promise<boolean> {
  const pair = { dossier, foreign: { dossier: foreign } };
  // What the other agency tells changes the version too; then the next pair is tried.
  const proposal = { ...pair, decision: 'DIFFERENT', reason: 'chaos' };
  const version = await versionOf(stack, name, dossier);
  const proposed = await act(stack, name, 'liaison', 'proposeLink', 'ProposeLinkInput', {
    ...proposal,
    version,
  }).catch(() => undefined);
  if (!proposed) return false;
  for (;;) {
    const countersigned = { ...pair, version: await versionOf(stack, name, dossier) };
    const isDone = await act(stack, name, 'supervisor', 'countersignLink', 'LinkInput', countersigned).then(
      () => true,
      () => false,
    );
    if (isDone) break;
  }
  const withdrawal = { ...pair, of: 'DECISION', reason: 'chaos' };
  await act(stack, name, 'supervisor', 'withdrawLink', 'WithdrawLinkInput', withdrawal);
  return true;
}

/**
 * A liaison and a supervisor who grant and recall releases of their agency's dossiers, and decide on pairs with the other
 * agency's and take that back, until they are told to stop.
 * @returns what the other agency must have been told
 */
export async function officersAtWork(stack: ChaosStack, name: Name, ending: AbortSignal): Promise<Told> {
  const own = await dossiersOf(stack, name);
  const foreign = await dossiersOf(stack, name === 'belarus' ? 'russia' : 'belarus');
  const told: Told = { releases: [], pairs: [] };
  for (let turn = 0; !ending.aborted; turn++) {
    const dossier = own[turn % own.length] ?? '';
    told.releases.push(...(await releaseOnce(stack, name, dossier)));
    // Each pair once, so that what was told of it can be told from all else.
    const other = foreign[Math.floor(turn / own.length)];
    if (other && (await decideOnce(stack, name, dossier, other))) told.pairs.push(pairKey(dossier, other));
    await sleep(500, undefined, { signal: ending }).catch(() => undefined);
  }
  return told;
}
