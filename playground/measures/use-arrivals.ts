import { useEffect, useRef } from 'react';
import type { Address } from '../desk/address.ts';
import { arrivalAt, left, noVisit } from './own/arrival-at.ts';

/**
 * Follows the officer from one place among the measures to another, whichever way they came there.
 * @param on `other`: they came to another place than the last one; `wanted`: its dossier is to be read; `calendar`: they came to the calendar, from a place or
 * from another view
 */
export function useArrivals(
  here: Address,
  isOwn: boolean,
  on: { other(): void; wanted(dossier: string): void; calendar(cameFromPlace: boolean): void },
): void {
  const visit = useRef(noVisit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    const before = visit.current;
    if (here.view !== 'measures') {
      visit.current = left(before);
      return;
    }
    const { measure: place } = here;
    const { visit: now, isOther, isWanted } = arrivalAt(before, place, isOwn);
    visit.current = now;
    if (isOther) on.other();
    if (place && isWanted) on.wanted(place.dossier);
    if (!place) on.calendar(before.place !== undefined);
  }, [here, isOwn]);
}
