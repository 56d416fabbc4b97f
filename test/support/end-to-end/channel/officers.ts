import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from '../callers.ts';
import { leastDossier, provenance } from '../officer.ts';
import type { StackAddress } from '../stack.ts';
import { type AgencyName, claimsOf, identityToken, keyOf, seconds, signed } from '../tokens.ts';

const caseOf = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' };
const prefixOf = { belarus: 'Belarus', russia: 'Russia' };
const otherOf = { belarus: 'RUSSIA', russia: 'BELARUS' };

/** The input by which a link names the other agency's record. */
const named = (name: string) => (/^(BY|RU)-/.test(name) ? { dossier: name } : { hit: name });

export type Verdict = 'SAME' | 'DIFFERENT';

/** What an action has left of a dossier. */
interface Done {
  id: string;
  releases: { id: string }[];
}

type Outcome = { dossier?: Done; currentVersion?: number } | null;

export interface Notice {
  kind: string;
  direction: 'SENT' | 'RECEIVED';
  dossier: string | null;
  about: string | null;
  decision: string | null;
  release: string | null;
}

/** An agency's officers, who call its own subgraph by its own clock, as the gateway does for them. */
export interface Officers {
  /** @throws unless it was answered without an error */
  ask<Data>(role: string, document: string, variables?: object): Promise<Data>;
  /** Takes an action, once. @throws unless it was answered without an error */
  take<Data>(role: string, document: string, variables?: object): Promise<Data>;
  /** A person of whom nobody abroad may know without a release. @returns the dossier's id */
  record(more?: object): Promise<string>;
  propose(dossier: string, foreign: string, decision?: Verdict): Promise<void>;
  countersign(dossier: string, foreign: string): Promise<void>;
  /** Proposes and countersigns. */
  decide(dossier: string, foreign: string, decision?: Verdict): Promise<void>;
  withdraw(dossier: string, foreign: string): Promise<void>;
  close(dossier: string, stage: 'CONVICTED' | 'DISCONTINUED' | 'ACQUITTED'): Promise<void>;
  /** Proposes a release to the other agency and grants it. @returns the release's id */
  release(dossier: string): Promise<string>;
  recall(dossier: string, release: string): Promise<void>;
  /** What a liaison finds among his latest notices. */
  notices(): Promise<Notice[]>;
}

/**
 * @param clock how far the subgraph's clock is from this machine's, in milliseconds: tokens are for its time
 * @param address where the subgraph is, of several instances
 */
export function officersOf(
  stack: StackAddress,
  agency: AgencyName,
  { clock = 0, address = stack[agency] }: { clock?: number; address?: string } = {},
): Officers {
  const send = async (role: string, query: string, variables: object, idempotencyKey?: string) => {
    const iat = seconds() + Math.round(clock / 1000);
    const claims = claimsOf(agency, role, { iat, exp: iat + 3_600 });
    const callerToken = await signed(keyOf(stack, `${agency}-issuer`), claims);
    const body = JSON.stringify({ query, variables });
    const fetched = { audience: agency.toUpperCase(), body, callerToken };
    const mandate = {
      purpose: 'INVESTIGATION',
      legalBasis: 'COOPERATION_AGREEMENT',
      case: caseOf[agency],
    };
    const identity = identityToken(keyOf(stack, 'gateway'), fetched, {
      ...{ iat, exp: iat + 30, mandate },
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
    return request<Record<string, Record<string, Outcome>>>(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${callerToken}`,
        'concord-identity': identity,
      },
      body,
    });
  };

  async function act(role: string, action: string, type: string, input: object) {
    const isNew = action === 'recordDossier';
    const document = `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) {
      ... on ${prefixOf[agency]}RecordedDossier { dossier { id releases { id } } }
      ${isNew ? '' : '... on StaleVersion { currentVersion }'}
      ... on InvalidInput { problems { path code } } } } }`;
    let answer = '';
    let [given, key] = [input, randomUUID()];
    // As an officer who reads again when somebody, or the other agency, has come between, and asks again where a busy machine was too slow.
    for (let attempt = 0; attempt < 10; attempt++) {
      const { body, text } = await send(role, document, { input: given }, key);
      const outcome = body.data?.[agency]?.[action];
      if (outcome?.dossier) return outcome.dossier;
      answer = text;
      if (text.includes('AGENCY_UNAVAILABLE')) {
        await sleep(500);
        continue;
      }
      if (outcome?.currentVersion === undefined) break;
      [given, key] = [{ ...input, version: outcome.currentVersion }, randomUUID()];
    }
    throw new Error(`${agency} ${action}: ${answer}`);
  }

  const it: Officers = {
    async ask<Data>(role: string, document: string, variables = {}) {
      const { body, text } = await send(role, document, variables);
      if (!body.data || body.errors) throw new Error(text);
      return body.data as Data;
    },
    async take<Data>(role: string, document: string, variables = {}) {
      const { body, text } = await send(role, document, variables, randomUUID());
      if (!body.data || body.errors) throw new Error(text);
      return body.data as Data;
    },
    async record(more = {}) {
      const names = [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', givenName: 'Ivan', provenance }];
      const input = { ...leastDossier[agency], handlingCode: 'ON_RELEASE', names, ...more };
      return (await act('investigator', 'recordDossier', 'DossierInput', input)).id;
    },
    async propose(dossier, foreign, decision = 'SAME') {
      const input = { dossier, version: 1, foreign: named(foreign), decision, reason: 'The documents' };
      await act('liaison', 'proposeLink', 'ProposeLinkInput', input);
    },
    async countersign(dossier, foreign) {
      const input = { dossier, version: 1, foreign: named(foreign) };
      await act('supervisor', 'countersignLink', 'LinkInput', input);
    },
    async decide(dossier, foreign, decision) {
      await it.propose(dossier, foreign, decision);
      await it.countersign(dossier, foreign);
    },
    async withdraw(dossier, foreign) {
      const input = { dossier, foreign: named(foreign), of: 'DECISION', reason: 'A mistake' };
      await act('supervisor', 'withdrawLink', 'WithdrawLinkInput', input);
    },
    async close(dossier, stage) {
      const input = { dossier, version: 1, stage, provenance, reason: 'The court has decided' };
      await act('supervisor', 'closeDossier', 'CloseDossierInput', input);
    },
    async release(dossier) {
      const until = new Date(Date.now() + clock + 20 * 86_400_000).toISOString();
      const given = { to: otherOf[agency], classes: ['IDENTITY'], purposes: ['INVESTIGATION'], until };
      const input = { dossier, version: 1, ...given, reason: 'Joint case' };
      const { releases } = await act('liaison', 'proposeRelease', 'ReleaseInput', input);
      const release = releases.at(-1)?.id ?? '';
      const granted = { dossier, version: 1, release };
      await act('supervisor', 'grantRelease', 'GrantReleaseInput', granted);
      return release;
    },
    async recall(dossier, release) {
      const input = { dossier, release, reason: 'No longer needed' };
      await act('supervisor', 'recallRelease', 'RecallReleaseInput', input);
    },
    async notices() {
      const document = `{ ${agency} { notices(first: 100) { nodes { kind direction dossier about decision release } } } }`;
      const data = await it.ask<Record<string, { notices: { nodes: Notice[] } }>>('liaison', document);
      return data[agency]?.notices.nodes ?? [];
    },
  };
  return it;
}
