import { usualPace } from '../../../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import { long } from '../../../../support/long.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { comparingWorld } from '../../../../support/world/comparing.ts';

const start = new Date('2026-11-01T00:00:00Z');
const rounds = long.times(6, 8);

/** What Belarus holds, at which round it comes to hold it, and from which on it holds it no more. */
interface Held {
  value: string;
  from: number;
  until?: number;
}

const shared = { value: '+375290000001', from: 0 };

/** All that Russia is handed, round by round: types, sizes and times, in an order that the messages' random ids do not decide. */
async function transcript(held: readonly Held[]): Promise<string[][]> {
  const world = await comparingWorld({ pace: usualPace, start });
  const { BELARUS, RUSSIA } = world.of;
  const row = (prefix: string, value: string, at: Date): SightingRecord => {
    const indicator = testNaming.idOf('PHONE', value);
    const dossier = `${prefix}-${value.slice(1)}`;
    return {
      _id: `${dossier} ${indicator}`,
      dossier,
      indicator,
      kind: 'PHONE',
      value,
      cases: [`${prefix}-2026-000001`],
      at,
      isImported: false,
      change: 'HELD',
    };
  };
  try {
    await RUSSIA.models.sightings.insertMany([
      row('RU', shared.value, start),
      row('RU', '+79000000001', start),
    ]);
    const heard: string[][] = [];
    for (let round = 0; round < rounds; round++) {
      if (round > 0) world.pass(usualPace.rhythm);
      const { now } = world;
      const begins = held.filter(({ from }) => from === round).map(({ value }) => row('BY', value, now));
      if (begins.length > 0) await BELARUS.models.sightings.insertMany(begins);
      const ends = held.filter(({ until }) => until === round).map(({ value }) => value);
      await BELARUS.models.sightings.updateMany(
        { value: { $in: ends } },
        { $set: { change: 'GONE', value: '', cases: [] } },
      );
      await BELARUS.compareNow(now);
      await RUSSIA.compareNow(now);
      const before = world.heard.RUSSIA.length;
      await world.handOver();
      heard.push(
        world.heard.RUSSIA.slice(before)
          .map(
            ({ type, at, data, id, subject }) =>
              `${type} ${at.toISOString()} ${JSON.stringify(data).length} ${id.length} ${subject}`,
          )
          .sort(),
      );
    }
    // What both hold was found, in each of these worlds.
    expect(await RUSSIA.models.alerts.countDocuments()).toBe(
      held.some(({ value }) => value === shared.value) ? 1 : 0,
    );
    return heard;
  } finally {
    await world.stop();
  }
}

const first = { value: '+375290000777', from: 1 };
const worlds: [string, Held[]][] = [
  ['another value in the place of one', [shared, { value: '+375440000888', from: 1 }]],
  ['a value less', [shared]],
  ['a value that is taken back', [shared, { ...first, until: 3 }]],
  [
    'thirty values more',
    [
      shared,
      first,
      ...Array.from({ length: 30 }, (_, index) => ({
        value: `+3752911${String(index * 100).padStart(5, '0')}`,
        from: 2,
      })),
    ],
  ],
];

test('all that an agency is handed has the same number, types, sizes and times, whatever the other holds that it does not', async () => {
  const one = await transcript([shared, first]);
  expect(one.map((each) => each.length)).toEqual([3, ...Array(rounds - 1).fill(4)]);
  for (const [what, held] of long.rows(worlds, 1, 2, 3))
    expect([what, await transcript(held)]).toEqual([what, one]);
});
