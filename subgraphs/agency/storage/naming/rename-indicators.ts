import type { mongo } from 'mongoose';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import { sharedPlace, type WidelyShared } from '../../records/indicators/widely-shared.ts';

/** The name of an identifier now, by the one that it had. */
export type Renamed = ReadonlyMap<string, string>;

type Writes<Row extends mongo.Document> = mongo.AnyBulkWriteOperation<Row>[];

const isTold = ({ state }: IndicatorRecord): boolean => state === 'TOLD' || state === 'GONE';

/** A token that another one of the same identifier makes needless: what was told is to be taken back, all else was never there. */
const letGo = ({ _id, state }: IndicatorRecord): Writes<IndicatorRecord> => [
  isTold({ state } as IndicatorRecord)
    ? {
        updateOne: {
          filter: { _id },
          update: { $set: { state: 'GONE' }, $unset: { indicator: 1, value: 1 } },
        },
      }
    : { deleteOne: { filter: { _id } } },
];

async function renameTokens(db: mongo.Db, renamed: Renamed): Promise<IndicatorRecord[]> {
  const indicators = db.collection<IndicatorRecord>('indicators');
  const found = await indicators.find({ indicator: { $in: [...renamed.keys()] } }).toArray();
  if (found.length === 0) return found;
  const names = found.flatMap(({ indicator = '' }) => renamed.get(indicator) ?? []);
  // An instance under the present key may have made another one of the same identifier meanwhile.
  const there = await indicators.find({ indicator: { $in: names } }).toArray();
  const writes = found.flatMap((each): Writes<IndicatorRecord> => {
    const indicator = renamed.get(each.indicator ?? '');
    if (indicator === undefined) return [];
    const rename = { updateOne: { filter: { _id: each._id }, update: { $set: { indicator } } } };
    // Another run may have renamed this very token since it was found.
    const same = there.find(
      (one) => one._id !== each._id && one.indicator === indicator && one.other === each.other,
    );
    if (!same) return [rename];
    return isTold(same) ? letGo(each) : [...letGo(same), rename];
  });
  await indicators.bulkWrite(writes);
  return found;
}

/** Gives all that is stored of identifiers the names that these have now: tokens, alerts, and the list of those that are widely shared. */
export async function renameIndicators(db: mongo.Db, renamed: Renamed): Promise<void> {
  if (renamed.size === 0) return;
  const tokens = await renameTokens(db, renamed);
  const alerts = db.collection<AlertRecord>('alerts');
  const raised =
    tokens.length > 0 ? await alerts.find({ own: { $in: tokens.map(({ _id }) => _id) } }).toArray() : [];
  const writes = raised.flatMap(({ _id, indicator: before }): Writes<AlertRecord> => {
    const indicator = renamed.get(before);
    return indicator === undefined
      ? []
      : [{ updateOne: { filter: { _id }, update: { $set: { indicator } } } }];
  });
  if (writes.length > 0) await alerts.bulkWrite(writes);

  const widelyShared = db.collection<WidelyShared>('widelyShared');
  const shared = await widelyShared.find({ _id: { $in: [...renamed.keys()] } }).toArray();
  const moved = shared.flatMap(({ _id, since, ...rest }): Writes<WidelyShared> => {
    const name = renamed.get(_id) ?? _id;
    const replacement = { ...rest, since, place: sharedPlace(since, name) };
    return [
      { replaceOne: { filter: { _id: name }, replacement, upsert: true } },
      { deleteOne: { filter: { _id } } },
    ];
  });
  if (moved.length > 0) await widelyShared.bulkWrite(moved);
}
