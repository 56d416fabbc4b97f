import { type RefObject, useEffect, useRef } from 'react';

/** Gives the keyboard to a part of the page that has come in place of another, which had it. */
export function useFocusFirst<Part extends HTMLElement>(takesFocus: boolean): RefObject<Part | null> {
  const part = useRef<Part>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the part comes
  useEffect(() => {
    if (takesFocus) part.current?.focus();
  }, []);
  return part;
}
