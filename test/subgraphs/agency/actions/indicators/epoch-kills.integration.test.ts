import type { Comparing } from '../../../../../subgraphs/agency/actions/indicators/comparing.ts';
import { indicatorEffects } from '../../../../../subgraphs/agency/actions/receive/indicator-effects.ts';
import type { Effects } from '../../../../../subgraphs/agency/channel/in/effects.ts';
import { compareNow } from '../../../../../subgraphs/agency/jobs/start-comparing.ts';
import { openComparing } from '../../../../../subgraphs/agency/open-comparing.ts';
import { isEnded } from '../../../../../subgraphs/agency/records/indicators/epoch-record.ts';
import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import {
  addNextKeys,
  dropOldKey,
  dropOldKeyOfOther,
  newKeys,
} from '../../../../support/two-key/change-keys.ts';
import { comparingWorld, quick } from '../../../../support/world/comparing.ts';
import { parkedOf, wireBetween } from '../../../../support/world/wire.ts';
import { isAlwaysAfter, Killer } from './killer.ts';

const pace = { ...quick, slots: 3 };
const others = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;

/** The steps of a change; those of a round are tried elsewhere. */
const steps = new Set([
  'epochs',
  'epoch',
  'begin',
  'reach',
  'unansweredOf',
  'giveUp',
  'leaveBehind',
  'eraseFormer',
  'raiseParts',
  'raiseRound',
  'raise',
  'mayRaise',
  'answerRaise',
  'isRaiseAnswered',
  'hearRaised',
  'matching',
  'allNamed',
  'finishRaising',
  'heardOfNames',
]);

/** The pieces of work that a change consists of, each of which is ended at each of its calls. */
const kinds = ['compareNow', 'concord.indicator.raise.v1', 'concord.indicator.raised.v1'];

test('wherever a process ends while keys change, year after year, every alert stays, and none comes up twice', async () => {
  const keys = newKeys();
  const world = await comparingWorld({ pace, keys });
  const killer = new Killer();
  const parts = Object.fromEntries(
    agencyNames.map((agency) => {
      const { definition, models } = world.of[agency];
      const opened = openComparing(
        definition,
        models,
        { keys: keys[agency], pace, naming: testNaming },
        () => undefined,
      );
      const watched = (['sightings', 'indicators', 'alerts', 'hits', 'book'] as const).map((name) => [
        name,
        killer.watch(opened[name], (method) => steps.has(method)),
      ]);
      return [agency, { ...opened, ...Object.fromEntries(watched) } as Comparing];
    }),
  ) as Record<Agency, Comparing>;
  const places = new Map<string, { at: number; isAfter: boolean; most: number }>();
  /** Ends each piece of work of a kind one call later than the one before it, before that call or after it. */
  async function killed<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
    const place = places.get(kind) ?? { at: 0, isAfter: isAlwaysAfter, most: 0 };
    places.set(kind, place);
    const { at, isAfter } = place;
    if (isAfter) place.at++;
    place.isAfter = isAlwaysAfter || !isAfter;
    const result = await killer.twice(at, isAfter, work);
    place.most = Math.max(place.most, killer.calls);
    return result;
  }
  const effects = (agency: Agency): Effects =>
    new Map(
      [...indicatorEffects(parts[agency])].map(([type, apply]) => [
        type,
        (arrival: Parameters<typeof apply>[0]) => killed(type, () => apply(arrival)),
      ]),
    );
  const wire = wireBetween(
    {
      BELARUS: { ...world.of.BELARUS, effects: effects('BELARUS') },
      RUSSIA: { ...world.of.RUSSIA, effects: effects('RUSSIA') },
    },
    () => now,
  );
  let now = new Date();
  let parked = 0;
  async function round() {
    now = new Date(now.getTime() + pace.rhythm);
    for (const agency of agencyNames) await killed('compareNow', () => compareNow(parts[agency], { now }));
    parked += parkedOf(await wire.carry());
  }
  const rounds = async (count: number) => {
    for (let each = 0; each < count; each++) await round();
  };
  const of = (agency: Agency) => world.of[agency].models;
  const hold = async (number: number) => {
    const value = `+375${290_000_000 + number * 1_000}`;
    const indicator = testNaming.idOf('PHONE', value);
    for (const agency of agencyNames) {
      const prefix = agency === 'BELARUS' ? 'BY' : 'RU';
      await of(agency).sightings.create({
        _id: `${agency}-${number} ${indicator}`,
        dossier: `${agency}-${number}`,
        indicator,
        kind: 'PHONE',
        value,
        cases: [`${prefix}-2026-${String(number).padStart(6, '0')}`],
        at: now,
        isImported: false,
        change: 'HELD',
      });
    }
    return indicator;
  };
  const isCovered = () =>
    kinds.every((kind) => {
      const { at, most } = places.get(kind) ?? { at: 0, most: 1 };
      return at > most;
    });

  try {
    const held = [await hold(0), await hold(1)];
    await rounds(4);
    for (let year = 2027; year < 2060 && !isCovered(); year++) {
      const epoch = String(year);
      addNextKeys(keys, { epoch });
      await round();
      held.push(await hold(year));
      const isDone = async () => {
        const epochs = await Promise.all(
          agencyNames.map((agency) =>
            of(agency).indicatorEpochs.findById(`${others[agency]} ${epoch}`).lean(),
          ),
        );
        return epochs.every((each) => each && isEnded(each));
      };
      for (let each = 0; each < 20 && !(await isDone()); each++) await round();
      expect([year, await isDone()]).toEqual([year, true]);
      for (const agency of agencyNames) {
        dropOldKey(keys, agency);
        dropOldKeyOfOther(keys, agency);
      }
      await rounds(2);
      for (const agency of agencyNames) {
        const alerts = await of(agency).alerts.find().lean();
        expect([year, alerts.map(({ indicator, state }) => `${indicator} ${state}`).sort()]).toEqual([
          year,
          held.map((indicator) => `${indicator} NEW`).sort(),
        ]);
        expect(await of(agency).toldIndicators.countDocuments({ epoch: { $ne: epoch } })).toBe(0);
        expect(await of(agency).indicators.countDocuments({ raised: { $exists: true } })).toBe(0);
      }
      // Alerts come to their end with the years, and these are to stay.
      now = new Date(now.getTime() + 60_000);
    }
    expect(isCovered()).toBe(true);
    expect(parked).toBe(0);
    expect(killer.kills).toBeGreaterThan(isAlwaysAfter ? 10 : 30);
  } finally {
    await Promise.all(agencyNames.map((agency) => parts[agency].curve.stop()));
  }
}, 600_000);
