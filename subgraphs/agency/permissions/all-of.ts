import type { Filter } from './by-record.ts';

/** A filter that asks for all of these. Filters that ask for nothing are left out, so that little is sent. */
export function allOf(...filters: readonly Filter[]): Filter {
  const asking = filters.filter((filter) => Object.keys(filter).length > 0);
  const [first = {}] = asking;
  return asking.length > 1 ? { $and: asking } : first;
}
