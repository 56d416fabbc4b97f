import type { ComparingPace } from '../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import { testNaming } from '../../support/match-keys.ts';
import { comparingWorld } from '../../support/world/comparing.ts';
import type { Saying } from '../../support/world/wire.ts';
import { plant, plantedValue } from './plant.ts';

/** What came of comparing what was planted. */
export interface Counts {
  planted: number;
  matches: number;
  missed: number;
  /** Alerts of what only one agency holds. */
  mistaken: number;
  rounds: number;
  days: number;
  parked: number;
}

export interface Living {
  /** Identifiers of each agency, and those of them that both hold. */
  each: number;
  shared: number;
  pace: ComparingPace;
  /** Changes a message on its way, or loses it, to prove that the counts would show it. */
  tamper?: Saying;
}

/** Plants identifiers at two agencies, and has them compare on a virtual clock until every token is told. */
export async function live({ each, shared, pace, tamper }: Living): Promise<Counts> {
  const start = new Date('2026-11-01T00:00:00Z');
  const world = await comparingWorld({ pace, start });
  const { BELARUS, RUSSIA } = world.of;
  try {
    const numbers = (from: number) => Array.from({ length: each }, (_, place) => from + place);
    // The last of one agency are the first of the other.
    await plant(BELARUS, { prefix: 'BY', numbers: numbers(0), at: start });
    await plant(RUSSIA, { prefix: 'RU', numbers: numbers(each - shared), at: start });
    let [rounds, parked] = [0, 0];
    const isDone = async () =>
      !(await BELARUS.models.indicators.exists({ state: { $in: ['WAITING', 'BLINDED', 'MADE'] } })) &&
      !(await RUSSIA.models.indicators.exists({ state: { $in: ['WAITING', 'BLINDED', 'MADE'] } }));
    const mostRounds = 10 * Math.ceil(each / (pace.slots - 1)) + 2_000;
    do {
      await BELARUS.compareNow(world.now);
      await RUSSIA.compareNow(world.now);
      parked += await world.handOver(tamper);
      world.pass(pace.rhythm);
      rounds++;
    } while (!(await isDone()) && rounds < mostRounds);
    const names = (list: readonly number[]) =>
      new Set(list.map((number) => testNaming.idOf(plantedValue(number).kind, plantedValue(number).value)));
    const planted = names(numbers(0).slice(each - shared));
    const [by, ru] = await Promise.all(
      [BELARUS, RUSSIA].map(async ({ models }) =>
        (await models.alerts.find({}, { indicator: 1 }).lean()).map(({ indicator }) => indicator),
      ),
    );
    const [ofBelarus, ofRussia] = [new Set(by), new Set(ru)];
    const matches = [...planted].filter((each) => ofBelarus.has(each) && ofRussia.has(each)).length;
    const mistaken = [...(by ?? []), ...(ru ?? [])].filter((each) => !planted.has(each)).length;
    const days = Math.ceil((world.now.getTime() - start.getTime()) / 86_400_000);
    return { planted: planted.size, matches, missed: planted.size - matches, mistaken, rounds, days, parked };
  } finally {
    await world.stop();
  }
}

/** The line that tells of it all, and whether it is as it should be. */
export function lineOf({ planted, matches, missed, mistaken }: Counts): { line: string; isGood: boolean } {
  return {
    line: `${matches} matches, ${missed} missed, ${mistaken} false`,
    isGood: planted > 0 && matches === planted && mistaken === 0,
  };
}
