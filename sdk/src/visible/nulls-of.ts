import type { AnsweredError } from '../errors/answered-error.ts';

type Path = readonly (string | number)[];

export const isAt = (path: Path, other: Path): boolean =>
  path.length === other.length && path.every((key, index) => other[index] === key);

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** Path of the null in which an error's path ends; undefined if there is a value. */
function nullAt(path: Path, data: unknown): Path | undefined {
  let value = data;
  for (const [index, key] of path.entries()) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
    if (value === null) return path.slice(0, index + 1);
  }
  return undefined;
}

/** The nulls of an answer that an error has made, as far as its path says; one without a path may be about any of the fields asked. */
export function nullsOf({ path }: AnsweredError, data: Record<string, unknown>): Path[] {
  const paths = path ? [path] : Object.keys(data).map((key) => [key]);
  return paths.map((one) => nullAt(one, data)).filter((found) => found !== undefined);
}
