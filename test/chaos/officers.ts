import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { identityToken, keyOf, officerToken } from '../support/end-to-end/tokens.ts';
import type { ChaosStack, Name } from './stack.ts';

/** What an agency has been told was done, and so must be told to the other one once: release and what became of it. */
export type Told = `${string} ${'RELEASE_GRANTED' | 'RELEASE_RECALLED'}`;

interface Answer {
  data?: Record<Name, Record<string, { dossier?: { releases: { id: string }[] } } | null> | null>;
  errors?: unknown;
}

/** Sends a request until it is answered, under one key: whatever is killed meanwhile, it is done once. */
async function act(
  stack: ChaosStack,
  name: Name,
  role: string,
  action: string,
  type: string,
  input: object,
): Promise<{ id: string }[]> {
  const agency = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}!) { ${name} { ${action}(input: $input) { __typename
    ... on ${agency}ReleasedDossier { dossier { releases { id } } }
    ... on InvalidInput { problems { path code } } } } }`;
  const body = JSON.stringify({ query, variables: { input } });
  const address = { ...stack, gateway: '', belarus: '', russia: '' };
  const callerToken = await officerToken(address, name, role);
  const idempotencyKey = randomUUID();
  const mandate = {
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    case: `${name === 'belarus' ? 'BY' : 'RU'}-2026-000001`,
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
      if (done) return done.releases;
      throw new Error(`${action} was not done: ${JSON.stringify({ data, errors })}`);
    } catch (error) {
      if ((error as Error).message.includes('was not done')) throw error;
      await sleep(50);
    }
  }
}

/**
 * A liaison and a supervisor who grant and recall releases of their agency's dossiers until they are told to stop.
 * @returns what the other agency must have been told
 */
export async function officersAtWork(stack: ChaosStack, name: Name, ending: AbortSignal): Promise<Told[]> {
  const client = await mongo.MongoClient.connect(stack.uris[name]);
  const dossiers = await client
    .db()
    .collection<{ _id: string; handlingCode: string; status: { stage: string } }>('dossiers')
    .find({ handlingCode: 'ON_RELEASE', 'status.stage': { $in: ['SUSPECTED', 'ACCUSED'] } })
    .toArray();
  await client.close();
  const told: Told[] = [];
  const other = name === 'belarus' ? 'RUSSIA' : 'BELARUS';
  for (let turn = 0; !ending.aborted; turn++) {
    const dossier = dossiers[turn % dossiers.length]?._id;
    if (!dossier) throw new Error('no dossier to release');
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const released = {
      to: other,
      classes: ['IDENTITY'],
      purposes: ['INVESTIGATION'],
      until,
      reason: 'chaos',
    };
    const proposed = await act(stack, name, 'liaison', 'proposeRelease', 'ReleaseInput', {
      dossier,
      ...released,
    });
    const release = proposed.at(-1)?.id ?? '';
    await act(stack, name, 'supervisor', 'grantRelease', 'GrantReleaseInput', { dossier, release });
    told.push(`${release} RELEASE_GRANTED`);
    await act(stack, name, 'supervisor', 'recallRelease', 'RecallReleaseInput', {
      dossier,
      release,
      reason: 'chaos',
    });
    told.push(`${release} RELEASE_RECALLED`);
    await sleep(500, undefined, { signal: ending }).catch(() => undefined);
  }
  return told;
}
