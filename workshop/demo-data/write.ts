import type { MatchOf } from '../../subgraphs/agency/matching/match-under.ts';
import type { NodeNaming } from '../../subgraphs/agency/records/formats/text/node-id.ts';
import { storedEntry } from '../../subgraphs/agency/records/history/history-entry.ts';
import { nodesNamed } from '../../subgraphs/agency/records/values/nodes-named.ts';
import { agencyModels } from '../../subgraphs/agency/storage/database/agency-models.ts';
import { type Opening, openDatabase } from '../../subgraphs/agency/storage/database/database.ts';
import { insertLists } from '../../subgraphs/agency/storage/lists/update-lists.ts';
import type { DemoAgency } from './agencies/demo-agencies.ts';
import { knownCheck } from './known/known-measures.ts';
import { recordingStep } from './people/record-from.ts';
import type { DemoRecords } from './records.ts';

/** Demo records have the stored form already, as a test says: checking it for each costs more than all else of a seed. */
const asTheyAre = { lean: true } as const;

/** A record without the fields that are undefined, which the driver would store as null. */
function asStored<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(asStored) as Value;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const given = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(given.map(([name, field]) => [name, asStored(field)])) as Value;
}

/** Whether an agency's database holds no dossier yet. */
export async function isEmpty(
  agency: DemoAgency,
  uri: string,
  naming: NodeNaming,
  opening?: Opening,
): Promise<boolean> {
  const connection = await openDatabase(agency, uri, naming, opening);
  try {
    return (await agencyModels(connection).dossiers.findOne({}, { _id: 1 }).lean()) === null;
  } finally {
    await connection.close();
  }
}

/**
 * Writes an agency's demo records, those that are not there yet: what was amended since stays as it is.
 * @returns how many dossiers were written
 */
export async function writeDemoRecords(
  agency: DemoAgency,
  uri: string,
  records: DemoRecords[DemoAgency],
  matchOf: MatchOf,
): Promise<number> {
  const connection = await openDatabase(agency, uri, matchOf.naming);
  try {
    const models = agencyModels(connection);
    const { comparedMeasures, dossiers, groups, history, measureChecks } = models;
    const missing = async <Row extends { _id: string }>(
      rows: readonly Row[],
      found: Promise<{ _id: string }[]>,
    ): Promise<Row[]> => {
      const present = new Set((await found).map((row) => row._id));
      return rows.filter((row) => !present.has(row._id));
    };
    const idsOf = (rows: readonly { _id: string }[]) => ({ _id: { $in: rows.map((row) => row._id) } });
    const newDossiers = (
      await missing(records.dossiers, dossiers.find(idsOf(records.dossiers), { _id: 1 }).lean())
    ).map((dossier) => ({ ...dossier, ...nodesNamed(dossier, matchOf.naming.idOf) }));
    // Groups first: a dossier's membership then never names one that is not there.
    await groups.insertMany(
      (await missing(records.groups, groups.find(idsOf(records.groups), { _id: 1 }).lean())).map(asStored),
      asTheyAre,
    );
    // Before its dossier, which is what a second run looks for: one that was killed between leaves lines to be written over.
    await history.bulkWrite(
      newDossiers.map((dossier) => {
        const line = storedEntry(dossier._id, recordingStep(dossier));
        return { replaceOne: { filter: { _id: line._id }, replacement: line, upsert: true } };
      }),
    );
    await insertLists(models, matchOf.naming, newDossiers);
    for (const dossier of newDossiers) {
      const check = knownCheck(dossier);
      if (!check) continue;
      await measureChecks.replaceOne({ _id: check._id }, asStored(check), { upsert: true });
      // It was compared before, under tokens that are not there: nothing is to follow it up.
      await comparedMeasures.updateOne({ _id: check._id }, { $unset: { change: 1 } });
    }
    const { operations } = models;
    const newOperations = await missing(
      records.operations,
      operations.find(idsOf(records.operations), { _id: 1 }).lean(),
    );
    await operations.insertMany(newOperations.map(asStored), asTheyAre);
    await dossiers.insertMany(
      newDossiers.map((dossier) => asStored({ ...dossier, match: matchOf(dossier) })),
      asTheyAre,
    );
    return newDossiers.length;
  } finally {
    await connection.close();
  }
}
