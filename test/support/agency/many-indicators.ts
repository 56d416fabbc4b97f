import type { mongo } from 'mongoose';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import type { IndicatorKeys } from '../../../subgraphs/agency/matching/two-key/indicator-key-settings.ts';
import type { Alert } from '../../../subgraphs/agency/records/alerts/alert.ts';
import { type AlertRecord, withAlertColumns } from '../../../subgraphs/agency/records/alerts/alert-record.ts';
import { alertReference } from '../../../subgraphs/agency/records/alerts/alert-reference.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { endOfHit, type HitRecord } from '../../../subgraphs/agency/records/hits/hit-record.ts';
import { inBase64 } from '../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import type {
  IndicatorRecord,
  ToldIndicator,
} from '../../../subgraphs/agency/records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../../subgraphs/agency/records/indicators/sighting.ts';
import { mostSharingCases } from '../../../subgraphs/agency/records/indicators/spread.ts';
import { turnOf } from '../../../subgraphs/agency/records/indicators/turn.ts';
import {
  sharedPlace,
  type WidelyShared,
  weekBefore,
} from '../../../subgraphs/agency/records/indicators/widely-shared.ts';
import { messageIdOf } from '../../../subgraphs/agency/records/messages/message.ts';
import type { NoticeRecord } from '../../../subgraphs/agency/records/notices/notice-record.ts';
import { clearingStages } from '../../../subgraphs/agency/records/values/status.ts';
import { listedSightings } from '../../../subgraphs/agency/storage/migrations/2026-11-27-sightings.ts';
import type { StoredRound } from '../../../subgraphs/agency/storage/models/comparing/indicator-models.ts';
import { testNaming } from '../match-keys.ts';
import { inserted } from './many-dossiers.ts';

export const from = 'RUSSIA';
export const epoch = '2026';
export const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

const ours = newEvaluationKey();
/** Russia's own key, whose part these tests play. */
export const theirs = newEvaluationKey();

/** The keys of Belarus's, and the public one of Russia's, whose part these tests play. */
export const indicatorKeys: IndicatorKeys = {
  own: { current: { kid: 'ours', epoch, ...ours } },
  others: new Map([[from, { current: { kid: 'theirs', epoch, publicKey: theirs.publicKey } }]]),
};

export const nameAt = (index: number, letter = 'N'): string => `${letter}${String(index).padStart(19, '0')}`;
export const digestOf = (index: number): string => inBase64(Buffer.from(String(index).padStart(16, '0')));
export const bytesOf = (index: number) => Buffer.from(String(index).padStart(32, '0'));

/** The alerts that the actions are tried on, of the demo's case. */
export const manyAlerts = {
  new: 'BYA-0000000000000000',
  seen: 'BYA-0000000000000001',
  useless: 'BYA-0000000000000002',
  /** An officer has said that its identifier is widely shared. */
  shared: 'BYA-0000000000000003',
};
const special = Object.keys(manyAlerts).length;

function alertAt(index: number, { _id: own, indicator = '', kind = 'PHONE' }: IndicatorRecord): AlertRecord {
  const since = index < special ? new Date() : daysAgo((index % 700) / 20 + 0.1);
  const step = { by: 'officer-1', at: since };
  const number =
    index < special || index % 5 === 0 ? 'BY-2026-000001' : `BY-2026-${String(index).padStart(6, '0')}`;
  const alert: Alert = {
    id: `BYA-${String(index).padStart(16, '0')}`,
    other: from,
    kind,
    case: number,
    since,
    ...(index % 3 > 0 && { acknowledged: step }),
    ...(index === 3 && { widelyShared: { ...step, by: 'officer-2' } }),
    ...(index % 9 === 4 && { acted: { ...step, means: 'REQUEST' as const, named: 'BYQ-0000000000000000' } }),
    ...(index % 9 === 5 && { dismissed: { ...step, reason: 'SPOOFED' as const } }),
  };
  const names = { own, theirs: nameAt(index, 'T'), case: number };
  const record = {
    _id: alert.id,
    version: 1,
    alert,
    ...names,
    indicator,
    dossiers: [`BY-HELD${String(index).padStart(12, '0')}`],
    taken: [],
  };
  // Written when it came up: time has changed some since.
  return withAlertColumns(
    { ...record, reference: `RUH-${nameAt(index)}`, place: messageIdOf(alert.id, since) },
    since,
  );
}

/** Three dossiers of three officers, each of which is in as many cases as it takes. */
const shareWidely = (indicator: string): SightingRecord[] =>
  Array.from({ length: 3 }, (_, index): SightingRecord => {
    const dossier = `BY-WIDELY${String(index).padStart(10, '0')}`;
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind: 'PHONE',
      value: '+375290000009',
      cases: Array.from(
        { length: mostSharingCases + 1 },
        (_case, number) => `BY-2020-${100_000 + index * (mostSharingCases + 1) + number}`,
      ),
      recorder: `officer ${index}`,
      at: daysAgo(1),
      isImported: false,
    };
  });

/** Some wait for their turn, which has come or not; and of one that nothing is known of, many are left where one is gone. */
function waitingSightings(): SightingRecord[] {
  const waiting = (['ROUND', 'CASE', 'OFFICER'] as const).flatMap((waitsFor, of) =>
    [-1, 1].flatMap((days) =>
      [false, true].map((isImported, index): SightingRecord => {
        const [dossier, indicator] = [`BY-WAITS${of}${days}${index}`, `NWAITS ${of} ${days} ${index}`];
        const at = daysAgo(2);
        return {
          _id: `${dossier} ${indicator}`,
          dossier,
          indicator,
          kind: 'PHONE',
          value: `+3752911${of}${days + 1}${index}55`,
          cases: ['BY-2020-000001'],
          at,
          isImported,
          change: 'WAITS',
          turn: turnOf(waitsFor, { isImported, at }, daysAgo(-days)),
          ...(waitsFor === 'ROUND' && { admitted: true as const }),
        };
      }),
    ),
  );
  const left = shareWidely('NLEFT').map(
    (each, index): SightingRecord => ({
      ...each,
      cases: ['BY-2020-000002'],
      ...(index === 0 && { change: 'GONE' as const, value: '', cases: [] }),
    }),
  );
  return [...waiting, ...left];
}

/** An identifier that many dossiers hold, which the last counts have found, and some that fewer hold by now. */
async function fillWidelyShared(db: mongo.Db, count: number): Promise<void> {
  const shared = ['NW1DE000000000000000', 'NW1DE000000000000001'];
  await inserted(db, 'sightings', shared.flatMap(shareWidely));
  const since = new Date(weekBefore(new Date()).until.getTime() - day);
  await inserted(
    db,
    'widelyShared',
    [...shared, ...Array.from({ length: count }, (_, index) => nameAt(index))].map(
      (_id, index): WidelyShared => {
        const first = new Date(since.getTime() - index * day);
        return {
          _id,
          dossiers: 3,
          since: first,
          at: daysAgo(1),
          place: sharedPlace(first, _id),
        };
      },
    ),
  );
}

const warned = bytesOf(9_999_999);
/** By which Russia names what several dossiers hold that it was warned of. */
export const warnedReference = alertReference(warned, 'BELARUS');

/** Has the reference stand for an identifier of several dossiers that Russia may be told of. */
async function warn(
  db: mongo.Db,
  told: readonly IndicatorRecord[],
  all: readonly SightingRecord[],
): Promise<void> {
  const shown = await db
    .collection<DossierRecord>('dossiers')
    .find({ handlingCode: { $ne: 'ORIGINATOR_ONLY' }, 'status.stage': { $nin: clearingStages } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  const ids = new Set(shown.map(({ _id }) => _id));
  const holdersOf = ({ indicator }: IndicatorRecord) =>
    all.filter((each) => each.indicator === indicator && ids.has(each.dossier));
  const token = told.find((each) => each.state === 'TOLD' && holdersOf(each).length > 1);
  const [first] = token ? holdersOf(token) : [];
  if (!token || !first) throw new Error('no identifier is of several dossiers');
  token.element = warned;
  const hit: HitRecord = {
    ...{ _id: warnedReference, pair: `alert ${warnedReference}`, to: from, dossier: first.dossier },
    until: endOfHit(new Date()),
  };
  await inserted(db, 'hits', [hit]);
}

/** The identifiers of all dossiers, most of which are told, tokens of the other agency, rounds, and alerts of years. */
export async function fillIndicators(db: mongo.Db, count: number): Promise<void> {
  await listedSightings.up(db, testNaming);
  const sightings = db.collection<SightingRecord>('sightings');
  const all = await sightings.find().sort({ _id: 1 }).toArray();
  // Among those that are changed below there is one that nothing is known of, of one dossier and a case that has recorded others today.
  const [fresh] = all;
  if (!fresh) throw new Error('no dossier holds an identifier');
  await sightings.deleteMany({ indicator: fresh.indicator, _id: { $ne: fresh._id } });
  const others = all.filter(({ indicator }) => indicator !== fresh.indicator);
  const told = [...new Map(others.map((each) => [each.indicator, each])).values()].map(
    ({ indicator, kind, value }, index): IndicatorRecord => ({
      _id: nameAt(index),
      other: from,
      state: 'TOLD',
      indicator,
      kind,
      value,
      order: `0 ${daysAgo(index / 100).toISOString()}`,
      epoch,
      element: bytesOf(index),
      expected: digestOf(index),
    }),
  );
  // Some wait, some wait to be told, and of some the other agency is still to hear that they are gone.
  const states = ['WAITING', 'WAITING', 'MADE', 'MADE', 'GONE'] as const;
  for (const [index, state] of states.entries())
    for (let each = index + 100; each < told.length; each += 50) {
      const { element, expected, epoch: _, ...rest } = told[each] as IndicatorRecord;
      told[each] =
        state === 'WAITING'
          ? { ...rest, state }
          : ({ ...rest, state, epoch, element, expected } as IndicatorRecord);
    }
  await warn(db, told, all);
  await inserted(db, 'indicators', told);
  const dummies = Array.from(
    { length: count },
    (_, index): IndicatorRecord => ({ _id: nameAt(index, 'D'), other: from, state: 'TOLD' }),
  );
  await inserted(db, 'indicators', dummies);
  // One identifier stays with one dossier, whose officers have just written it: the other agency has told its token.
  const known = told.findLast(({ state }) => state === 'TOLD');
  const [lone, ...further] = all.filter(({ indicator }) => indicator === known?.indicator);
  if (!known?.expected || !lone) throw new Error('no identifier was told');
  await sightings.deleteMany({ _id: { $in: further.map(({ _id }) => _id) } });
  const heard = Array.from(
    { length: 3 * count },
    (_, index): ToldIndicator => ({
      _id: `${from} ${nameAt(index, 'T')}`,
      from,
      token: index === 0 ? (known.expected ?? '') : digestOf(1_000_000 + index),
      epoch,
      at: new Date(),
    }),
  );
  await inserted(db, 'toldIndicators', heard);
  const rounds = Array.from(
    { length: count },
    (_, number): StoredRound => ({
      _id: `${from} ${number}`,
      other: from,
      number,
      epoch,
      at: daysAgo(number / 60),
      state: number % 100 === 7 ? 'WRONG_PROOF' : number % 1_000 === 999 ? 'SENT' : 'DONE',
      slots: [],
    }),
  );
  await inserted(db, 'indicatorRounds', rounds);
  await inserted(
    db,
    'indicatorAnswers',
    rounds.map(({ _id, at }) => ({ _id, at })),
  );
  await inserted(db, 'indicatorDays', [
    { _id: 'RUN 2026-11-20 CASE BY-2026-000001', slots: 7, at: daysAgo(7) },
    { _id: 'FULL 2026-11-20 BY-2026-000001', slots: 20, at: daysAgo(7), by: [{ officer: 'a', slots: 20 }] },
    { _id: `TOLD ${from} 2026-11-20 1`, slots: 7, at: daysAgo(7) },
    ...fresh.cases.map((number) => ({ _id: `CASE ${number}`, slots: 3, at: new Date(), numbers: [] })),
  ]);
  const plain = told.filter(({ state }) => state === 'TOLD');
  const held = new Set(
    all.filter(({ cases }) => cases.includes('BY-2026-000001')).map(({ indicator }) => indicator),
  );
  // Those that the actions are tried on are of identifiers that their officers may read, in dossiers that no action changes.
  const readable = plain.filter(({ indicator = '' }) => held.has(indicator)).slice(-special);
  // What is called widely shared is withdrawn where no other alert on it is open: it has none.
  const calledOne = readable[3] ?? plain[3];
  const uncalled = plain.filter((each) => each !== calledOne);
  await inserted(
    db,
    'alerts',
    Array.from({ length: count }, (_, index) =>
      alertAt(index, (readable[index] ?? uncalled[index % uncalled.length]) as IndicatorRecord),
    ),
  );
  await inserted(
    db,
    'notices',
    Object.values(manyAlerts).map((alert): NoticeRecord => {
      const now = new Date();
      const _id = `${from} ALERT_RAISED ${alert}`;
      const place = messageIdOf(_id, now);
      return { _id, place, agency: from, kind: 'ALERT_RAISED', at: now, receivedAt: now, data: { alert } };
    }),
  );
  await fillWidelyShared(db, 100);
  await inserted(db, 'sightings', shareWidely(calledOne?.indicator ?? ''));
  // All are known but a few: those of the dossiers that officers have just written.
  await sightings.updateMany({}, { $unset: { change: 1 } });
  const [changed, gone] = [all.slice(0, 12).map(({ _id }) => _id), all.slice(12, 24).map(({ _id }) => _id)];
  await sightings.updateMany(
    { _id: { $in: [...changed, lone._id] } },
    { $set: { change: 'HELD', place: 1 } },
  );
  await sightings.updateMany({ _id: { $in: gone } }, { $set: { change: 'GONE', value: '', cases: [] } });
  await inserted(db, 'sightings', waitingSightings());
}
