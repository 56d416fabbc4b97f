import { createSecretKey } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { AlertRecord } from '../../../subgraphs/agency/records/alerts/alert-record.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { nodeNaming } from '../../../subgraphs/agency/records/formats/text/node-id.ts';
import { type StoredEntry, storedEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import type { IndicatorRecord } from '../../../subgraphs/agency/records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../../subgraphs/agency/records/indicators/sighting.ts';
import {
  sharedPlace,
  type WidelyShared,
} from '../../../subgraphs/agency/records/indicators/widely-shared.ts';
import type { NoticeRecord } from '../../../subgraphs/agency/records/notices/notice-record.ts';
import type { StoredDay } from '../../../subgraphs/agency/storage/models/comparing/comparing-schemas.ts';
import { knownToOne } from '../../../workshop/demo-data/known/demo-ids.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';

const past = new Date('2020-01-01');
const day = 86_400_000;

/** The names under another key, which a part of the dossiers is given. */
export const otherNaming = nodeNaming(createSecretKey(Buffer.alloc(32, 7)));

/** A dossier that one request has read in more parts than others. */
export const readInManyParts = 'BY-MANYPARTS00000001';

/**
 * Has the time come of what hangs on dossiers that are erased, and of what has a term of its own; one dossier's comes within a week, and what
 * two others share is named under another key, or not at all.
 * @param erased dossiers whose time has come, and a group
 */
export async function endTerms(
  db: mongo.Db,
  { dossiers: erased, group }: { dossiers: readonly string[]; group: string },
): Promise<void> {
  await db.collection<NoticeRecord>('notices').insertMany(
    erased.map(
      (dossier): NoticeRecord => ({
        _id: `BELARUS FOREIGN_CASES ${dossier}`,
        place: `${new Date().toISOString()} ${dossier}`,
        agency: 'BELARUS',
        kind: 'FOREIGN_CASES',
        at: past,
        receivedAt: new Date(),
        data: { dossier },
      }),
    ),
  );
  const alerts = db.collection<AlertRecord>('alerts');
  await alerts.updateOne({ state: 'NEW' }, { $set: { dossiers: [...erased] } });
  await alerts.updateOne({ state: 'CLOSED' }, { $set: { dossiers: [knownToOne], place: '0' } });
  const dossiers = db.collection<DossierRecord>('dossiers');
  const others = await dossiers
    .find({ _id: { $nin: [...erased, knownToOne] } })
    .sort({ _id: 1 })
    .limit(4)
    .toArray();
  const [ahead, unnamed, ...otherwise] = others;
  if (!ahead || !unnamed) throw new Error('there are no dossiers');
  await dossiers.updateOne({ _id: ahead._id }, { $set: { nextErasure: new Date(Date.now() + 3 * day) } });
  await dossiers.updateOne({ _id: unnamed._id }, { $unset: { 'match.nodes': 1 } });
  for (const [index, { _id }] of otherwise.entries())
    await dossiers.updateOne({ _id }, { $set: { 'match.nodes': ['!', '~'][index] } });
  const reads = db.collection<{ _id: string; dossiers: string[] }>('reads');
  const read = await reads.findOne();
  if (!read) throw new Error('nothing was read');
  await reads.insertMany(
    Array.from({ length: 8 }, (_, part) => ({
      ...read,
      _id: `zzzzzzzzz-0-0-${part}`,
      dossiers: [readInManyParts],
    })),
  );
  // What the first dossiers hold is widely shared too: its names are changed with theirs.
  const held = await db
    .collection<SightingRecord>('sightings')
    .find({
      dossier: { $in: (await dossiers.find().sort({ _id: 1 }).limit(50).toArray()).map(({ _id }) => _id) },
    })
    .toArray();
  // As if counted later than today's count, which would find that they are not.
  const at = new Date(Date.now() + day);
  await db.collection<WidelyShared>('widelyShared').insertMany(
    [...new Set(held.map(({ indicator }) => indicator))].map((_id): WidelyShared => {
      return { _id, dossiers: 3, since: past, at, place: sharedPlace(past, _id) };
    }),
    { ordered: false },
  );
  // An instance under the other key has made tokens of what they hold.
  const indicators = db.collection<IndicatorRecord>('indicators');
  const tokens = await indicators
    .find({ indicator: { $in: held.map(({ indicator }) => indicator) } })
    .toArray();
  await indicators.insertMany(
    tokens.flatMap((token): IndicatorRecord[] => {
      const of = held.find(({ indicator }) => indicator === token.indicator);
      if (!of) return [];
      return [
        {
          ...token,
          _id: `OTHER ${token._id}`,
          indicator: otherNaming.idOf(of.kind, of.value),
          state: 'WAITING',
        },
      ];
    }),
  );
  const step = recordingStep(ahead);
  await db
    .collection<StoredEntry>('history')
    .insertMany([
      { ...storedEntry('BY-ERASED0000000001', step), keptUntil: past } as StoredEntry,
      storedEntry(group, step),
    ]);
  await db
    .collection<StoredDay>('indicatorDays')
    .updateOne({}, { $set: { numbers: ['name'], at: new Date(Date.now() - day) } });
}
