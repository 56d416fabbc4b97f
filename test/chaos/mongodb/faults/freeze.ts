import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../../support/end-to-end/until.ts';
import type { Member } from '../../../support/member.ts';
import type { Name } from '../../environment.ts';
import { numberOf, reignOf, replaced } from './election.ts';
import type { Fault } from './fault.ts';

/** Waits until the system says that a process stands still; Linux alone tells so in a file. */
async function untilFrozen(member: Member): Promise<void> {
  member.freeze();
  if (process.platform !== 'linux') return;
  const state = () => readFileSync(`/proc/${member.pid}/stat`, 'utf8').split(') ')[1]?.[0];
  await until(
    () => state() === 'T',
    5_000,
    () => 'a member does not stand still',
  );
}

/** The primary hangs without closing a connection, until its successor has served, and then goes on as if nothing had been. */
export const freezePrimary = (of: Name): Fault => ({
  name: 'freeze-primary',
  of: [of],
  target: of,
  async happen({ federation, untilServed }) {
    const set = federation.sets[of];
    const before = await reignOf(set);
    await untilFrozen(before.primary);
    try {
      const election = await replaced(set, before);
      await untilServed([of], 50);
      return `frozen, ${election}`;
    } finally {
      before.primary.thaw();
      await set.settled();
    }
  },
});

/** An answer that a majority had confirmed before they froze may still be on its way. */
const stillUnderWay = 2_000;
const freeze = 10_000;

/** Both secondaries hang: no write can be confirmed by a majority, so none may be acknowledged. */
export const freezeSecondaries = (of: Name): Fault => ({
  name: 'freeze-secondaries',
  of: [of],
  target: of,
  async happen({ federation, ledger, untilServed }) {
    const set = federation.sets[of];
    const secondaries = await set.secondaries();
    const names = secondaries.map((member) => numberOf(set, member)).join(' and ');
    try {
      await Promise.all(secondaries.map(untilFrozen));
      await sleep(stillUnderWay);
      const frozen = Date.now();
      await sleep(freeze);
      const acknowledged = ledger.writesSince([of], frozen);
      const refused = ledger.refusalsSince([of], frozen);
      if (acknowledged > 0) throw new Error(`${acknowledged} writes acknowledged without a majority`);
      if (refused === 0) throw new Error('nothing was refused without a majority');
      return `${names} frozen for ${freeze / 1_000} s: 0 acknowledged, ${refused} refused`;
    } finally {
      for (const member of secondaries) member.thaw();
      await set.settled();
      await untilServed([of], 20);
    }
  },
});
