import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { type WarningWorld, warningWorld } from './support.ts';

const day = 86_400_000;
const perDay = 20;

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld({ pace: { ...quick, slots: 30, perDay } });
  // At noon, so that no midnight comes between.
  world.pass(day - ((world.now.getTime() + day / 2) % day));
});

/** Writes what dossiers of one case hold, as their recording does. */
async function hold(
  agency: Agency,
  cases: string[],
  values: string[],
  { isImported = false, by }: { isImported?: boolean; by?: string } = {},
) {
  const rows = values.map((value, place): SightingRecord => {
    const dossier = `${agency}-${cases.join()}-${value}`;
    const indicator = testNaming.idOf('PHONE', value);
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind: 'PHONE',
      value,
      cases,
      at: new Date(world.now.getTime() + place),
      isImported,
      ...(by !== undefined && { by }),
      change: 'HELD',
    };
  });
  await world.of[agency].models.sightings.insertMany(rows);
}
/** Numbers that are no neighbours. */
const apart = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `+37529${String(from * 100_000 + index * 100).padStart(7, '0')}`,
  );
const exchange = async (agency: Agency = 'BELARUS') => {
  const own = agency === 'BELARUS' ? 'belarus' : 'russia';
  const { data, errors } = await world
    .as(agency, 'OVERSEER')
    .run(
      `{ ${own} { indicatorExchange { waiting postponed runs { case officer day length } runsThere { day length } } } }`,
    );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[own].indicatorExchange[0];
};
const told = (values: string[]) =>
  world.of.BELARUS.models.indicators.countDocuments({ value: { $in: values }, state: 'TOLD' });

test.each([
  ['an officer records', false, 1],
  ['is imported', true, 2],
])(
  'of what %s for one case twenty new identifiers a day are compared, and the rest on later days',
  async (_what, isImported, from) => {
    const [number, other] = [`BY-2026-00010${from}`, `BY-2026-00020${from}`];
    const [many, few] = [apart(from, 45), apart(from + 50, 3)];
    await hold('BELARUS', [number], many, { isImported });
    await hold('BELARUS', [other], few, { isImported });
    // The last of them is known to the other agency, and whoever planted it does not learn so today.
    await hold('RUSSIA', ['RU-2026-000001'], many.slice(44));
    await world.rounds(4);
    expect([await told(many), await told(few), (await exchange()).postponed]).toEqual([20, 3, 25]);
    expect(await world.of.BELARUS.models.alerts.countDocuments({ case: number })).toBe(0);
    world.pass(day);
    await world.rounds(3);
    expect([await told(many), (await exchange()).postponed]).toEqual([40, 5]);
    world.pass(day);
    await world.rounds(3);
    expect([await told(many), (await exchange()).postponed]).toEqual([45, 0]);
    expect(await world.of.BELARUS.models.alerts.countDocuments({ case: number })).toBe(1);
  },
);

test('an identifier of several cases counts for each of them, so that none has more by naming another', async () => {
  const [full, empty] = ['BY-2026-000301', 'BY-2026-000302'];
  await hold('BELARUS', [full], apart(5, 20));
  await world.rounds(1);
  const [both, alone] = [apart(6, 1), apart(7, 1)];
  await hold('BELARUS', [full, empty], both);
  await hold('BELARUS', [empty], alone);
  await world.rounds(3);
  expect([await told(both), await told(alone)]).toEqual([0, 1]);
});

test('an officer has as many a day, in whatever cases, and another officer has as many again', async () => {
  const cases = Array.from({ length: 5 }, (_, index) => `BY-2026-00050${index}`);
  const many = apart(8, 25);
  for (const [index, number] of cases.entries())
    await hold('BELARUS', [number], many.slice(index * 5, index * 5 + 5), { by: 'officer-500' });
  const others = apart(9, 1);
  await hold('BELARUS', ['BY-2026-000500'], others, { by: 'officer-501' });
  await world.rounds(4);
  expect([await told(many), await told(others)]).toEqual([20, 1]);
  // Once it is followed nobody's name stands beside it.
  const { sightings } = world.of.BELARUS.models;
  expect(await sightings.countDocuments({ by: { $exists: true }, change: { $ne: 'WAITS' } })).toBe(0);
});

test('five neighbouring numbers within a day are shown to the overseers of both; four, and those of several cases and officers, are not', async () => {
  const inARow = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `+37544${String(from + index).padStart(7, '0')}`);
  const spread = inARow(4_000_000, 5);
  await hold('BELARUS', ['BY-2026-000401'], inARow(1_000_000, 6));
  await hold('BELARUS', ['BY-2026-000402'], inARow(2_000_000, 4), { by: 'officer-402' });
  await hold('BELARUS', ['BY-2026-000403'], inARow(3_000_000, 3), { by: 'officer-403' });
  await hold('BELARUS', ['BY-2026-000404'], inARow(3_000_003, 3), { by: 'officer-404' });
  for (const [index, value] of spread.entries())
    await hold('BELARUS', [`BY-2026-00041${index}`], [value], { by: 'officer-410' });
  await world.rounds(2);
  const day = world.now.toISOString().slice(0, 10);
  expect((await exchange()).runs).toEqual([
    { case: null, officer: 'officer-410', day, length: 5 },
    { case: 'BY-2026-000401', officer: null, day, length: 6 },
  ]);
  // The other agency is told the day and the number at which each has become one.
  expect(await exchange('RUSSIA')).toMatchObject({
    runs: [],
    runsThere: [
      { day, length: 5 },
      { day, length: 5 },
    ],
  });
  expect((await exchange()).runsThere).toEqual([]);
});
