import { type RefObject, useEffect, useRef } from 'react';

/** True where the part that had the keyboard is gone, or hidden: the keyboard would begin at the top of the page again. */
export function isFocusLost(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.getClientRects().length === 0;
}

/**
 * Gives the keyboard to a part of the page that has come in place of another, which had it.
 * @param takesFocus `if-lost` for a part that may also come while the keyboard is elsewhere
 */
export function useFocusFirst<Part extends HTMLElement>(
  takesFocus: boolean | 'if-lost',
): RefObject<Part | null> {
  const part = useRef<Part>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the part comes
  useEffect(() => {
    if (takesFocus === 'if-lost' ? isFocusLost() : takesFocus) part.current?.focus();
  }, []);
  return part;
}
