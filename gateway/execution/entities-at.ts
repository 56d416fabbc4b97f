import { type Data, isData, own } from './own.ts';

export type Path = readonly (string | number)[];

/** The step of a plan's path that stands for every item of a list. */
const every = '@';

/**
 * Visits the objects that are at a path of the data, in their order. Where there is null, or anything that the path does not
 * lead through, there is nothing to ask about; the shape of the answer says that it is wrong.
 */
function visit(
  value: unknown,
  path: readonly string[],
  at: number,
  place: (string | number)[] | undefined,
  found: (entity: Data, place: (string | number)[] | undefined) => void,
): void {
  const step = path[at];
  if (Array.isArray(value)) {
    if (step !== undefined && step !== every) return;
    for (const [index, item] of value.entries()) {
      place?.push(index);
      visit(item, path, step === undefined ? at : at + 1, place, found);
      place?.pop();
    }
    return;
  }
  if (!isData(value) || step === every) return;
  if (step === undefined) {
    found(value, place);
    return;
  }
  place?.push(step);
  visit(own(value, step), path, at + 1, place, found);
  place?.pop();
}

/** The objects that are at a path of the data. */
export function entitiesAt(data: Data, path: readonly string[]): Data[] {
  const entities: Data[] = [];
  visit(data, path, 0, undefined, (entity) => entities.push(entity));
  return entities;
}

/** The places of the objects at a path, by the objects themselves: some of them may not have been asked about. */
export function placesAt(data: Data, path: readonly string[]): Map<Data, Path> {
  const places = new Map<Data, Path>();
  visit(data, path, 0, [], (entity, place = []) => places.set(entity, [...place]));
  return places;
}
