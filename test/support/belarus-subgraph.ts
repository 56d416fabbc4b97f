import { type DocumentNode, parse, print } from 'graphql';
import type { Authenticated } from '../../identity/authenticate-fetch.ts';
import { checkedSchema } from '../../subgraphs/agency/api/checked-schema.ts';
import { type RequestContext, requestContexts } from '../../subgraphs/agency/api/context/request-context.ts';
import type { DossierPart } from '../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierStore } from '../../subgraphs/agency/storage/stores/dossier-store.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { testKeys, testNaming } from './match-keys.ts';
import { recordingDossierStore } from './recording-stores.ts';

const { run } = checkedSchema(belarus);

const never = async (): Promise<never> => {
  throw new Error('not asked in these tests');
};
/** Groups and writes, which a real database is asked for in the integration tests. */
const unused = {
  byIds: never,
  counted: never,
  read: never,
  confirm: never,
  recordedWith: never,
  taken: never,
  insert: never,
  replace: never,
  take: never,
  note: never,
};

/** Policy allows him every class of his agency's dossiers, so nothing is read of them but what he asks. */
const supervisor: Authenticated = {
  viewer: { subject: 'officer', agency: 'BELARUS', roles: ['SUPERVISOR'], cases: ['BY-2026-000001'] },
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
  idempotencyKey: '',
  requestKey: newRequestKey(Date.now()),
};

export const investigator: Authenticated = {
  ...supervisor,
  viewer: { ...supervisor.viewer, roles: ['INVESTIGATOR'] },
};

export const russianInvestigator: Authenticated = {
  ...investigator,
  viewer: { ...investigator.viewer, agency: 'RUSSIA' },
  mandate: { ...investigator.mandate, legalBasis: 'COOPERATION_AGREEMENT' },
};

/** A request to Belarus’s subgraph over a store of dossiers. */
export function belarusContext(dossiers: DossierStore, authenticated = supervisor): RequestContext {
  const reads = {
    insert: async () => undefined,
    page: never,
    pagesOf: never,
    searchesLike: never,
    readers: never,
  };
  const contextOf = requestContexts(belarus, {
    dossiers,
    groups: unused,
    writes: unused,
    history: { pages: never },
    notices: { page: never, tellErasures: never },
    waiting: {
      onDossiers: never,
      groups: never,
      alerts: never,
      conflicts: never,
      parked: never,
      operations: never,
      requests: never,
    },
    decisions: { page: never },
    measures: { page: never, takenAlone: never as never },
    checks: { read: never, readEach: never, replace: never, confirm: never },
    measureExchange: never,
    contactOf: never,
    channel: { peer: never, parked: never },
    parked: { tryAgain: never, dismiss: never },
    findSubject: never,
    requests: {
      read: never,
      readEach: never,
      insert: never,
      draft: never,
      same: never,
      replace: never,
      take: never,
      counted: never,
      noteWarned: never,
      noteSought: never,
      halves: never as never,
      confirm: never,
      page: never,
    },
    alerts: {
      read: never,
      readEach: never,
      replace: never,
      tell: never,
      confirm: never,
      page: never,
      of: never,
      between: never as never,
    },
    sightings: { holdingEach: never, spread: never, lookAgain: never },
    widelyShared: { page: never, named: never, recorders: never },
    indicatorExchange: never,
    firstLoads: { signLoad: never, usedOfLoad: never },
    deputies: { set: never, end: never, absent: never, inForce: never },
    suspensions: {
      subjectOf: (written) => written,
      isSuspended: () => false,
      suspend: never,
      reinstate: never,
      page: never,
    },
    operations: {
      read: never,
      readEach: never,
      propose: never,
      replace: never,
      proposed: never,
      take: never,
      write: never,
      insert: never,
      confirm: never,
      counted: never,
      namesTaken: never,
      page: never,
    },
    operationLookups: { between: never as never, endedBetween: never as never, heardAt: never },
    dossiersOfMeasures: never,
    hits: { referencesOf: never },
    budgets: {
      take: async (_accounts, { ids, persons }) => ({ granted: ids.length + persons, nearest: 0 }),
      settle: async () => undefined,
      page: never,
    },
    comparisons: { before: never, remember: never },
    rekeying: { isUnderWay: never },
    surnames: { bitsOf: never },
    reads,
    matchKeys: testKeys,
    nodeIdOf: testNaming.idOf,
    cursorKey: Buffer.alloc(32, 'cursors'),
  });
  return contextOf(authenticated, 'request-1');
}

/** What Belarus’s subgraph answers to a fetch of the gateway’s, and what it read for it. */
export async function belarusAnswers(
  fetch: { document: string | DocumentNode; variables?: Record<string, unknown> },
  dossiers: readonly DossierPart[] = [],
  authenticated = supervisor,
) {
  const { store, byIds, pages } = recordingDossierStore(dossiers);
  const document = typeof fetch.document === 'string' ? parse(fetch.document) : fetch.document;
  const { data, errors, extensions } = await run({
    document,
    queryHash: print(document),
    variables: fetch.variables ?? {},
    context: belarusContext(store, authenticated),
  });
  return { data, errors, extensions, byIds, pages };
}
