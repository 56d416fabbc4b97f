const mebibyte = 1024 * 1024;

/**
 * Limits of one answer of an agency, within which it keeps the event loop for less than a second. An honest agency makes at most 50,000 objects
 * and 4 MiB of characters for a fetch. A page of 50 dossiers with all that shares their things has 5,000 values in 90 kB. Only parked messages
 * have what another agency has chosen: 48 kB each, which can be 24,000 values, or 7,000 members of an object.
 */
export const answerLimits = {
  /** Bytes, of which a Cyrillic letter has two. A larger answer is not read to its end. */
  bytes: 8 * mebibyte,
  /** Objects and lists inside each other: two for each of 16 fields, and in their place 32 in a message. */
  levels: 64,
  /** Objects, lists, and the commas in them. */
  values: 400_000,
  /** Members of one object. */
  members: 10_000,
  /** Errors; there is one for each field that has failed. */
  errors: 1_000,
  /** Objects, lists, and the members of both, in all errors together: they are copied, and rewritten for the caller. */
  valuesOfErrors: 50_000,
  /** Fields that are missing where each object has them, or null where the schema has none. An honest agency's executor lets none be missing. */
  missing: 1_000,
  /** Fields that are not there at all: those of other types than an object's own, or under a directive. Each is made a null. */
  absent: 20_000,
} as const;

/** Counts the values in a value, up to a limit. @returns what is left of the limit, below zero where there are more */
function leftAfter(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return most;
  let left = most;
  for (const part of Object.values(value)) {
    left -= 1;
    if (left < 0) break;
    left = leftAfter(part, left);
  }
  return left;
}

/** Tells whether an answer has more errors than an honest one, or more in them, before each of them is looked at. */
export function hasTooManyErrors(answer: unknown): boolean {
  const { errors } = Object(answer);
  return (
    (Array.isArray(errors) && errors.length > answerLimits.errors) ||
    leftAfter(errors, answerLimits.valuesOfErrors) < 0
  );
}
