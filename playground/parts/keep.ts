/** A browser's storage, as far as the page needs it. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Keeps a text; a browser that is full, or keeps nothing, is no reason to fail. */
export function keep(storage: Kept, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    storage.removeItem(key);
  }
}

/** @returns undefined for what is not there, or is no JSON */
export function recall(storage: Kept, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The key of a link that was followed before anybody signed in: it is nobody's. */
export const linkKey = 'concord:link';
