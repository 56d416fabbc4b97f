import type { ComparingPace } from '../../../subgraphs/agency/records/indicators/comparing-pace.ts';
import type { Agency } from '../../../terms/agencies.ts';
import { newKeys } from '../two-key/change-keys.ts';
import type { Given } from './agency.ts';
import { sides } from './sides.ts';
import { parkedOf, type Saying } from './wire.ts';
import { type World, world } from './world.ts';

/** Enough for everything of a test to go in one round. */
export const quick: ComparingPace = { rhythm: 180_000, slots: 12, quota: 100_000, perDay: 1_000 };

export interface Comparing {
  pace?: ComparingPace;
  /** The keys of another world, whose references are to be the same. */
  keys?: ReturnType<typeof newKeys>;
  start?: Date;
  onWrongProof?: (other: Agency, fault: string) => void;
}

/** Both agencies, which compare identifiers. */
export interface ComparingWorld extends World {
  keys: ReturnType<typeof newKeys>;
  /** Carries both ways until nothing waits. @returns the number of messages that were parked */
  handOver(saying?: Saying): Promise<number>;
  /** Lets rounds go by, three unless it is said, after which what was recorded is told. @returns the number of messages that were parked */
  rounds(count?: number, saying?: Saying): Promise<number>;
}

/** Now, or the beginning of the next day if it is 20:00 UTC or later: a test's rounds must all fall on one day. */
export function early(): Date {
  const now = new Date();
  const isLate = now.getUTCHours() >= 20;
  return isLate ? new Date(now.setUTCHours(24, 0, 0, 0)) : now;
}

export async function comparingWorld({
  pace = quick,
  keys = newKeys(),
  start = early(),
  onWrongProof,
}: Comparing = {}): Promise<ComparingWorld> {
  const comparing = (side: keyof typeof keys): Given => ({
    indicatorKeys: keys[side],
    pace,
    ...(onWrongProof && { onWrongProof }),
  });
  const both = await world({ BELARUS: comparing('BELARUS'), RUSSIA: comparing('RUSSIA'), start });
  const it: ComparingWorld = Object.assign(both, {
    keys,
    handOver: async (saying?: Saying) => parkedOf(await both.carry(saying)),
    async rounds(count = 3, saying?: Saying) {
      let parked = 0;
      for (let round = 0; round < count; round++) {
        both.pass(pace.rhythm);
        for (const side of sides) await both.of[side].compareNow(both.now);
        parked += await it.handOver(saying);
      }
      return parked;
    },
  });
  return it;
}
