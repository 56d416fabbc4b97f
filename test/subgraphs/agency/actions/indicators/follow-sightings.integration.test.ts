import type { Comparing } from '../../../../../subgraphs/agency/actions/indicators/comparing.ts';
import { followSightings } from '../../../../../subgraphs/agency/actions/indicators/follow-sightings.ts';
import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { type ComparingParts, comparingParts } from './comparing-parts.ts';

const now = new Date('2026-11-02T12:00:00Z');
const pace = { ...quick, perDay: 20 };

let parts: ComparingParts['parts'];
let models: () => ComparingParts['models'];
beforeAll(async () => {
  const opened = await comparingParts(pace);
  parts = opened.parts;
  models = () => opened.models;
});
beforeEach(async () => {
  const { sightings, indicators, indicatorDays } = models();
  for (const each of [sightings, indicators, indicatorDays]) await each.collection.deleteMany({});
});

/** Identifiers, each of one dossier and of a case of its own unless it is said. */
const list = (name: string, count: number, changed: Partial<SightingRecord> = {}): SightingRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const dossier = `BY-${name}-${index}`;
    const indicator = changed.indicator ?? `${name} ${index}`;
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind: 'DOMAIN',
      value: `${name}-${index}.example.net`,
      cases: [`BY-${name}-${index}`],
      at: new Date(now.getTime() - 1_000 + index),
      isImported: false,
      change: 'HELD',
      ...changed,
    };
  });
const hold = (...all: SightingRecord[][]) => models().sightings.insertMany(all.flat());

test('fifty are taken in together: what is gone first, then officers’ own, then imports, the oldest first', async () => {
  await hold(
    list('import', 40, { isImported: true }),
    list('officer', 70),
    list('gone', 3, { change: 'GONE', value: '', cases: [] }),
  );
  const batches: string[][] = [];
  const watched: Comparing = {
    ...parts,
    sightings: {
      ...parts.sightings,
      known(all, session) {
        batches.push(all.map(({ indicator }) => indicator));
        return parts.sightings.known(all, session);
      },
    },
  };
  expect(await followSightings(watched, now)).toBe(113);
  const named = (name: string, from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `${name} ${from + index}`);
  expect(batches).toEqual([
    [...named('gone', 0, 3), ...named('officer', 0, 47)],
    [...named('officer', 47, 70), ...named('import', 0, 27)],
    named('import', 27, 40),
  ]);
  expect(await models().indicators.countDocuments({ state: 'WAITING' })).toBe(110);
  expect(await models().sightings.countDocuments({ change: { $exists: true } })).toBe(0);
});

test('what several dossiers of a batch hold has one token and counts once; what too many cases and officers hold has none', async () => {
  await hold(
    list('shared', 5, { indicator: 'shared', cases: ['BY-1'] }),
    list('popular', 23, { indicator: 'popular' }).map((each, index) => ({
      ...each,
      recorder: `officer ${index}`,
    })),
    list('invented', 21, { indicator: 'invented', cases: ['BY-2'], recorder: 'officer 1' }),
    list('other', 1, { cases: ['BY-1'] }),
  );
  await followSightings(parts, now);
  expect((await models().indicators.find().lean()).map(({ indicator }) => indicator).sort()).toEqual([
    'invented',
    'other 0',
    'shared',
  ]);
  expect(await models().indicatorDays.find().lean()).toMatchObject([
    { _id: 'CASE BY-1', slots: 2 },
    { _id: 'CASE BY-2', slots: 1 },
  ]);
});

const day = 86_400_000;
const compared = (indicator: RegExp) => models().indicators.countDocuments({ indicator });

test('the budget of a case and of an officer is kept within a batch, on this day and the next ones', async () => {
  await hold(list('case', 45, { cases: ['BY-2'] }));
  await followSightings(parts, now);
  // Another case, by an officer whose day is spent in the same batch.
  await hold(list('officer', 22, { by: 'officer-1' }));
  await followSightings(parts, now);
  expect([await compared(/^case/), await compared(/^officer/)]).toEqual([20, 20]);
  expect(await parts.indicators.postponed()).toBe(27);
  await followSightings(parts, new Date(now.getTime() + day));
  expect([await compared(/^case/), await compared(/^officer/)]).toEqual([40, 22]);
  await followSightings(parts, new Date(now.getTime() + 2 * day));
  expect([await compared(/^case/), await parts.indicators.postponed()]).toEqual([45, 0]);
});

test('what is beyond an officer’s budget takes nothing of its case, and another officer’s is compared on that day', async () => {
  await hold(list('elsewhere', 20, { by: 'officer-2', cases: ['BY-4'] }));
  await followSightings(parts, now);
  await hold(list('planted', 300, { by: 'officer-2', cases: ['BY-5'] }));
  await followSightings(parts, now);
  await hold(list('honest', 1, { by: 'officer-3', cases: ['BY-5'] }));
  await followSightings(parts, now);
  expect([await compared(/^planted/), await compared(/^honest/)]).toEqual([0, 1]);
});

test('an officer who fills a case puts off another officer’s identifier by a day at most, whatever more they record', async () => {
  await hold(list('planted', 300, { by: 'officer-2', cases: ['BY-5'] }));
  await followSightings(parts, now);
  await hold(list('honest', 1, { by: 'officer-3', cases: ['BY-5'], at: now }));
  await followSightings(parts, now);
  expect([await compared(/^planted/), await compared(/^honest/)]).toEqual([20, 0]);
  await followSightings(parts, new Date(now.getTime() + day));
  expect([await compared(/^planted/), await compared(/^honest/)]).toEqual([39, 1]);
  expect(await parts.indicators.fullDays()).toMatchObject([
    {
      case: 'BY-5',
      by: [
        { officer: 'officer-3', slots: 1 },
        { officer: 'officer-2', slots: 19 },
      ],
    },
    { case: 'BY-5', by: [{ officer: 'officer-2', slots: 20 }] },
  ]);
});

test('what was planted and is gone takes nothing of the days to come', async () => {
  await hold(list('planted', 300, { cases: ['BY-6'] }));
  await followSightings(parts, now);
  await models().sightings.updateMany(
    { indicator: /^planted/ },
    { $set: { change: 'GONE', value: '', cases: [] }, $unset: { turn: 1, admitted: 1 } },
  );
  await followSightings(parts, now);
  await hold(list('honest', 20, { cases: ['BY-6'] }));
  await followSightings(parts, new Date(now.getTime() + day));
  expect(await compared(/^honest/)).toBe(20);
});

test('an identifier that is compared for another case counts like any other, and comes up with the next round', async () => {
  await hold(
    list('known', 1, { indicator: 'known', cases: ['BY-7'] }),
    list('spent', 19, { cases: ['BY-8'] }),
  );
  await followSightings(parts, now);
  const tested = list('tested', 2, { cases: ['BY-8'], by: 'officer-4' }).map((each, index) => ({
    ...each,
    ...(index === 0 && { indicator: 'known', _id: `${each.dossier} known` }),
  }));
  await hold(tested);
  await followSightings(parts, now);
  expect(await models().indicatorDays.findOne({ _id: 'CASE BY-8' }).lean()).toMatchObject({ slots: 20 });
  const waiting = await models().sightings.find({ change: 'WAITS' }).sort({ dossier: 1 }).lean();
  // The first one waits for the round, the second one for the case.
  expect(waiting.map(({ turn }) => turn?.slice(0, 14))).toEqual(['0 0 2026-11-02', '1 0 2026-11-03']);
  await followSightings(parts, new Date(now.getTime() + pace.rhythm));
  expect(await models().sightings.countDocuments({ change: 'WAITS' })).toBe(1);
});

test('a batch whose transaction fails is taken in whole afterwards, and counted once', async () => {
  await hold(list('failed', 30, { cases: ['BY-3'] }));
  const failing: Comparing = {
    ...parts,
    indicators: {
      ...parts.indicators,
      together: (work) =>
        parts.indicators.together(async (session) => {
          await work(session);
          throw new Error('the process ends here');
        }),
    },
  };
  await expect(followSightings(failing, now)).rejects.toThrow('the process ends here');
  expect([
    await models().indicators.countDocuments(),
    await models().sightings.countDocuments({ change: 'HELD' }),
    await models().indicatorDays.countDocuments(),
  ]).toEqual([0, 30, 0]);
  expect(await followSightings(parts, now)).toBe(30);
  expect(await models().indicators.countDocuments({ order: /^0 2026-11-02/ })).toBe(20);
});

test('time that is over ends it after one batch at least', async () => {
  await hold(list('late', 120));
  expect(await followSightings(parts, now, AbortSignal.abort())).toBe(50);
  expect(await followSightings(parts, now)).toBe(70);
});
