import { loopTurn } from '../../../server/event-loop/loop-turn.ts';
import type { OwnSurname } from '../matching/own-surname.ts';
import { SurnameCount } from '../matching/surname-count.ts';
import type { MatchKey } from '../matching/tokens.ts';
import type { SurnameStore } from '../storage/stores/surname-store.ts';

/**
 * Counts how common surnames are among an agency's own dossiers, so that searches at home rank by it. A run that is told to stop
 * leaves what the last one has counted.
 * @returns the number of surnames that weigh less than others
 */
export async function countSurnames(
  store: SurnameStore,
  key: MatchKey,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const count = new SurnameCount();
  for await (const { names } of store.names()) {
    if (signal?.aborted) return 0;
    count.add(names);
    if (loopTurn.isOver()) await loopTurn.next();
  }
  const surnames: OwnSurname[] = [];
  for (const surname of count.weighed(key)) {
    if (surname) surnames.push(surname);
    if (loopTurn.isOver()) await loopTurn.next();
  }
  await store.replace(surnames, now);
  return surnames.length;
}
