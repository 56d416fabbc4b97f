import type { Name } from '../../environment.ts';
import { reignOf, replaced } from './election.ts';
import type { Fault } from './fault.ts';

/** Seconds that the old primary does not stand for election again. */
const abstention = 20;

/** The primary hands over, as it does before maintenance. */
export const stepDown = (of: Name): Fault => ({
  name: 'step-down',
  of: [of],
  target: of,
  async happen({ federation, untilServed }) {
    const set = federation.sets[of];
    const before = await reignOf(set);
    await before.primary.command({ replSetStepDown: abstention, secondaryCatchUpPeriodSecs: 10 });
    const proof = await replaced(set, before);
    await untilServed([of], 20);
    await set.settled();
    return proof;
  },
});
