import type { Answer, Fetched } from './both-gateways.ts';
import type { Trap } from './trap.ts';

/** A value as text, with its keys in one order: `__proto__` is a key like others there, and no matcher passes over it. */
export function asText(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1))
      : each,
  );
}

export const representationsIn = (fetched: readonly Fetched[], subgraph: string): unknown =>
  fetched.find((fetch) => fetch.subgraph === subgraph && 'representations' in fetch.variables)?.variables
    .representations;

/** Tells whether an answer, and what was fetched for it, is what a trap expects. */
export function isExpected(
  { expected, sent, order }: Trap,
  found: { answer: Answer; fetched: Fetched[] },
): boolean {
  if (asText(found.answer) !== asText(expected)) return false;
  if (sent !== undefined && asText(representationsIn(found.fetched, 'shop')) !== asText(sent)) return false;
  return !order || asText(found.fetched.map(({ subgraph }) => subgraph)) === asText(order);
}
