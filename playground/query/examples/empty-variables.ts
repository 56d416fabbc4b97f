/** A variable of an example that was left empty. */
export interface Incomplete {
  state: 'incomplete';
  /** Paths of variables, such as `criteria.name`. */
  variables: string[];
}

function* emptyIn(value: unknown, path: string): Generator<string> {
  if (value === '') yield path;
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* emptyIn(inner, path ? `${path}.${key}` : key);
}

/** Variables that are an empty text, which is no value of any argument here: an example’s place to fill in. */
export const emptyVariables = ({
  variables,
}: {
  variables?: Record<string, unknown> | undefined;
}): string[] => [...emptyIn(variables ?? {}, '')];
