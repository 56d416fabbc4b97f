import type { AnyBulkWriteOperation, ClientSession, Model } from 'mongoose';
import { measureBasis } from '../../matching/two-key/measure-basis.ts';
import { sightingsOf } from '../../matching/two-key/sightings-of.ts';
import type { DecisionRecord } from '../../records/decisions/decision-record.ts';
import { decisionsOf } from '../../records/decisions/decisions-of.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Step } from '../../records/dossier/step.ts';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import {
  forOtherCases,
  isQueued,
  laterCases,
  outsideOf,
  outsideOfQueued,
  type SightingRecord,
  untilKnown,
} from '../../records/indicators/sighting.ts';
import type { ComparedRecord } from '../../records/measures/comparing/compared-measure.ts';
import { comparedMeasuresOf } from '../../records/measures/comparing/compared-measures-of.ts';
import { type MeasureRow, measureRowsOf } from '../../records/measures/measure-row.ts';
import { changedBy } from '../../records/values/values-of.ts';
import { waitingOnDossier } from '../../records/waiting/waiting-on-dossier.ts';
import type { WaitingRecord } from '../../records/waiting/waiting-record.ts';

/** Hashes an officer, under a key of the agency's own. */
export type RecorderOf = (officer: string) => string;

/** The officer whose change it is. */
export interface Signing {
  /** Written with each identifier: the officer in clear, and as a hash. */
  officer: { by: string; recorder: string };
  /** The cases of the officer's token, whose budgets the change may be charged to; without them those of all cases. */
  assigned?: readonly string[] | undefined;
  /** Gives identifiers their places among what the officer writes in a day, within the transaction. */
  place?(sightings: readonly SightingRecord[], session: ClientSession): Promise<SightingRecord[]>;
}

/** The collections of what follows from dossiers, so that it can be listed in order. */
export interface Lists {
  waiting: Model<WaitingRecord>;
  decisions: Model<DecisionRecord>;
  sightings: Model<SightingRecord>;
  comparedMeasures: Model<ComparedRecord>;
  measures: Model<MeasureRow>;
}

interface Row {
  _id: string;
}

/** A collection, and its rows of a dossier. */
interface List {
  model: Model<Row>;
  rowsOf(dossier: DossierRecord): Row[];
  /** The change of a row that is no more, where others are to learn of it; without it the row is deleted. */
  left?: { $set: object; $unset: object };
  /** Its rows name the officer who has written them. */
  isSigned?: true;
}

const gone = {
  $set: { change: 'GONE', value: '', cases: [] },
  $unset: { recorder: 1, fromOutside: 1, cameLater: 1, ...untilKnown },
};

/** What is left of a measure that its dossier has no more, until its comparison knows. */
const goneMeasure = { $set: { change: 'GONE' }, $unset: { target: 1, turn: 1 } };

const listsOf = (
  { waiting, decisions, measures, sightings, comparedMeasures }: Lists,
  { idOf }: Pick<NodeNaming, 'idOf'>,
): List[] => [
  { model: waiting as unknown as Model<Row>, rowsOf: waitingOnDossier },
  { model: decisions as unknown as Model<Row>, rowsOf: decisionsOf },
  { model: measures as unknown as Model<Row>, rowsOf: measureRowsOf },
  {
    model: sightings as unknown as Model<Row>,
    rowsOf: (dossier) => sightingsOf(dossier, idOf),
    left: gone,
    isSigned: true,
  },
  {
    model: comparedMeasures as unknown as Model<Row>,
    rowsOf: (dossier) => comparedMeasuresOf(dossier, () => measureBasis(dossier, idOf)),
    left: goneMeasure,
  },
];

const isSame = (one: Row, other: Row | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

const put = (row: Row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } });

/** The cases of a sighting, by which its dossier holds it or does not hold it as before. */
const casesIn = (row: Row | undefined): string => JSON.stringify((row as Partial<SightingRecord>)?.cases);

/**
 * Sightings as their officer writes them. They came with no import, also where their dossier did.
 * @param moved those that were there for other cases: whoever recorded them stays their recorder
 */
async function signed(
  rows: readonly Row[],
  moved: readonly SightingRecord[],
  { officer, assigned, place }: Signing,
  session: ClientSession | undefined,
): Promise<Row[]> {
  const all = [
    ...(rows as SightingRecord[]).map((row) => ({ ...row, ...officer, isImported: false })),
    ...moved.map((row) => ({ ...row, by: officer.by, isImported: false })),
  ].map((row) => ({ ...row, ...outsideOf(row.cases, assigned) }));
  return place && session && all.length > 0 ? place(all, session) : all;
}

/** The sightings of these that are stored, by their ids. */
async function storedOf(sightings: Model<SightingRecord>, ids: readonly string[], session: ClientSession) {
  if (ids.length === 0) return new Map<string, SightingRecord>();
  const found = await sightings.find({ _id: { $in: ids } }, {}, { session }).lean<SightingRecord[]>();
  return new Map(found.map((each) => [each._id, each]));
}

/**
 * The writes of sightings that are there. Where the dossier holds one for the same cases as before, nothing new is to be compared, and whoever
 * recorded it stays its recorder; so does their name where retention or an import writes it. Where it holds one for other cases, one that waits in the
 * queue of its officer waits on for all of them; any other is to be compared for those that are new.
 */
async function putSightings(
  sightings: Model<SightingRecord>,
  rows: readonly Row[],
  was: ReadonlyMap<string, Row>,
  signing: Signing | undefined,
  session: ClientSession,
) {
  const isMoved = (row: Row) => was.has(row._id) && casesIn(was.get(row._id)) !== casesIn(row);
  const moving = rows.filter(isMoved).map(({ _id }) => _id);
  const stored = await storedOf(sightings, moving, session);
  const [kept, fresh, moved]: [AnyBulkWriteOperation<Row>[], Row[], SightingRecord[]] = [[], [], []];
  for (const row of rows) {
    const { _id, kind, value, cases, at } = row as SightingRecord;
    const before = stored.get(_id);
    if (before && !isQueued(before)) moved.push(forOtherCases(before, row as SightingRecord));
    else if (before || (was.has(_id) && !isMoved(row))) {
      const fromOutside = before ? outsideOfQueued(before, cases, signing?.assigned) : [];
      const cameLater = before ? laterCases(before, cases) : [];
      const $set = {
        ...{ kind, value, cases, at },
        ...(fromOutside.length > 0 && { fromOutside }),
        ...(cameLater.length > 0 && { cameLater }),
      };
      kept.push({ updateOne: { filter: { _id }, update: { $set } } });
    } else fresh.push(row);
  }
  if (signing) return [...kept, ...(await signed(fresh, moved, signing, session)).map(put)];
  const unsigned = fresh.map(({ _id, ...values }) => {
    return {
      updateOne: {
        filter: { _id },
        update: { $set: values, $unset: { fromOutside: 1, ...untilKnown } },
        upsert: true,
      },
    };
  });
  return [...kept, ...moved.map(put), ...unsigned];
}

/**
 * Writes what follows from a dossier after a change, as a part of the change's transaction. Most changes leave it as it was, and
 * then nothing is written.
 * @param signing the officer whose change it is, if it is one's
 */
export async function updateLists(
  lists: Lists,
  naming: NodeNaming,
  before: DossierRecord,
  { signing, ...change }: Pick<Step, 'set' | 'unset'> & { signing?: Signing | undefined },
  session: ClientSession,
): Promise<void> {
  const after = changedBy(before, change) as DossierRecord;
  for (const { model, rowsOf, left, isSigned } of listsOf(lists, naming)) {
    const was = new Map(rowsOf(before).map((row) => [row._id, row]));
    const is = rowsOf(after);
    const kept = new Set(is.map(({ _id }) => _id));
    const changed = is.filter((row) => !isSame(row, was.get(row._id)));
    const writes = [
      ...[...was.keys()]
        .filter((_id) => !kept.has(_id))
        .map((_id) =>
          left ? { updateOne: { filter: { _id }, update: left } } : { deleteOne: { filter: { _id } } },
        ),
      ...(isSigned ? await putSightings(lists.sightings, changed, was, signing, session) : changed.map(put)),
    ];
    if (writes.length > 0) await model.bulkWrite(writes, { session });
  }
}

/**
 * Writes what follows from dossiers that are new, as a part of the transaction that inserts them.
 * @param signing the officer who records them, if one does
 */
export async function insertLists(
  lists: Lists,
  naming: NodeNaming,
  dossiers: readonly DossierRecord[],
  session?: ClientSession,
  signing?: Signing,
): Promise<void> {
  for (const { model, rowsOf, isSigned } of listsOf(lists, naming)) {
    const rows = dossiers.flatMap(rowsOf);
    const writes = (isSigned && signing ? await signed(rows, [], signing, session) : rows).map(put);
    if (writes.length > 0) await model.bulkWrite(writes, session && { session });
  }
}

/** Rows that are erased are named by their dossier alone. */
const unnamed: Pick<NodeNaming, 'idOf'> = { idOf: () => '' };

/** Takes what follows from a dossier that is no more with it. */
export async function eraseFromLists(lists: Lists, dossier: string, session: ClientSession): Promise<void> {
  // `!` is the character after the space.
  const filter = { _id: { $gt: `${dossier} `, $lt: `${dossier}!` } };
  for (const { model, left } of listsOf(lists, unnamed))
    if (left) await model.updateMany(filter, left, { session });
    else await model.deleteMany(filter, { session });
}
