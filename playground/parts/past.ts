import type { MandateDraft } from '../wire/mandate-draft.ts';
import { type Kept, keep, recall } from './keep.ts';

/** An operation that was sent before. */
export interface Past {
  query: string;
  variables: string;
  mandate: MandateDraft;
  /** RFC 3339. */
  at: string;
}

const prefix = 'concord:history:';
const longest = 30;

/** Characters of all of it: a browser keeps about five million of a site. */
const largest = 300_000;

/** Each officer has a history of their own in each browser. */
export const historyKey = (person: string): string => `${prefix}${person}`;

const isPast = (value: unknown): value is Past => {
  const { query, variables, at } = (value ?? {}) as Partial<Past>;
  return [query, variables, at].every((text) => typeof text === 'string');
};

/** The operations that an officer has sent from this browser, newest first; they are kept here alone. */
export function readHistory(storage: Kept, person: string): Past[] {
  const kept = recall(storage, historyKey(person));
  return Array.isArray(kept)
    ? kept.filter(isPast).map((past) => ({ ...past, mandate: past.mandate ?? {} }))
    : [];
}

const isSame = (one: Past, other: Past) => one.query === other.query && one.variables === other.variables;

const sizeOf = ({ query, variables }: Past) => query.length + variables.length;

/** With one more at its head; the same operation with the same variables stands in it once, and what is too much at its end goes. */
export function withPast(history: readonly Past[], past: Past): Past[] {
  let size = 0;
  const rest = history.filter((each) => !isSame(each, past));
  return [past, ...rest].slice(0, longest).filter((each) => {
    if (size + sizeOf(each) > largest) return false;
    size += sizeOf(each);
    return true;
  });
}

export const keepHistory = (storage: Kept, person: string, history: readonly Past[]): void =>
  keep(storage, historyKey(person), JSON.stringify(history));

export const forgetHistory = (storage: Kept, person: string): void => storage.removeItem(historyKey(person));

/** The name of an operation, or how it begins. */
export const headingOf = (query: string): string =>
  /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? query.replace(/\s+/g, ' ').trim().slice(0, 60);

/** The detail that tells an operation from another of its name: the first of its variables that says something. */
export function detailOf(variables: string): string {
  const first = (value: unknown): string | undefined => {
    if (typeof value === 'string' || typeof value === 'number') return String(value) || undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.values(value).map(first).find(Boolean);
  };
  try {
    return (first(JSON.parse(variables)) ?? '').slice(0, 60);
  } catch {
    return '';
  }
}
