import type { Connection, Model, mongo } from 'mongoose';
import { leasesCollection } from '../../subgraphs/agency/storage/channel/stored-lease.ts';
import { agencyModels } from '../../subgraphs/agency/storage/database/agency-models.ts';
import { migrationsCollection } from '../../subgraphs/agency/storage/migrations/storage.ts';

/**
 * Every collection of an agency's database, in the order of an export, and whether an export has it. Dossiers stand before
 * the groups that they name, so that of a database that is written meanwhile no group is missing, and histories before both: a line
 * of a step that is not in the record would stand in the way of the next one. The migrations, which say of which version the records
 * are, stand last.
 */
const isExported = {
  history: true,
  dossiers: true,
  waiting: true,
  decisions: true,
  groups: true,
  hits: true,
  reads: true,
  // A restore in the middle of a day must not renew what other agencies have spent.
  budgets: true,
  // As budgets: what an officer has removed in a day counts after a restore too.
  officerDays: true,
  comparisons: true,
  surnames: true,
  notices: true,
  suspensions: true,
  requests: true,
  deputies: true,
  alerts: true,
  // Sightings before what is made of them: of a database that is written meanwhile an indicator may be missing, which is made anew.
  sightings: true,
  // Counted anew each day; without it all would be new again, and be told once more.
  widelyShared: true,
  indicators: true,
  toldIndicators: true,
  // With the secrets that take the blinds off: the other agency's answer to a round may still come.
  indicatorRounds: true,
  indicatorAnswers: true,
  // How far a change of keys has come, without which a database that is restored in its midst would not go on.
  indicatorEpochs: true,
  // As budgets: what was used of the day's quota stays used.
  firstLoads: true,
  indicatorDays: true,
  departures: true,
  outbox: true,
  inbox: true,
  refused: true,
  peers: true,
  // Says which instance sends at this moment; another database has other instances.
  [leasesCollection]: false,
  [migrationsCollection]: true,
} as const satisfies Record<string, boolean>;

const named = (exported: boolean): string[] =>
  Object.entries(isExported).flatMap(([name, is]) => (is === exported ? [name] : []));

/** The collections that an export contains. */
export const exportedCollections: readonly string[] = named(true);

/** Collections that belong to the running processes and hold no record: no export has them, and a restore drops them. */
export const leftOutCollections: readonly string[] = named(false);

/** The model of each collection that holds records, by the collection's name. */
export const recordModels = (connection: Connection): Map<string, Model<unknown>> =>
  new Map(
    Object.values(agencyModels(connection)).map((model) => [
      model.collection.name,
      model as unknown as Model<unknown>,
    ]),
  );

/** The collections that are in a database, without the server's own. */
export async function collectionsIn(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

export const hasDocument = async (db: mongo.Db, collection: string): Promise<boolean> =>
  (await db.collection(collection).findOne({}, { projection: { _id: 1 } })) !== null;
