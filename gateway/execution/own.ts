/** An object of a subgraph's answer: its keys are whatever the subgraph or the caller has called them. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property that an object has itself: `constructor` is a good key of an answer, and every object inherits one. */
export const own = (object: Data, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Sets a property of an object itself. Assigning to `__proto__` would exchange its prototype. */
export function setOwn(object: Data, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  else object[key] = value;
}
