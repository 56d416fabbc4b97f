import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeId } from '../../../../subgraphs/agency/records/formats/text/node-id.ts';
import type { SightingRecord } from '../../../../subgraphs/agency/records/indicators/sighting.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { quick, type WarningWorld, warningWorld } from './support.ts';

const day = 86_400_000;
const perCase = 20;

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld({ pace: { ...quick, slots: 30, perCase } });
  // At noon, so that no midnight comes between.
  world.pass(day - ((world.now.getTime() + day / 2) % day));
});
afterAll(() => world.stop());

/** Writes what dossiers of one case hold, as their recording does. */
async function hold(agency: Agency, cases: string[], values: string[], isImported = false) {
  const rows = values.map((value, place): SightingRecord => {
    const dossier = `${agency}-${cases.join()}-${value}`;
    const indicator = nodeId('PHONE', value);
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind: 'PHONE',
      value,
      cases,
      at: new Date(world.now.getTime() + place),
      isImported,
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
const exchange = async () => {
  const { data } = await world
    .as('BELARUS', 'OVERSEER')
    .run('{ belarus { indicatorExchange { waiting postponed runs { case day length } } } }');
  return data.belarus.indicatorExchange[0];
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
    await hold('BELARUS', [number], many, isImported);
    await hold('BELARUS', [other], few, isImported);
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

test('five neighbouring numbers of one case within a day are shown to the overseer; four, and those of several cases, are not', async () => {
  const inARow = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `+37544${String(from + index).padStart(7, '0')}`);
  await hold('BELARUS', ['BY-2026-000401'], inARow(1_000_000, 5));
  await hold('BELARUS', ['BY-2026-000402'], inARow(2_000_000, 4));
  await hold('BELARUS', ['BY-2026-000403'], inARow(3_000_000, 3));
  await hold('BELARUS', ['BY-2026-000404'], inARow(3_000_003, 3));
  await world.rounds(1);
  expect((await exchange()).runs).toEqual([
    { case: 'BY-2026-000401', day: world.now.toISOString().slice(0, 10), length: 5 },
  ]);
});
