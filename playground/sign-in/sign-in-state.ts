import type { Gateway, Officer, Session } from '../wire/officer.ts';

/** The state of the sign-in, as far as this page knows. */
export type SignInState =
  | { state: 'loading' }
  | { state: 'unreachable' }
  | { state: 'signed-out'; gateway: Gateway; unconfirmed?: Officer }
  | { state: 'signed-in'; gateway: Gateway; officer: Officer }
  /** The desk is kept and not shown. `other` has the browser's session by now. */
  | { state: 'ended'; gateway: Gateway; officer: Officer; other?: Officer };

/** The key of a person’s desk: whoever signs in again as the same one finds it as they left it, and nobody else. */
export const personOf = ({ viewer }: Officer): string => `${viewer.agency}/${viewer.subject}`;

export const isSamePerson = (one: Officer, other: Officer): boolean => personOf(one) === personOf(other);

/** The page’s state after it has read the session, which another tab may have changed. */
export function afterReading(before: SignInState, { officer, ...gateway }: Session): SignInState {
  const mine = 'officer' in before ? before.officer : undefined;
  if (!officer) return mine ? { state: 'ended', gateway, officer: mine } : { state: 'signed-out', gateway };
  if (!mine || isSamePerson(mine, officer)) return { state: 'signed-in', gateway, officer };
  return { state: 'ended', gateway, officer: mine, other: officer };
}

/** The page’s state after somebody has signed in in it, or has chosen to go on as the one who has. */
export const afterSignIn = (before: SignInState, officer: Officer): SignInState =>
  'gateway' in before ? { state: 'signed-in', gateway: before.gateway, officer } : before;

export const afterEnd = (before: SignInState): SignInState =>
  before.state === 'signed-in' ? { ...before, state: 'ended' } : before;

/** @param unconfirmed whose session the gateway may still have */
export const afterSignOut = (before: SignInState, unconfirmed?: Officer): SignInState =>
  'gateway' in before
    ? { state: 'signed-out', gateway: before.gateway, ...(unconfirmed && { unconfirmed }) }
    : before;
