import { randomBytes } from 'node:crypto';
import type {
  DossierField,
  DossierPart,
  DossierPath,
} from '../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import { demoNaming } from '../../demo-data/naming/demo-naming.ts';
import { benchKeys } from './bench-keys.ts';

function project(dossier: DossierRecord, fields: readonly DossierPath[]): DossierPart {
  const part: Record<string, unknown> = { _id: dossier._id };
  for (const path of fields) {
    const field = path.split('.')[0] as DossierField;
    part[field] = dossier[field];
  }
  return part as unknown as DossierPart;
}

const notMeasured = async (): Promise<never> => {
  throw new Error('no benchmark asks for this');
};

/**
 * Stand-ins for an agency's collections, so that a benchmark shows the gateway and not the database. A filter is the
 * database's work, and is left out with it: every dossier is visible.
 */
export function memoryStores({ dossiers }: { dossiers: DossierRecord[] }): Stores {
  const byId = new Map(dossiers.map((dossier) => [dossier._id, dossier]));
  for (const dossier of dossiers) for (const id of dossier.samePersonAs ?? []) byId.set(id, dossier);
  const sorted = [...dossiers].sort((a, b) => (a._id < b._id ? -1 : 1));
  return {
    dossiers: {
      byIds: async ({ own, foreign }, fields) =>
        [...own, ...foreign].flatMap((id) => {
          const dossier = byId.get(id);
          return dossier ? [project(dossier, foreign.length > 0 ? [...fields, 'samePersonAs'] : fields)] : [];
        }),
      page: async (after, limit, fields) => {
        const from = after === undefined ? 0 : sorted.findIndex((dossier) => dossier._id > after);
        return from < 0 ? [] : sorted.slice(from, from + limit).map((dossier) => project(dossier, fields));
      },
      chosen: notMeasured,
      matching: () => {
        throw new Error('not measured');
      },
      sharing: notMeasured,
    },
    groups: {
      counted: notMeasured,
      byIds: notMeasured,
      confirm: notMeasured,
      recordedWith: notMeasured,
      taken: notMeasured,
      insert: notMeasured,
      replace: notMeasured,
    },
    writes: {
      read: notMeasured,
      counted: notMeasured,
      confirm: notMeasured,
      recordedWith: notMeasured,
      taken: notMeasured,
      insert: notMeasured,
      take: notMeasured,
      note: notMeasured,
    },
    history: { pages: notMeasured },
    reads: {
      insert: async () => undefined,
      page: notMeasured,
      pagesOf: notMeasured,
      searchesLike: notMeasured,
      readers: notMeasured,
    },
    notices: { page: notMeasured, tellErasures: notMeasured },
    waiting: {
      onDossiers: notMeasured,
      groups: notMeasured,
      alerts: notMeasured,
      conflicts: notMeasured,
      parked: notMeasured,
      requests: notMeasured,
    },
    decisions: { page: notMeasured },
    measures: { page: notMeasured, takenAlone: notMeasured as never },
    checks: { read: notMeasured, readEach: notMeasured, replace: notMeasured, confirm: notMeasured },
    measureExchange: notMeasured,
    contactOf: notMeasured,
    channel: { peer: notMeasured, parked: notMeasured },
    findSubject: notMeasured,
    requests: {
      read: notMeasured,
      readEach: notMeasured,
      insert: notMeasured,
      draft: notMeasured,
      same: notMeasured,
      replace: notMeasured,
      take: notMeasured,
      counted: notMeasured,
      noteWarned: notMeasured,
      noteSought: notMeasured,
      halves: notMeasured as never,
      confirm: notMeasured,
      page: notMeasured,
    },
    alerts: {
      read: notMeasured,
      readEach: notMeasured,
      replace: notMeasured,
      tell: notMeasured,
      confirm: notMeasured,
      page: notMeasured,
      of: notMeasured,
      between: notMeasured as never,
    },
    sightings: { holdingEach: notMeasured, spread: notMeasured, lookAgain: notMeasured },
    widelyShared: { page: notMeasured, named: notMeasured, recorders: notMeasured },
    indicatorExchange: notMeasured,
    firstLoads: { signLoad: notMeasured, usedOfLoad: notMeasured },
    deputies: { set: notMeasured, end: notMeasured, absent: notMeasured, inForce: notMeasured },
    suspensions: {
      subjectOf: (written) => written,
      suspend: notMeasured,
      reinstate: notMeasured,
      page: notMeasured,
    },
    parked: { tryAgain: notMeasured, dismiss: notMeasured },
    hits: { referencesOf: notMeasured },
    budgets: {
      take: async (_accounts, { ids, persons }) => ({ granted: ids.length + persons, nearest: 0 }),
      settle: async () => undefined,
      page: notMeasured,
    },
    comparisons: { before: notMeasured, remember: notMeasured },
    rekeying: { isUnderWay: notMeasured },
    surnames: { bitsOf: notMeasured },
    matchKeys: benchKeys(),
    nodeIdOf: demoNaming.idOf,
    cursorKey: randomBytes(32),
  };
}
