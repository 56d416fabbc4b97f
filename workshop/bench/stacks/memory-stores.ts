import { randomBytes } from 'node:crypto';
import type {
  DossierField,
  DossierPart,
  DossierPath,
} from '../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { type Stores, storeFactories } from '../../../subgraphs/agency/storage/stores/stores.ts';
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

/** A stand-in for a store, of which benchmarks use this part alone. */
const standIn = <Store extends object>(used: Partial<Store> = {}): Store =>
  new Proxy(
    Object.assign(() => notMeasured(), used),
    {
      get: (part, name) => Reflect.get(part, name) ?? notMeasured,
    },
  ) as unknown as Store;

/** A stand-in for every store that there is, for no use. */
const unused = () =>
  Object.fromEntries(Object.keys(storeFactories).map((name) => [name, standIn()])) as unknown as Stores;

/**
 * Stand-ins for an agency's collections, so that a benchmark shows the gateway and not the database. A filter is the
 * database's work, and is left out with it: every dossier is visible.
 */
export function memoryStores({ dossiers }: { dossiers: DossierRecord[] }): Stores {
  const byId = new Map(dossiers.map((dossier) => [dossier._id, dossier]));
  for (const dossier of dossiers) for (const id of dossier.samePersonAs ?? []) byId.set(id, dossier);
  const sorted = [...dossiers].sort((a, b) => (a._id < b._id ? -1 : 1));
  return {
    ...unused(),
    dossiers: standIn<Stores['dossiers']>({
      byIds: async ({ own, foreign }, fields) =>
        [...own, ...foreign].flatMap((id) => {
          const dossier = byId.get(id);
          return dossier ? [project(dossier, foreign.length > 0 ? [...fields, 'samePersonAs'] : fields)] : [];
        }),
      page: async (after, limit, fields) => {
        const from = after === undefined ? 0 : sorted.findIndex((dossier) => dossier._id > after);
        return from < 0 ? [] : sorted.slice(from, from + limit).map((dossier) => project(dossier, fields));
      },
    }),
    reads: standIn<Stores['reads']>({ insert: async () => undefined }),
    suspensions: standIn<Stores['suspensions']>({ subjectOf: (written) => written }),
    budgets: standIn<Stores['budgets']>({
      take: async (_accounts, { ids, persons }) => ({ granted: ids.length + persons, nearest: 0 }),
      settle: async () => undefined,
    }),
    matchKeys: benchKeys(),
    nodeIdOf: demoNaming.idOf,
    cursorKey: randomBytes(32),
  };
}
