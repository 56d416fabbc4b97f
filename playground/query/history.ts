/** An operation that was sent before. */
export interface Past {
  query: string;
  variables: string;
  /** RFC 3339. */
  at: string;
}

/** A browser's storage. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const storageKey = 'concord:history';
const longest = 30;

/** What was sent from this browser, newest first; it is kept here alone. */
export function readHistory(storage: Kept): Past[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((past): past is Past => typeof past?.query === 'string') : [];
  } catch {
    return [];
  }
}

/** With one more at its head; the same operation with the same variables stands in it once. */
export const withPast = (history: readonly Past[], past: Past): Past[] =>
  [
    past,
    ...history.filter(({ query, variables }) => query !== past.query || variables !== past.variables),
  ].slice(0, longest);

export const keepHistory = (storage: Kept, history: readonly Past[]): void =>
  storage.setItem(storageKey, JSON.stringify(history));

export const clearHistory = (storage: Kept): void => storage.removeItem(storageKey);

/** The name of an operation, or how it begins. */
export const titleOf = (query: string): string =>
  /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? query.replace(/\s+/g, ' ').trim().slice(0, 60);
