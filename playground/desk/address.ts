import { isDossierId } from '../../terms/agencies.ts';

export type View = 'query' | 'profile' | 'waiting' | 'officers';

/** A place in the page: a view, and in the profile the dossier that it is of. An address says no more, and no name or number. */
export interface Address {
  view: View;
  dossier?: string | undefined;
}

const names: Readonly<Record<View, string>> = {
  query: 'queries',
  profile: 'profile',
  waiting: 'waiting',
  officers: 'officers',
};

/** Behind the `#`, and so in no server's log: `#/profile/BY-7Q4KZ0XN3VDH9TRC`. */
export const hashOf = ({ view, dossier }: Address): string =>
  `#/${names[view]}${view === 'profile' && dossier ? `/${dossier}` : ''}`;

/** @returns undefined for what is no address of a view, such as a link to a query, or has more than one may have */
export function readAddress(hash: string): Address | undefined {
  const [root, name, dossier, ...rest] = hash.split('/');
  const view = (Object.keys(names) as View[]).find((each) => names[each] === name);
  if (root !== '#' || !view || rest.length > 0) return undefined;
  if (dossier === undefined) return { view };
  return view === 'profile' && isDossierId(dossier) ? { view, dossier } : undefined;
}

export const isSameAddress = (one: Address, other: Address): boolean => hashOf(one) === hashOf(other);
