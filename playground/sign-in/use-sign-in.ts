import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetHistory } from '../parts/past.ts';
import type { Officer } from '../wire/officer.ts';
import { onTabs, tellTabs } from '../wire/on-tabs.ts';
import { readSession, signOut, signOutAddress } from '../wire/session.ts';
import { handTabTo } from './hand-tab-to.ts';
import {
  afterEnd,
  afterReading,
  afterSignIn,
  afterSignOut,
  personOf,
  type SignInState,
} from './sign-in-state.ts';

/** The reason for reading the session again; nothing is shown any more if it cannot be read. */
export interface Because {
  /** Its time is over. */
  hasEnded?: boolean;
  /** The tag of one that the gateway has refused, whatever it says of it now. */
  refused?: string;
}

export interface SignIn {
  state: SignInState;
  /** Somebody has signed in in this tab, or goes on as who has in another. */
  enter(officer: Officer): void;
  /** Reads the session, which may have ended, or be another's by now. */
  lookAgain(because?: Because): Promise<SignInState>;
  leave(officer: Officer): Promise<void>;
  /** True if this page has already been worked with, so that the keyboard’s place in it matters. */
  isUnderWay: boolean;
}

/** The state of the sign-in, kept in step with the gateway and with the other tabs of this browser. */
export function useSignIn(): SignIn {
  const [state, setState] = useState<SignInState>({ state: 'loading' });
  const current = useRef(state);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const become = useCallback((next: SignInState) => {
    if (next.state === 'signed-in') handTabTo(sessionStorage, next.officer);
    current.current = next;
    setState(next);
    return next;
  }, []);

  const lookAgain = useCallback(
    async ({ hasEnded = false, refused }: Because = {}): Promise<SignInState> => {
      try {
        const found = afterReading(current.current, await readSession());
        const isRefused = found.state === 'signed-in' && found.officer.session === refused;
        return become(isRefused ? afterEnd(found) : found);
      } catch {
        const before = current.current;
        if (before.state === 'loading') return become({ state: 'unreachable' });
        return hasEnded || refused !== undefined ? become(afterEnd(before)) : before;
      }
    },
    [become],
  );

  const enter = useCallback(
    (officer: Officer) => {
      setIsUnderWay(true);
      become(afterSignIn(current.current, officer));
      tellTabs({ told: 'signed-in' });
    },
    [become],
  );

  const forget = useCallback(
    (officer: Officer, unconfirmed?: Officer) => {
      setIsUnderWay(true);
      become(afterSignOut(current.current, unconfirmed));
      sessionStorage.clear();
      forgetHistory(localStorage, personOf(officer));
    },
    [become],
  );

  const leave = useCallback(
    async (officer: Officer) => {
      // The screen first: who signs out may be gone before the gateway answers.
      forget(officer);
      tellTabs({ told: 'signed-out', person: personOf(officer) });
      try {
        if (await signOut(officer.session)) location.assign(new URL(signOutAddress, document.baseURI));
      } catch {
        become(afterSignOut(current.current, officer));
      }
    },
    [become, forget],
  );

  useEffect(() => {
    void lookAgain().then(({ state: found }) => {
      // A provider has sent the officer back: the other tabs have not seen it.
      if (found === 'signed-in') tellTabs({ told: 'signed-in' });
    });
    return onTabs((message) => {
      const before = current.current;
      if (message.told === 'signed-in') void lookAgain();
      else if ('officer' in before && personOf(before.officer) === message.person) forget(before.officer);
    });
  }, [lookAgain, forget]);

  return { state, enter, lookAgain, leave, isUnderWay };
}
