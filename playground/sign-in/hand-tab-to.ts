import { type Kept, keep, linkKey } from '../parts/keep.ts';
import type { Officer } from '../wire/officer.ts';
import { personOf } from './sign-in-state.ts';

/** The storage of one tab. */
export interface TabStorage extends Kept {
  readonly length: number;
  key(index: number): string | null;
}

const personKey = 'concord:person';

const keysOf = (tab: TabStorage) => Array.from({ length: tab.length }, (_, index) => tab.key(index) ?? '');

/**
 * Hands this tab to an officer. What another has left in it is gone before they see the page, also when a sign-in elsewhere
 * came between.
 */
export function handTabTo(tab: TabStorage, officer: Officer): void {
  const person = personOf(officer);
  const before = tab.getItem(personKey);
  if (before !== null && before !== person) {
    for (const key of keysOf(tab)) if (key !== linkKey) tab.removeItem(key);
  }
  keep(tab, personKey, person);
}
