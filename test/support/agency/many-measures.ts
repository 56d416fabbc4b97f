import type { mongo } from 'mongoose';
import { clashingTokens } from '../../../subgraphs/agency/actions/measures/clashing-tokens.ts';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import type { IndicatorKeys } from '../../../subgraphs/agency/matching/two-key/indicator-key-settings.ts';
import {
  type CheckRecord,
  withCheckColumns,
} from '../../../subgraphs/agency/records/measures/comparing/check-record.ts';
import type { ComparedRecord } from '../../../subgraphs/agency/records/measures/comparing/compared-measure.ts';
import type {
  MeasureToken,
  ToldMeasureToken,
} from '../../../subgraphs/agency/records/measures/comparing/measure-token.ts';
import type { MeasureRow } from '../../../subgraphs/agency/records/measures/measure-row.ts';
import { messageIdOf } from '../../../subgraphs/agency/records/messages/message.ts';
import type { StoredMeasureRound } from '../../../subgraphs/agency/storage/models/comparing/measuring-models.ts';
import { daysAfter } from '../../../terms/days.ts';
import { dayFromNow, openChecks } from '../hand-made-measures.ts';
import { inserted } from './many-dossiers.ts';
import { bytesOf, digestOf, epoch, from, nameAt } from './many-indicators.ts';

const ours = newEvaluationKey();
/** Russia's own key of measures, whose part these tests play. */
export const theirMeasureKey = newEvaluationKey();

/** The keys of measures of Belarus's, and the public one of Russia's. */
export const measureKeys: IndicatorKeys = {
  own: { current: { kid: 'our measures', epoch, ...ours } },
  others: new Map([
    [from, { current: { kid: 'their measures', epoch, publicKey: theirMeasureKey.publicKey } }],
  ]),
};

const daysAgo = (days: number): Date => daysAfter(new Date(), -days);
/** The id of one of them, by its place: each fiftieth is authorised, and all others are done. */
export const idAt = (index: number): string => `BY-MEASURE${String(index).padStart(9, '0')} VMEASURE0001`;

/** The measures of years, each of which was compared. */
const rowAt = (index: number): ComparedRecord => {
  const _id = idAt(index);
  const [dossier = '', measure = ''] = _id.split(' ');
  return {
    _id,
    dossier,
    measure,
    cases: [`BY-2020-${String(index % 1_000_000).padStart(6, '0')}`],
    window: { from: dayFromNow(5), until: dayFromNow(6) },
    state: index % 50 === 0 ? 'AUTHORISED' : 'DONE',
    plannedBy: `officer-${index}`,
    authorised: { by: 'supervisor-9', at: daysAgo(3) },
    ...(index % 100 === 0 && { comparesSecret: true }),
  };
};

/** Of the first some are under way, in conflict, late or erased; the others have ended. */
const checkAt = (index: number): CheckRecord => {
  const { _id, dossier, measure, cases, plannedBy } = rowAt(index);
  const since = daysAgo(index < 20 ? 0.5 : 30);
  const isOpen = index < 60;
  const word = { at: since, by: 'supervisor-1', reason: 'LIFE' } as const;
  const meeting = {
    other: from,
    own: nameAt(index, 'M'),
    theirs: nameAt(index, 'T'),
    week: '2026-W53',
    at: since,
    ...(index < 40 && { here: { how: 'OVERRIDDEN', ...word } as const }),
  } as const;
  const overriding = { ...word, other: from, week: '2026-W53', isThere: false } as const;
  const check = {
    run: 'run',
    since,
    isCompared: true,
    listedAt: since,
    ...(index >= 20 && { toldAt: since }),
    meetings: index >= 20 && index < 60 ? [meeting] : [],
    ...(!isOpen && { endedAt: since }),
    changedAt: since,
    ...(index >= 20 && index < 40 && { overrides: [overriding] }),
  };
  // The window of some is over, which nobody has noted yet.
  const endsAt = index % 10 === 1 ? daysAgo(0.1) : daysAfter(new Date(), 6);
  const kept = { _id, version: 1, dossier, measure, cases, plannedBy, endsAt, place: _id, check };
  return withCheckColumns({ ...kept, ...(index % 100 === 99 && { isErased: true as const }) }, since);
};

/** A token of a measure in each state, many that were told, and dummies. */
function tokensOf(count: number): MeasureToken[] {
  const states = ['WAITING', 'WAITING', 'MADE', 'COMPARED', 'GONE', 'WITHDRAWN', 'TOLD', 'TOLD'] as const;
  const ofMeasures = Array.from({ length: count }, (_, index): MeasureToken => {
    // Few wait to be taken back, so that rounds take dummies back too.
    const some = states[index % states.length] ?? 'TOLD';
    const state = some === 'GONE' && index % 1_000 !== 4 ? 'WITHDRAWN' : some;
    const isMade = state !== 'WAITING';
    const isHeld = state !== 'GONE' && state !== 'WITHDRAWN';
    return {
      _id: nameAt(index, 'M'),
      other: from,
      state,
      ...(isHeld && { measure: idAt(index), run: 'run', of: nameAt(index, 'V'), week: '2026-W53' }),
      // Two are under a key that has been dropped.
      epoch: index === 14 || index === 16 ? '2020' : epoch,
      order: `1 ${daysAgo(index / 100).toISOString()}`,
      ...(isMade
        ? {
            element: bytesOf(index),
            token: digestOf(3_000_000 + index),
            // Of some other operations were common.
            ...(isHeld && {
              expected: [digestOf(4_000_000 + index)],
              scopes: index % 500 === 2 ? 'before' : '',
            }),
            at: index % 1_000 === 6 ? daysAgo(200) : daysAgo(1),
          }
        : // Some measures are about one person.
          { kind: 'PHONE' as const, value: `+37529${1_000_000 + Math.floor(index / 64)}` }),
    };
  });
  const dummies = Array.from(
    { length: count },
    (_, index): MeasureToken => ({
      _id: nameAt(index, 'D'),
      other: from,
      state: 'TOLD',
      token: digestOf(5_000_000 + index),
      at: daysAgo(1),
    }),
  );
  return [...ofMeasures, ...dummies];
}

/** Measures, their comparisons, tokens of both sides, rounds and counts of years; one in conflict of the dossier that the actions are tried on. */
export async function fillMeasures(db: mongo.Db, dossier: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  await inserted(db, 'comparedMeasures', numbers.map(rowAt));
  await inserted(db, 'measureChecks', [...numbers.map(checkAt), ...openChecks(dossier)]);
  await inserted(db, 'measureTokens', tokensOf(count));
  await inserted(
    db,
    'measures',
    numbers.map((index): MeasureRow => {
      const [_id, of] = [idAt(index), 'VMEASURE0001'];
      const day = dayFromNow(-(index % 300));
      return {
        ...{ _id, of, dossier: _id.split(' ')[0] ?? '', cases: [], state: 'DONE', order: `${day} ${_id}` },
        ...(index % 10 === 0 && { alone: 'UNAUTHORISED', aloneAt: daysAgo(index % 300) }),
      };
    }),
  );
  const [clashing = ''] = clashingTokens(from, { epoch }, bytesOf(2), []).expected;
  await inserted(
    db,
    'toldMeasureTokens',
    numbers.map(
      (index): ToldMeasureToken => ({
        _id: `${from} ${nameAt(index, 'T')}`,
        from,
        // One clashes with a token that is reckoned anew, as some of other operations are.
        token: index === 0 ? clashing : digestOf(6_000_000 + index),
        at: index % 1_000 === 5 ? daysAgo(200) : daysAgo(1),
      }),
    ),
  );
  const rounds = numbers.map(
    (number): StoredMeasureRound => ({
      _id: `${from} ${number}`,
      other: from,
      number,
      epoch,
      at: daysAgo(number / 60),
      state: number % 100 === 7 ? 'WRONG_PROOF' : number % 1_000 === 999 ? 'SENT' : 'DONE',
      slots: [],
    }),
  );
  await inserted(db, 'measureRounds', rounds);
  await inserted(
    db,
    'measureAnswers',
    rounds.map(({ _id, at }) => ({ _id, at })),
  );
  const at = new Date();
  const today = at.toISOString().slice(0, 10);
  await inserted(db, 'measureDays', [
    { _id: `OFFICER ${today} officer-0`, slots: 1, at },
    { _id: `HERE ${from} ${today}`, slots: 8, at },
    { _id: `THERE ${from} ${today}`, slots: 8, at },
    { _id: `SERIES ${today} OFFICER officer-1`, slots: 3, at },
    { _id: `SERIES_THERE ${from} ${today} ${messageIdOf('series', at)}`, slots: 3, at },
  ]);
  await inserted(db, 'measureEpochs', [
    {
      _id: `${from} ${epoch}`,
      other: from,
      epoch,
      begunAt: daysAgo(100),
      readyAt: daysAgo(100),
      readyThereAt: daysAgo(100),
      // Its former key is dropped in this run, and the other agency's officers are reached elsewhere since.
      contact: 'former@interior-ministry.ru.example',
    },
  ]);
}
