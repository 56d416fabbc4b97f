import type { PageRequest } from './page-request.ts';

/** The most records that are read at once. */
const mostRead = 100;

/** A list some of whose records are not shown: the viewer may not know of them, or they changed after the list was read. */
export interface PartlyShown<Found, Shown> {
  read(part: { after: string | undefined; limit: number }): Promise<Found[]>;
  /** @returns undefined for a record that is left out */
  show(found: Found): Promise<Shown | undefined>;
  /** Names the place of a record in the list, as `after` does. */
  placeOf(found: Found): string;
}

/**
 * A page of a list some of whose records are left out. It is read on until there is something to show or the list ends: a page of nothing
 * would look like the end of the list, and would tell how many were left out.
 */
export async function shownPage<Found, Shown>(
  { first, after: begin }: Pick<PageRequest, 'first' | 'after'>,
  { read, show, placeOf }: PartlyShown<Found, Shown>,
): Promise<{ shown: Shown[]; isMore: boolean }> {
  let after = begin;
  for (let size = first; ; size = Math.min(mostRead, size * 2)) {
    const found = await read({ after, limit: size + 1 });
    const part = found.slice(0, size);
    const shown = (await Promise.all(part.map(show))).filter((each) => each !== undefined);
    const isMore = found.length > size;
    if (shown.length > 0 || !isMore)
      return { shown: shown.slice(0, first), isMore: isMore || shown.length > first };
    const last = part.at(-1);
    after = last && placeOf(last);
  }
}
