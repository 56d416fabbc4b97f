import type { GraphQLFormattedError } from 'graphql';

type Path = GraphQLFormattedError['path'];

/** Positions in a list by their number, names by their letters. */
function compareSteps(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : Number(String(one) > String(other));
}

function comparePaths(one: Path = [], other: Path = []): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const order = compareSteps(one[index] ?? '', other[index] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/**
 * The errors of an answer in the order of their paths, and of their messages where two have one path. They come as they happen, and so their order would tell which look-up
 * took longer, which can hang on what is not shown. Errors without a path are of a request that was never carried out.
 */
export const inOrder = <Shown extends GraphQLFormattedError>(errors: readonly Shown[]): readonly Shown[] =>
  errors.every(({ path }) => path !== undefined)
    ? [...errors].sort(
        (one, other) => comparePaths(one.path, other.path) || compareSteps(one.message, other.message),
      )
    : errors;
