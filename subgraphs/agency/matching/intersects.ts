/** Lists longer than this are looked up in a set, which is kept as long as the list. */
const longestList = 2;

/** Places of texts in a table of bits; more of them tell more texts apart. */
const mostPlaces = 8_192;

function placeOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 13)) & (mostPlaces - 1);
}

/** The places of the texts of a list, kept beside it where it is compared with many others. */
export const placesOf = (list: readonly string[]): Uint16Array => Uint16Array.from(list, placeOf);

/** A list that is sought: in a set, and the places that its texts have, as bits. */
interface Sought {
  set: ReadonlySet<unknown>;
  bits?: Uint32Array;
}

const known = new WeakMap<readonly unknown[], Sought>();

function soughtOf(list: readonly unknown[]): Sought {
  const found = known.get(list);
  if (found) return found;
  const made = { set: new Set(list) };
  known.set(list, made);
  return made;
}

function bitsOf(sought: Sought): Uint32Array {
  if (sought.bits) return sought.bits;
  const bits = new Uint32Array(mostPlaces / 32);
  for (const text of sought.set) {
    const place = placeOf(String(text));
    bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
  }
  sought.bits = bits;
  return bits;
}

/**
 * Tells whether two lists have one in common.
 * @param one of what is sought: it is compared with many records, so that its set is made once for all of them
 * @param places of the other's texts, where they are known: a text whose place is free is in no set, which is quicker to see
 */
export function intersects<Token>(
  one: readonly Token[],
  other: readonly Token[],
  places?: Uint16Array,
): boolean {
  if (one.length === 0 || other.length === 0) return false;
  if (one.length <= longestList) {
    for (const value of other) if (one.includes(value)) return true;
    return false;
  }
  const sought = soughtOf(one);
  const bits = places && bitsOf(sought);
  for (let index = 0; index < other.length; index++) {
    const place = places?.[index];
    if (bits && place !== undefined && ((bits[place >> 5] ?? 0) & (1 << (place & 31))) === 0) continue;
    if (sought.set.has(other[index])) return true;
  }
  return false;
}
