import type { MeasurePace } from '../../../subgraphs/agency/records/measures/measure-pace.ts';
import { newKeys } from '../two-key/change-keys.ts';
import type { Given } from './agency.ts';
import { early, quick } from './comparing.ts';
import { type Side, sides } from './sides.ts';
import { parkedOf, type Saying } from './wire.ts';
import { type World, world } from './world.ts';

/** Enough for everything of a test to go in one round. */
export const quickMeasures: MeasurePace = {
  rhythm: 900_000,
  slots: 32,
  quota: 100_000,
  perOfficer: 5,
  perCase: 10,
};

export interface Measuring {
  pace?: MeasurePace;
  keys?: ReturnType<typeof newKeys>;
  start?: Date;
  operationsWith?: NonNullable<Given['operationsWith']>;
}

/** Both agencies, which compare measures. */
export interface MeasuringWorld extends World {
  keys: ReturnType<typeof newKeys>;
  indicatorKeys: ReturnType<typeof newKeys>;
  /** Lets rounds go by, three unless it is said, after which what was authorised is told. @returns the number of messages that were parked */
  rounds(count?: number, saying?: Saying): Promise<number>;
  /** Takes in what officers have done, without a round. */
  follow(): Promise<void>;
}

export async function measuringWorld({
  pace = quickMeasures,
  keys = newKeys(),
  start = early(),
  operationsWith,
}: Measuring = {}): Promise<MeasuringWorld> {
  const indicatorKeys = newKeys();
  const measuring = (side: Side): Given => ({
    indicatorKeys: indicatorKeys[side],
    pace: quick,
    measureKeys: keys[side],
    measurePace: pace,
    ...(operationsWith && { operationsWith }),
  });
  const both = await world({ BELARUS: measuring('BELARUS'), RUSSIA: measuring('RUSSIA'), start });
  const follow = async () => {
    for (const side of sides) await both.of[side].compareMeasuresNow(both.now);
  };
  const it: MeasuringWorld = Object.assign(both, {
    keys,
    indicatorKeys,
    follow,
    async rounds(count = 3, saying?: Saying) {
      let parked = 0;
      for (let round = 0; round < count; round++) {
        both.pass(pace.rhythm);
        await follow();
        parked += parkedOf(await both.carry(saying));
      }
      return parked;
    },
  });
  return it;
}
