import type { AnsweredError } from '../errors/answered-error.ts';
import type { Coordinate, PartlyList } from './plan.ts';
import { type Receipts, withheldBy } from './receipt.ts';
import type { Gap, Unavailable } from './visible.ts';

type Path = readonly (string | number)[];

/** Where a null stands. */
export interface NullPlace {
  path: Path;
  /** Several where it is not known of which type its parent is. */
  coordinates: readonly Coordinate[];
  /** The dossier that it belongs to, by its id. */
  dossier: string | undefined;
  /** The agency that answers for its parent. */
  agency: string | undefined;
}

/** What an answer says beside its data. */
export interface Told {
  requestId: string;
  receipts: Receipts;
  outages: ReadonlySet<string>;
  /** All errors but the outages of agencies. */
  errors: readonly AnsweredError[];
}

const absent: Gap = Object.freeze({ state: 'absent' });

/** Whether an error at a path has made the null at another: a null stands where the error arose, or around it. */
export const isCause = ({ path }: AnsweredError, place: Path): boolean =>
  path !== undefined && place.every((key, index) => path[index] === key);

/**
 * Why a field is null. It is called absent only where nothing else can be: an error without a path may be about any null,
 * and an agency that did not answer once in this request may not have answered here.
 */
export function explainNull({ path, coordinates, dossier, agency }: NullPlace, told: Told): Gap {
  for (const { name } of coordinates) {
    const receipt = told.receipts.showFirst(name, dossier);
    if (receipt) return withheldBy(receipt);
  }
  if (told.outages.size > 0)
    for (const { name, agency: own = agency } of coordinates)
      if (own !== undefined && told.outages.has(own))
        return { state: 'unavailable', coordinate: name, agency: own };
  const error = told.errors.find((one) => one.path === undefined || isCause(one, path));
  if (!error) return absent;
  const code = error.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  const coordinate = coordinates[0]?.name ?? '';
  return { state: 'failed', coordinate, code, message: error.message, requestId: told.requestId };
}

/**
 * Why a list may lack entries. One that a search has found lacks those of each agency that did not answer, and those that
 * only a criterion which was not compared would have found.
 */
export function explainLack(lists: readonly PartlyList[], dossier: string | undefined, told: Told) {
  const receipts = lists.flatMap(({ coordinate, input }) => [
    ...told.receipts.of(coordinate, dossier),
    ...(input === undefined ? [] : told.receipts.ofInput(input)),
  ]);
  const found = lists.find(({ input }) => input !== undefined);
  const outages = found
    ? [...told.outages].map(
        (agency): Unavailable => ({ state: 'unavailable', coordinate: found.coordinate, agency }),
      )
    : [];
  return { receipts, outages };
}
