import type { AnsweredError } from '../errors/answered-error.ts';
import type { Coordinate } from './plan.ts';
import { type Receipt, type Receipts, receiptsOf } from './receipt.ts';
import type { Agency, Open } from './visible.ts';

type Path = readonly (string | number)[];

/** The place of a null. */
export interface NullPlace {
  path: Path;
  /** Several where it is not known of which type its parent is. */
  coordinates: readonly Coordinate[];
  /** The dossier that it belongs to, by its id. */
  dossier: string | undefined;
  /** The agency that answers for its parent. */
  agency: string | undefined;
  /** The agency whose record it is in, where that is known. */
  owner?: string | undefined;
}

/** The errors and receipts of an answer, ready to be asked for the reason of a null. */
export interface Causes {
  receipts: Receipts;
  outages: readonly AnsweredError[];
  /** All errors but the outages of agencies. */
  errors: readonly AnsweredError[];
}

/** The reason why a null stands in an answer, with all that the answer says about it. */
export type NullReason =
  | { readonly state: 'absent' }
  | { readonly state: 'withheld'; readonly receipts: readonly Receipt[] }
  | { readonly state: 'unavailable'; readonly coordinate: string; readonly agency: Open<Agency> }
  | { readonly state: 'failed'; readonly error: AnsweredError };

const absent: NullReason = Object.freeze({ state: 'absent' });

/** An error that says of which agency nothing is known. */
const isOutage = ({ extensions }: AnsweredError): boolean =>
  extensions?.code === 'AGENCY_UNAVAILABLE' && extensions.agency !== undefined;

export const causesOf = (errors: readonly AnsweredError[], receipts: readonly Receipt[]): Causes => ({
  receipts: receiptsOf(receipts),
  outages: errors.filter(isOutage),
  errors: errors.filter((error) => !isOutage(error)),
});

/** True if an error at a path has made the null at another: a null stands where the error arose, or around it. */
export const isCause = ({ path }: AnsweredError, place: Path): boolean =>
  path !== undefined && place.every((key, index) => path[index] === key);

/** In a type that several agencies have, a receipt of one is not about another's record; an agency's own types say whose it is. */
const isAbout = ({ coordinate, owner: by }: Receipt, { owner }: NullPlace): boolean => {
  const type = coordinate.toUpperCase();
  return owner === undefined || owner === by || type.startsWith(owner) || type.startsWith(by);
};

function outageAt({ path, coordinates, agency }: NullPlace, { outages }: Causes): NullReason | undefined {
  const [first] = coordinates;
  if (outages.length === 0 || !first) return undefined;
  const cause = outages.find((error) => isCause(error, path))?.extensions?.agency;
  if (cause !== undefined) return { state: 'unavailable', coordinate: first.name, agency: cause };
  for (const { name, agency: own = agency } of coordinates)
    if (own !== undefined && outages.some(({ extensions }) => extensions?.agency === own))
      return { state: 'unavailable', coordinate: name, agency: own };
  return undefined;
}

/**
 * The reason why a field is null. It is called absent only if nothing else is possible: an error without a path may be
 * about any null, and an agency that did not answer once in this request may not have answered here.
 */
export function nullReason(place: NullPlace, causes: Causes): NullReason {
  const { path, coordinates, dossier, owner } = place;
  const receipts = coordinates.flatMap(({ name }) =>
    causes.receipts.of(name, dossier).filter((receipt) => isAbout(receipt, place)),
  );
  if (receipts.length > 0) return { state: 'withheld', receipts };
  const outage = outageAt(place, causes);
  if (outage) return outage;
  const error = causes.errors.find(
    (one) =>
      one.path === undefined ||
      isCause(one, path) ||
      (owner !== undefined && one.extensions?.agency === owner),
  );
  return error ? { state: 'failed', error } : absent;
}
