import { until } from '../../../support/end-to-end/until.ts';
import { numberOf, reignOf, replaced } from './election.ts';
import type { Fault } from './fault.ts';

const longestRoomLeft = 40_000;

/** The primary's disk fills up, under its data and its journal, and is cleared afterwards. */
export const fullDisk: Fault = {
  name: 'full-disk',
  of: ['belarus'],
  target: 'belarus',
  async happen({ federation, untilServed }) {
    const { smallDisk } = federation;
    if ('missing' in smallDisk) throw new Error(smallDisk.missing);
    const { of, disk } = smallDisk;
    const set = federation.sets[of];
    const cramped = set.members[smallDisk.member];
    if (!cramped) throw new Error('no member has a small disk');
    const isPrimary = async () => {
      if ((await set.primary()) === cramped) return true;
      // It loses an election when it is not up to date, and then stands again.
      await cramped.command({ replSetStepUp: 1 }).catch(() => undefined);
      return false;
    };
    await until(isPrimary, 40_000, () => 'the member with the small disk does not become primary');
    await set.settled();
    await untilServed([of], 20);
    const before = await reignOf(set);
    try {
      await disk.fill();
      await until(
        () => cramped.state === 'stopped',
        longestRoomLeft,
        () => 'the member has not ended',
      );
      const room = await disk.room();
      const election = await replaced(set, before);
      await untilServed([of], 20);
      return `member ${numberOf(set, cramped)} had ${room} bytes left: exit ${cramped.exit}, ${election}`;
    } finally {
      disk.free();
      await cramped.start();
      await set.settled();
    }
  },
};
