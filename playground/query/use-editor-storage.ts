import { useLayoutEffect, useState } from 'react';
import { keep } from '../parts/keep.ts';

/**
 * The keys under which GraphiQL keeps the text of its editors; it writes more, such as tabs that nothing here shows.
 */
const kept = ['graphiql:query', 'graphiql:variables'];

/** Keeps the editors' texts in this tab, until it is closed: the editors write late, and the desk may be another's by then. */
export function createEditorStorage(tab: Storage) {
  let isOpen = true;
  const storage = {
    length: 0,
    getItem: (key: string) => (kept.includes(key) ? tab.getItem(key) : null),
    setItem(key: string, text: string) {
      if (isOpen && kept.includes(key)) keep(tab, key, text);
    },
    removeItem(key: string) {
      if (isOpen && kept.includes(key)) tab.removeItem(key);
    },
    clear() {
      for (const key of kept) this.removeItem(key);
    },
  };
  return {
    storage,
    open: () => {
      isOpen = true;
    },
    close: () => {
      isOpen = false;
    },
  };
}

/** The storage of the editors of this desk. */
export function useEditorStorage() {
  const [{ storage, open, close }] = useState(() => createEditorStorage(sessionStorage));
  useLayoutEffect(() => {
    open();
    return close;
  }, [open, close]);
  return storage;
}
