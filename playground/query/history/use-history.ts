import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import {
  forgetHistory,
  historyKey,
  keepHistory,
  type Past,
  readHistory,
  withPast,
} from '../../parts/past.ts';
import { readPreferences } from '../../parts/preferences.ts';
import { personOf } from '../../sign-in/sign-in-state.ts';
import type { Operation } from '../../wire/operation.ts';

/** The operations that the officer has sent from this browser, as far as they are to be kept. */
export function useHistory(isKept: boolean) {
  const { officer, mandate } = useDesk();
  const person = personOf(officer);
  const [history, setHistory] = useState<Past[]>(() => readHistory(localStorage, person));
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key === historyKey(person) || key === null) setHistory(readHistory(localStorage, person));
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [person]);
  const clear = useCallback(() => {
    forgetHistory(localStorage, person);
    setHistory([]);
  }, [person]);
  useEffect(() => {
    if (!isKept) clear();
  }, [isKept, clear]);
  const add = useCallback(
    ({ query, variables }: Operation) => {
      // Another tab may have switched it off, or added to it.
      if (!readPreferences(localStorage, []).keepsHistory) return;
      const past = {
        query,
        variables: JSON.stringify(variables ?? {}, null, 2),
        mandate,
        at: new Date().toISOString(),
      };
      const next = withPast(readHistory(localStorage, person), past);
      keepHistory(localStorage, person, next);
      setHistory(next);
    },
    [mandate, person],
  );
  return { history, add, clear };
}
