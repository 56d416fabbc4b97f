import { readFileSync } from 'node:fs';

/** The rings of the house, lowest first: a file imports only from its own ring and those before it. The boundaries read them too. */
export const rings: readonly string[] = JSON.parse(
  readFileSync(new URL('rings.json', import.meta.url), 'utf8'),
);

/** The ring that a file lies in: the first whose folder holds it, so that a ring's own rooms come before the rest of it. */
export const ringOf = (path: string): number => rings.findIndex((ring) => path.startsWith(ring));
