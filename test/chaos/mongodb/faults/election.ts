import { until } from '../../../support/end-to-end/until.ts';
import type { Member } from '../../../support/member.ts';
import type { ReplicaSet } from '../../../support/replica-set.ts';

const longestElection = 40_000;

/** What a member is called in the report: its number in its set. */
export const numberOf = (set: ReplicaSet, member: Member): number => set.members.indexOf(member);

/** A set's primary, and the term in which it was elected. */
export interface Reign {
  primary: Member;
  term: number;
}

export const reignOf = async (set: ReplicaSet): Promise<Reign> => ({
  primary: await set.primary(),
  term: await set.term(),
});

/** Waits for a primary of a later term. @returns the proof */
export async function elected(set: ReplicaSet, before: Reign): Promise<string> {
  let now = before;
  const isElected = async () => {
    now = await reignOf(set).catch(() => before);
    return now.term > before.term;
  };
  await until(isElected, longestElection, () => `no election in ${set.name}`);
  const primaries = `primary ${numberOf(set, before.primary)} → ${numberOf(set, now.primary)}`;
  return `term ${before.term} → ${now.term}, ${primaries}`;
}

/** Waits for a primary of a later term that is another member. @returns the proof */
export async function replaced(set: ReplicaSet, before: Reign): Promise<string> {
  const proof = await elected(set, before);
  if ((await set.primary()) === before.primary) throw new Error(`${set.name} has the same primary again`);
  return proof;
}
