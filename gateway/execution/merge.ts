import { type Data, isData, own, setOwn } from './own.ts';

/** A copy of a value as JSON has it. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isData(value)) return value;
  const copy: Data = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copyOf(value[key]));
  return copy;
}

function merged(held: unknown, value: unknown): unknown {
  if (isData(held) && isData(value)) {
    mergeInto(held, value);
    return held;
  }
  if (Array.isArray(held) && Array.isArray(value) && held.length === value.length) {
    for (const [index, item] of value.entries()) held[index] = merged(held[index], item);
    return held;
  }
  return value;
}

/**
 * Adds to an object what another fetch has answered of it. Objects and lists of equal length are merged; of anything else the
 * later one stands. What is undefined has been renamed, and is passed over.
 */
export function mergeInto(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value !== undefined) setOwn(target, key, merged(own(target, key), value));
  }
}
