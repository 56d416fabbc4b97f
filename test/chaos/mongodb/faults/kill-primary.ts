import type { Name } from '../../environment.ts';
import { reignOf, replaced } from './election.ts';
import type { Fault } from './fault.ts';

/** The primary is gone from one moment to the next, as in a loss of power, and comes back. */
export const killPrimary = (of: Name): Fault => ({
  name: 'kill-primary',
  of: [of],
  target: of,
  async happen({ federation, untilServed }) {
    const set = federation.sets[of];
    const before = await reignOf(set);
    await before.primary.kill();
    const { exit } = before.primary;
    const election = await replaced(set, before);
    await untilServed([of], 20);
    await before.primary.start();
    await set.settled();
    return `exit ${exit}, ${election}`;
  },
});
