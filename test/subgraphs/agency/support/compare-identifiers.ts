import type { mongo } from 'mongoose';
import { blind } from '../../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import type { IndicatorKeys } from '../../../../subgraphs/agency/matching/two-key/indicator-key-settings.ts';
import { indicatorTokenOf } from '../../../../subgraphs/agency/matching/two-key/indicator-token-of.ts';
import { raiseFor } from '../../../../subgraphs/agency/matching/two-key/raise.ts';
import type { Alert } from '../../../../subgraphs/agency/records/alerts/alert.ts';
import {
  type AlertRecord,
  pairOf,
  withAlertColumns,
} from '../../../../subgraphs/agency/records/alerts/alert-record.ts';
import { mostHolders, usualPace } from '../../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import { inBase64 } from '../../../../subgraphs/agency/records/indicators/indicator-messages.ts';
import type {
  IndicatorRecord,
  ToldIndicator,
} from '../../../../subgraphs/agency/records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../../../subgraphs/agency/records/indicators/sighting.ts';
import {
  sharedPlace,
  type WidelyShared,
  weekBefore,
} from '../../../../subgraphs/agency/records/indicators/widely-shared.ts';
import { messageIdOf } from '../../../../subgraphs/agency/records/messages/message.ts';
import { listedSightings } from '../../../../subgraphs/agency/storage/migrations/2026-11-27-sightings.ts';
import type { StoredRound } from '../../../../subgraphs/agency/storage/models/indicator-models.ts';
import type { SeededAgency } from '../../../support/agency.ts';
import { done } from '../../../support/two-key/two-key-agencies.ts';
import { inserted } from './many-dossiers.ts';

const from = 'RUSSIA';
const epoch = '2026';
const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

const [ours, theirs] = [newEvaluationKey(), newEvaluationKey()];

/** The keys of Belarus's, and the public one of Russia's, whose part these tests play. */
export const indicatorKeys: IndicatorKeys = {
  own: { current: { kid: 'ours', epoch, ...ours } },
  others: new Map([[from, { current: { kid: 'theirs', epoch, publicKey: theirs.publicKey } }]]),
};

const nameAt = (index: number, letter = 'N'): string => `${letter}${String(index).padStart(19, '0')}`;
const digestOf = (index: number): string => inBase64(Buffer.from(String(index).padStart(16, '0')));
const bytesOf = (index: number) => Buffer.from(String(index).padStart(32, '0'));

/** The alerts that the actions are tried on, of the demo's case. */
export const manyAlerts = {
  new: 'BYA-0000000000000000',
  seen: 'BYA-0000000000000001',
  useless: 'BYA-0000000000000002',
};

function alertAt(index: number, { _id: own, indicator = '', kind = 'PHONE' }: IndicatorRecord): AlertRecord {
  const since = index < 3 ? new Date() : daysAgo((index % 700) / 20 + 0.1);
  const step = { by: 'officer-1', at: since };
  const number =
    index < 3 || index % 5 === 0 ? 'BY-2026-000001' : `BY-2026-${String(index).padStart(6, '0')}`;
  const alert: Alert = {
    id: `BYA-${String(index).padStart(16, '0')}`,
    other: from,
    kind,
    case: number,
    since,
    ...(index % 3 > 0 && { acknowledged: step }),
    ...(index % 9 === 4 && { acted: { ...step, means: 'REQUEST' as const, named: 'BYQ-0000000000000000' } }),
    ...(index % 9 === 5 && { dismissed: { ...step, reason: 'SPOOFED' as const } }),
  };
  const names = { own, theirs: nameAt(index, 'T'), case: number };
  const record = { _id: alert.id, version: 1, alert, ...names, indicator, pair: pairOf(names), taken: [] };
  // Written when it came up: time has changed some since.
  return withAlertColumns(
    { ...record, reference: `RUH-${nameAt(index)}`, place: messageIdOf(alert.id, since) },
    since,
  );
}

/** An identifier that many dossiers hold, which the last counts have found, and some that fewer hold by now. */
async function fillWidelyShared(db: mongo.Db, count: number): Promise<void> {
  const shared = 'NW1DE000000000000000';
  await inserted(
    db,
    'sightings',
    Array.from({ length: mostHolders + 1 }, (_, index): SightingRecord => {
      const dossier = `BY-SHARED${String(index).padStart(10, '0')}`;
      const identifier = { indicator: shared, kind: 'PHONE', value: '+375290000009' } as const;
      return {
        _id: `${dossier} ${shared}`,
        dossier,
        ...identifier,
        cases: [],
        at: daysAgo(1),
        isImported: true,
      };
    }),
  );
  const since = new Date(weekBefore(new Date()).until.getTime() - day);
  await inserted(
    db,
    'widelyShared',
    [shared, ...Array.from({ length: count }, (_, index) => nameAt(index))].map(
      (_id, index): WidelyShared => {
        const first = new Date(since.getTime() - index * day);
        return {
          _id,
          dossiers: mostHolders + 1,
          since: first,
          at: daysAgo(1),
          place: sharedPlace(first, _id),
        };
      },
    ),
  );
}

/** The identifiers of all dossiers, most of which are told, tokens of the other agency, rounds, and alerts of years. */
export async function fillIndicators(db: mongo.Db, count: number): Promise<void> {
  await listedSightings.up(db);
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
  // Some wait, some for a later day, some wait to be told, and of some the other agency is still to hear that they are gone.
  const states = ['WAITING', 'POSTPONED', 'MADE', 'MADE', 'GONE'] as const;
  for (const [index, state] of states.entries())
    for (let each = index + 100; each < told.length; each += 50) {
      const { element, expected, epoch: _, ...rest } = told[each] as IndicatorRecord;
      told[each] =
        state === 'WAITING'
          ? { ...rest, state }
          : state === 'POSTPONED'
            ? {
                ...rest,
                state: 'WAITING',
                order: `${each % 100 < 50 ? 0 : 1} ${daysAgo(-1).toISOString()}`,
              }
            : ({ ...rest, state, epoch, element, expected } as IndicatorRecord);
    }
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
    { _id: `TOLD ${from} 2026-11-20 1`, slots: 7, at: daysAgo(7) },
    ...fresh.cases.map((number) => ({ _id: `CASE ${number}`, slots: 3, at: new Date(), numbers: [] })),
  ]);
  const plain = told.filter(({ state }) => state === 'TOLD');
  const held = new Set(
    all.filter(({ cases }) => cases.includes('BY-2026-000001')).map(({ indicator }) => indicator),
  );
  // Those that the actions are tried on are of identifiers that their officers may read, in dossiers that no action changes.
  const readable = plain.filter(({ indicator = '' }) => held.has(indicator)).slice(-3);
  await inserted(
    db,
    'alerts',
    Array.from({ length: count }, (_, index) =>
      alertAt(index, (readable[index] ?? plain[index % plain.length]) as IndicatorRecord),
    ),
  );
  await fillWidelyShared(db, 100);
  // All are known but a few: those of the dossiers that officers have just written.
  await sightings.updateMany({}, { $unset: { change: 1 } });
  const [changed, gone] = [all.slice(0, 12).map(({ _id }) => _id), all.slice(12, 24).map(({ _id }) => _id)];
  await sightings.updateMany({ _id: { $in: [...changed, lone._id] } }, { $set: { change: 'HELD' } });
  await sightings.updateMany({ _id: { $in: gone } }, { $set: { change: 'GONE', value: '', cases: [] } });
}

/** Rounds go out and are answered, tokens are told, one of which this agency has too, and are taken back. */
export async function compareIdentifiers(agency: SeededAgency): Promise<void> {
  const { models, stores, effects, compareNow } = agency;
  let handled = 0;
  const apply = async (type: string, data: object) => {
    const now = new Date();
    handled++;
    const id = messageIdOf(`${type} ${handled}`, now);
    const given = JSON.parse(JSON.stringify(data)) as unknown;
    const arrival = {
      id,
      from,
      to: 'BELARUS',
      number: 3_000_000 + handled,
      type,
      at: now,
      key: id,
      now,
      receivedAt: now,
    } as const;
    const result = await effects.get(type)?.({ ...arrival, data: given });
    return result;
  };
  const start = Date.now();
  const { rhythm } = usualPace;
  const token = (element: Uint8Array) => inBase64(indicatorTokenOf({ epoch, teller: from }, element));
  for (let each = 0; each < 4; each++) {
    const now = new Date(start + each * rhythm);
    await compareNow(now);
    const number = Math.floor(now.getTime() / rhythm);
    const round = await models.indicatorRounds.findById(`${from} ${number}`).lean();
    if (!round) throw new Error('no round has gone');
    const elements = round.slots.map(({ element }) =>
      Uint8Array.from((element as unknown as mongo.Binary).buffer),
    );
    // One is refused, one answered wrongly, and the rest as it should be.
    if (each === 0)
      await apply('concord.indicator.evaluated.v1', { round: number, epoch, refused: 'QUOTA_SPENT' });
    else {
      const key = each === 1 ? newEvaluationKey() : theirs;
      const { evaluated, proof } = done(evaluate(key, elements));
      await apply('concord.indicator.evaluated.v1', {
        round: number,
        epoch,
        elements: evaluated.map(inBase64),
        proof: inBase64(proof),
      });
    }
  }
  // The newest of those whose tokens wait to be told, which goes last.
  const made = await models.indicators.findById(nameAt(102)).lean();
  if (!made?.element) throw new Error('no identifier has its element');
  const told = { name: nameAt(1, 'M'), token: made.expected };
  // Told twice it raises one alert.
  for (const tokens of [[told, { name: nameAt(2, 'M'), token: token(bytesOf(7)) }], [told]])
    await apply('concord.indicator.token.v1', { epoch, tokens });
  await apply('concord.indicator.load.v1', {
    slots: 30_000,
    until: new Date(Date.now() + day).toISOString(),
  });
  await apply('concord.indicator.run.v1', { day: '2026-11-20', length: 5 });
  const asked = [inBase64(blind({ kind: 'PHONE', value: '+375290000000' }).element)];
  // Applied twice it is answered once; and one that is none is counted, and not answered.
  for (const elements of [asked, asked])
    await apply('concord.indicator.blinded.v1', { round: 5_000_001, epoch, elements });
  await apply('concord.indicator.blinded.v1', { round: 5_000_002, epoch, elements: [inBase64(bytesOf(1))] });
  const alert = await models.alerts.findOne({ theirs: told.name }).lean();
  if (!alert) throw new Error('no alert was raised');
  await apply('concord.alert.ended.v1', { theirs: told.name, yours: alert.own });
  const at = new Date();
  const data = { theirs: alert.own, yours: told.name };
  const ended = { id: messageIdOf('ended', at), to: from, type: 'concord.alert.ended.v1', at, data } as const;
  await stores.alerts.tell(alert._id, [ended]);
  // The dossier that holds it is no more.
  await models.sightings.updateMany(
    { indicator: alert.indicator },
    { $set: { change: 'GONE', value: '', cases: [] } },
  );
  await compareNow(new Date(start + 4 * rhythm));
  await apply('concord.indicator.withdrawn.v1', { names: [told.name, nameAt(3, 'T')] });
  await changeKeys(agency, { apply, start: start + 5 * rhythm });
}

/** The keys change: tokens are raised at both sides, the change ends, and the old key is dropped. */
async function changeKeys(
  { models, stores, compareNow }: SeededAgency,
  { apply, start }: { apply: (type: string, data: object) => Promise<unknown>; start: number },
): Promise<void> {
  const { rhythm } = usualPace;
  const nextEpoch = '2027';
  const [ourNext, theirNext] = [newEvaluationKey(), newEvaluationKey()];
  const { own } = indicatorKeys;
  const other = indicatorKeys.others.get(from);
  if (!other) throw new Error('there is no key of the other agency');
  own.next = { kid: 'our next', epoch: nextEpoch, ...ourNext };
  other.next = { kid: 'their next', epoch: nextEpoch, publicKey: theirNext.publicKey };
  for (let each = 0; each < 3; each++) {
    const now = new Date(start + each * rhythm);
    await compareNow(now);
    const number = Math.floor(now.getTime() / rhythm);
    const round = await models.indicatorRounds.findById(`${from} ${nextEpoch} ${number}`).lean();
    if (!round) throw new Error('nothing was raised');
    const elements = round.slots.map(({ element }) =>
      Uint8Array.from((element as unknown as mongo.Binary).buffer),
    );
    // One is answered wrongly, and one leaves a token out.
    const next = each === 0 ? newEvaluationKey() : theirNext;
    const answered = elements.slice(each === 1 ? 1 : 0);
    const { evaluated, proof, factor } = done(raiseFor({ current: theirs, next }, answered));
    const names = round.slots.slice(each === 1 ? 1 : 0);
    const raised = {
      round: number,
      epoch: nextEpoch,
      raised: names.map(({ indicator }, place) => ({
        name: indicator,
        element: inBase64(evaluated[place] ?? new Uint8Array()),
      })),
      proof: inBase64(proof),
      factor: { publicKey: inBase64(factor.publicKey), proof: inBase64(factor.proof) },
    };
    for (const _again of [1, 2]) await apply('concord.indicator.raised.v1', raised);
    await stores.indicatorExchange(now);
  }
  const blinded = blind({ kind: 'PHONE', value: '+375290000001' }).element;
  const asked = [9, 10].map((index) => ({ name: nameAt(index, 'T'), element: inBase64(blinded) }));
  const tokens = [{ name: nameAt(11, 'T'), token: digestOf(2_000_000) }];
  // Told again it is raised once.
  for (const round of [1, 1, 2])
    await apply('concord.indicator.raise.v1', {
      round,
      epoch: nextEpoch,
      asked,
      tokens,
      isReady: true,
      isDone: true,
    });
  const at = new Date();
  // As if a week had passed.
  await models.indicatorEpochs.updateOne(
    { _id: `${from} ${nextEpoch}` },
    { $set: { readyAt: at, doneAt: at } },
  );
  await compareNow(new Date(start + 3 * rhythm));
  own.current = own.next;
  delete own.next;
  await compareNow(new Date(start + 4 * rhythm));
}
