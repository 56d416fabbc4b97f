import { useEffect, useState } from 'react';
import type { Officer } from '../wire/officer.ts';
import type { SignIn } from './use-sign-in.ts';

/** Milliseconds before the end of a session that an officer is told of it. */
const toldBefore = 3 * 60_000;

/**
 * Looks again when a session comes to its end: what was asked meanwhile, here or in another tab, may have moved it.
 * @returns when the session ends, once that is soon
 */
export function useEndOfSession(
  officer: Officer | undefined,
  lookAgain: SignIn['lookAgain'],
): Date | undefined {
  const [soon, setSoon] = useState<Date>();
  useEffect(() => {
    setSoon(undefined);
    if (!officer) return;
    const { endsIn } = officer;
    const end = Date.now() + endsIn;
    if (endsIn <= toldBefore) setSoon(new Date(end));
    const atEnd = () => void lookAgain({ hasEnded: true });
    const timers = [setTimeout(atEnd, endsIn + 300)];
    if (endsIn > toldBefore) timers.push(setTimeout(() => void lookAgain(), endsIn - toldBefore));
    // A computer that has slept has not counted.
    const awake = () => {
      if (document.visibilityState === 'visible' && Date.now() >= end) atEnd();
    };
    document.addEventListener('visibilitychange', awake);
    return () => {
      for (const timer of timers) clearTimeout(timer);
      document.removeEventListener('visibilitychange', awake);
    };
  }, [officer, lookAgain]);
  return soon;
}
