import { plant } from '../../../models/warnings/plant.ts';
import { type ComparingWorld, comparingWorld } from '../../../support/world/comparing.ts';

const pace = { rhythm: 100, slots: 3, quota: 1_000_000, perDay: 1_000 };
const start = new Date('2026-11-01T00:00:00Z');
/** More than any machine follows in half of a rhythm, 50 ms: fifty take a transaction. */
const many = 600;

let world: ComparingWorld;
beforeAll(async () => {
  world = await comparingWorld({ pace });
});

test('a round goes though more was recorded than can be taken in before it, and the rest is taken in later', async () => {
  const { BELARUS } = world.of;
  const { indicatorRounds, sightings } = BELARUS.models;
  const left = () => sightings.countDocuments({ change: 'HELD' });
  await plant(BELARUS, {
    prefix: 'BY',
    numbers: Array.from({ length: many }, (_, place) => place),
    at: start,
  });
  const compare = (at: Date) => BELARUS.compareNow(at, undefined, AbortSignal.timeout(pace.rhythm / 2));
  await compare(start);
  expect(await indicatorRounds.countDocuments()).toBe(1);
  expect(await left()).toBeGreaterThan(0);
  let rounds = 1;
  for (; (await left()) > 0; rounds++) await compare(new Date(start.getTime() + rounds * pace.rhythm));
  expect(await indicatorRounds.countDocuments()).toBe(rounds);
  expect(await BELARUS.models.indicators.countDocuments({ indicator: { $exists: true } })).toBe(many);
}, 120_000);
