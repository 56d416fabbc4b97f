import { slotsOfLoad } from '../../../../../subgraphs/agency/records/indicators/first-load.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { take } from '../../../../actions/take.ts';
import { quick } from '../../../../support/world/comparing.ts';
import { domain, holding, type WarningWorld, warningWorld } from './support.ts';

const day = 86_400_000;
const pace = { ...quick, slots: 3, quota: 20 };

let world: WarningWorld;
beforeAll(async () => {
  world = await warningWorld({ pace });
  // At noon, so that no midnight comes between.
  world.pass(day - ((world.now.getTime() + day / 2) % day));
});

const own = { BELARUS: 'belarus', RUSSIA: 'russia' } as const;
const otherOf = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;
const lastDay = (days: number) => new Date(world.now.getTime() + days * day).toISOString().slice(0, 10);

async function sign(
  agency: Agency,
  changed: object = {},
  role: Role = 'SUPERVISOR',
  officer = world.as(agency, role),
) {
  const input = { agency: otherOf[agency], slots: 2 * slotsOfLoad, until: lastDay(5), ...changed };
  const told =
    'firstLoad { isInForce here { slots until by } there { slots until by } replaced { slots by } }';
  const { codes, ...result } = await take(officer, agency, 'signFirstLoad', input, told);
  return { codes, result };
}

async function exchange(agency: Agency, role: Role = 'OVERSEER') {
  const { data } = await world
    .as(agency, role)
    .run(
      `{ ${own[agency]} { indicatorExchange { waiting usedHere usedThere firstLoad { agency isInForce usedHere usedThere here { by } there { by } } } } }`,
    );
  return data[own[agency]].indicatorExchange[0];
}

const handOver = () => world.rounds(0).then(() => world.handOver());

test.each(['ANALYST', 'INVESTIGATOR', 'LIAISON', 'OVERSEER'] as const)('a %s signs none', async (role) => {
  expect((await sign('BELARUS', {}, role)).codes).toEqual(['FORBIDDEN']);
  expect((await exchange('BELARUS')).firstLoad).toBeNull();
});

test('terms out of their range, and with oneself, are refused with all that is wrong', async () => {
  const { result } = await sign('BELARUS', { agency: 'BELARUS', slots: 0, until: lastDay(90) });
  expect(result.problems).toEqual([
    { code: 'OWN_AGENCY', path: 'agency' },
    { code: 'OUT_OF_RANGE', path: 'slots' },
    { code: 'OUT_OF_RANGE', path: 'until' },
  ]);
  for (const changed of [{ slots: 100_001 }, { until: lastDay(-1) }, { until: lastDay(62) }])
    expect((await sign('BELARUS', changed)).result.problems).toHaveLength(1);
  expect((await exchange('BELARUS')).firstLoad).toBeNull();
});

test('one signature, or two of other terms, changes nothing', async () => {
  const { result } = await sign('BELARUS');
  expect(result).toMatchObject({
    of: 'RUSSIA',
    firstLoad: { isInForce: false, here: { slots: 2 * slotsOfLoad, until: lastDay(5) }, there: null },
  });
  await handOver();
  expect((await exchange('RUSSIA')).firstLoad).toMatchObject({
    isInForce: false,
    here: null,
    there: { by: null },
  });
  await sign('RUSSIA', { slots: 7 });
  await handOver();
  for (const agency of ['BELARUS', 'RUSSIA'] as const)
    expect((await exchange(agency)).firstLoad.isInForce).toBe(false);
});

test('a signature that comes after a newer one, as a message that was parked and is tried again, does not replace it', async () => {
  const apply = world.of.BELARUS.effects.get('concord.indicator.load.v1');
  const until = `${lastDay(3)}T00:00:00.000Z`;
  const says = async (slots: number, number: number, receivedAt: Date) => {
    const id = `load ${slots}`;
    const meta = { id, key: id, type: 'concord.indicator.load.v1', from: 'RUSSIA', to: 'BELARUS' } as const;
    const data = { slots, until };
    await apply?.({ ...meta, number, at: receivedAt, now: world.now, receivedAt, data });
    return (await world.of.BELARUS.models.firstLoads.findById('RUSSIA').lean())?.there?.slots;
  };
  const [earlier, later] = [world.now, new Date(world.now.getTime() + 1_000)];
  const first = 10 ** 6;
  expect(await says(20, first + 1, later)).toBe(20);
  expect(await says(10, first, earlier)).toBe(20);
  // Of the same moment the number decides.
  expect(await says(11, first, later)).toBe(20);
  // A newer one replaces it, also after numbers have begun again, or the clock was set back.
  expect(await says(30, first + 2, later)).toBe(30);
  expect(await says(40, 3, new Date(later.getTime() + 1))).toBe(40);
  expect(await says(50, 4, earlier)).toBe(50);
});

test('with the same terms on both sides rounds are larger, until the slots are used, and the quota of days is kept', async () => {
  const many = Array.from({ length: 130 }, (_, index) => domain(`load-${index}.example.net`));
  await world.record('BELARUS', holding('BY-F1RSTL0AD0000000', many));
  await world.rounds(1);
  // Nobody signs again and again.
  expect((await sign('RUSSIA')).result.problems).toEqual([{ code: 'TOO_MANY', path: 'agency' }]);
  world.pass(600_000);
  await sign('RUSSIA');
  await handOver();
  const rogue = world.as('RUSSIA', 'SUPERVISOR').called('rogue');
  expect((await sign('RUSSIA', { slots: 1 }, 'SUPERVISOR', rogue)).result.problems).toEqual([
    { code: 'WRONG_STATE', path: 'agency' },
  ]);
  for (const agency of ['BELARUS', 'RUSSIA'] as const)
    expect(await exchange(agency, 'SUPERVISOR')).toMatchObject({ firstLoad: { isInForce: true } });
  await world.rounds(4);
  const made = await world.of.BELARUS.models.indicators.countDocuments({
    indicator: { $exists: true },
    state: { $in: ['MADE', 'TOLD'] },
  });
  // Two rounds of the load with a dummy each, and two of days.
  expect(made).toBe(2 * (slotsOfLoad - 1) + 2 * (pace.slots - 1));
  const { firstLoad, usedHere } = await exchange('BELARUS');
  expect(firstLoad).toMatchObject({ usedHere: 2 * slotsOfLoad, usedThere: 2 * slotsOfLoad });
  expect(usedHere).toBeLessThanOrEqual(pace.quota);
  expect((await exchange('RUSSIA')).firstLoad).toMatchObject({ usedThere: 2 * slotsOfLoad });
});

test('after its end there is none', async () => {
  world.pass(6 * day);
  await world.rounds(1);
  expect((await exchange('BELARUS')).firstLoad.isInForce).toBe(false);
  const { slots } = (
    await world.of.BELARUS.models.indicatorRounds.find().sort({ number: -1 }).limit(1).lean()
  )[0] as never as {
    slots: unknown[];
  };
  expect(slots.length).toBeLessThanOrEqual(pace.slots);
});

test('terms that another officer replaces stay on record with whoever signed them, also where both sign at once', async () => {
  const signAs = (name: string, slots: number) =>
    sign('BELARUS', { slots }, 'SUPERVISOR', world.as('BELARUS', 'SUPERVISOR').called(name));
  await signAs('first', 9);
  const { result } = await signAs('second', 1);
  expect(result.firstLoad.replaced[0]).toEqual({ slots: 9, by: 'first' });
  world.pass(600_000);
  await sign('RUSSIA', { slots: 2 });
  await handOver();
  const both = await Promise.all(['third', 'fourth'].map((name) => signAs(name, 2)));
  // With the first of the two the terms are in force, and nobody else replaces them.
  const refused = both.filter(({ result: { problems } }) => problems?.[0]?.code === 'WRONG_STATE');
  expect(refused).toHaveLength(1);
});
