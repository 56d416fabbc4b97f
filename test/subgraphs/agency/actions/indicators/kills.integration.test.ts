import type { Comparing } from '../../../../../subgraphs/agency/actions/indicators/comparing.ts';
import { indicatorEffects } from '../../../../../subgraphs/agency/actions/receive/indicator-effects.ts';
import type { Effects } from '../../../../../subgraphs/agency/channel/in/effects.ts';
import { compareNow } from '../../../../../subgraphs/agency/jobs/start-comparing.ts';
import { openComparing } from '../../../../../subgraphs/agency/open-comparing.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { newKeys } from '../../../../support/two-key/change-keys.ts';
import { comparingWorld, quick } from '../../../../support/world/comparing.ts';
import { parkedOf, wireBetween } from '../../../../support/world/wire.ts';
import { isAlwaysAfter, Killer } from './killer.ts';

const pace = { ...quick, slots: 3 };

test('wherever a process ends, nothing is lost and nothing is doubled', async () => {
  const keys = newKeys();
  const world = await comparingWorld({ pace, keys });
  const killer = new Killer();
  const agencies: Agency[] = ['BELARUS', 'RUSSIA'];
  const open = (agency: Agency): Comparing => {
    const { definition, models } = world.of[agency];
    const parts = openComparing(
      definition,
      models,
      { keys: keys[agency], pace, naming: testNaming },
      () => undefined,
    );
    const { sightings, indicators, alerts, hits, book } = parts;
    return {
      ...parts,
      sightings: killer.watch(sightings),
      indicators: killer.watch(indicators),
      alerts: killer.watch(alerts),
      hits: killer.watch(hits),
      book: killer.watch(book),
    };
  };
  const parts = { BELARUS: open('BELARUS'), RUSSIA: open('RUSSIA') };
  let at = 0;
  let isAfter = isAlwaysAfter;
  const killing = (agency: Agency): Effects =>
    new Map(
      [...indicatorEffects(parts[agency])].map(([type, apply]) => [
        type,
        (arrival: Parameters<typeof apply>[0]) => killer.twice(at, isAfter, () => apply(arrival)),
      ]),
    );
  const wire = wireBetween(
    {
      BELARUS: { ...world.of.BELARUS, effects: killing('BELARUS') },
      RUSSIA: { ...world.of.RUSSIA, effects: killing('RUSSIA') },
    },
    () => now,
  );
  let now = new Date();
  let parked = 0;
  async function rounds(count: number) {
    for (let round = 0; round < count; round++) {
      now = new Date(now.getTime() + pace.rhythm);
      for (const agency of agencies)
        await killer.twice(at, isAfter, () => compareNow(parts[agency], { now }));
      parked += parkedOf(await wire.carry());
    }
  }
  const of = (agency: Agency) => world.of[agency].models;

  /** A pair that is held, found, and let go by one of the two, with a process that ends at one call of each piece of work. */
  async function live(number: number): Promise<void> {
    const value = `+375${String(290_000_000 + number * 1_000)}`;
    const indicator = testNaming.idOf('PHONE', value);
    for (const agency of agencies) {
      const dossier = `${agency}-${number}`;
      const cases = [`${agency === 'BELARUS' ? 'BY' : 'RU'}-2026-${String(number).padStart(6, '0')}`];
      await of(agency).sightings.create({
        _id: `${dossier} ${indicator}`,
        dossier,
        indicator,
        kind: 'PHONE',
        value,
        cases,
        at: now,
        isImported: false,
        change: 'HELD',
      });
    }
    await rounds(3);
    for (const agency of agencies) {
      const alerts = await of(agency).alerts.find({ indicator }).lean();
      const [alert] = alerts;
      const notices = await of(agency).notices.collection.countDocuments({ 'data.alert': alert?._id });
      expect([at, isAfter, agency, alerts.map(({ state }) => state), notices]).toEqual([
        at,
        isAfter,
        agency,
        ['NEW'],
        1,
      ]);
      expect(await of(agency).hits.countDocuments({ dossier: `${agency}-${number}` })).toBe(1);
    }
    await of('BELARUS').sightings.updateOne(
      { indicator },
      { $set: { change: 'GONE', value: '', cases: [] } },
    );
    await rounds(2);
    for (const agency of agencies) {
      const states = (await of(agency).alerts.find({ indicator }).lean()).map(({ state }) => state);
      expect([at, isAfter, agency, states]).toEqual([at, isAfter, agency, ['CLOSED']]);
      expect(await of(agency).hits.countDocuments({ dossier: `${agency}-${number}` })).toBe(0);
    }
    expect(await of('BELARUS').indicators.countDocuments({ indicator })).toBe(0);
    expect(await of('BELARUS').sightings.countDocuments({ indicator })).toBe(0);
  }

  try {
    for (let number = 0; at <= killer.most || at === 0; number++) {
      await live(number);
      if (isAfter) at++;
      isAfter = isAlwaysAfter || !isAfter;
    }
    // What each has used is what the other has counted, of the rounds of all days.
    const slots = async (agency: Agency, side: string) =>
      (
        await of(agency)
          .indicatorDays.find({ _id: { $gt: `${side} `, $lt: `${side}~` } })
          .lean()
      ).reduce((sum, each) => sum + each.slots, 0);
    expect(await slots('BELARUS', 'HERE')).toBe(await slots('RUSSIA', 'THERE'));
    expect(await slots('RUSSIA', 'HERE')).toBe(await slots('BELARUS', 'THERE'));
    expect(parked).toBe(0);
    expect(killer.kills).toBeGreaterThan(isAlwaysAfter ? 30 : 60);
  } finally {
    await Promise.all(agencies.map((agency) => parts[agency].curve.stop()));
  }
}, 900_000);
