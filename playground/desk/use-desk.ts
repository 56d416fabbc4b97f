import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { keep, recall } from '../parts/keep.ts';
import { isSamePerson } from '../sign-in/sign-in-state.ts';
import type { SignIn } from '../sign-in/use-sign-in.ts';
import {
  fitting,
  type MandateDraft,
  type MandatePart,
  mandateHeaders,
  missingParts,
} from '../wire/mandate-draft.ts';
import type { Officer } from '../wire/officer.ts';
import { type Operation, type Sending, type Sent, send } from '../wire/operation.ts';

/** The outcome of an operation that an officer wanted to send. */
export type Outcome = Sent | { state: 'no-mandate'; missing: MandatePart[] };

/** True if a mutation may have happened though no answer says so. */
export const isUnanswered = ({ state }: Outcome): boolean => state === 'unreachable' || state === 'stopped';

/** Settings of one operation. */
export interface AskOptions {
  /** The idempotency key of a mutation. */
  key?: string | undefined;
  stop?: AbortSignal | undefined;
  /** Names the request, where several operations are one; the gateway names it otherwise. */
  requestId?: string;
}

/** The state that every part of the page shares: who asks, under which mandate, and the one way to ask. */
export interface Desk {
  officer: Officer;
  mandate: MandateDraft;
  missing: MandatePart[];
  setMandate(draft: MandateDraft): void;
  /** The officer's reason for reading dossiers of other cases; empty if not given. */
  reason: string;
  setReason(reason: string): void;
  /** The session and the deadline of this desk’s operations. */
  sending: Sending;
  /** Sends nothing without a mandate. */
  ask(operation: Operation, options?: AskOptions): Promise<Outcome>;
}

const storageKey = 'concord:mandate';

/** Milliseconds for the way to the gateway and back, beyond what it takes itself. */
const onTheWay = 3_000;

/** @param options `onSession` is called when an answer says that the session may have changed. */
export function useNewDesk(options: {
  officer: Officer;
  answersWithin: number;
  isEndingSoon: boolean;
  onSession: SignIn['lookAgain'];
}): Desk {
  const { officer, answersWithin, isEndingSoon, onSession } = options;
  const { session } = officer;
  const [draft, setDraft] = useState(() => (recall(sessionStorage, storageKey) ?? {}) as MandateDraft);
  const mandate = useMemo(() => fitting(draft, officer.viewer.cases), [draft, officer]);
  // Not kept by the browser: it says something of a case, and is of this officer.
  const [reason, setReasonShown] = useState('');
  const reasonNow = useRef(reason);
  const setReason = useCallback((next: string) => {
    reasonNow.current = next;
    setReasonShown(next);
  }, []);
  const missing = useMemo(() => missingParts(mandate, reason), [mandate, reason]);
  const setMandate = useCallback((next: MandateDraft) => {
    keep(sessionStorage, storageKey, JSON.stringify(next));
    setDraft(next);
  }, []);
  const sending = useMemo(() => ({ session, within: answersWithin + onTheWay }), [session, answersWithin]);
  const ask = useCallback(
    async (operation: Operation, { key, stop, requestId }: AskOptions = {}): Promise<Outcome> => {
      if (missing.length > 0) return { state: 'no-mandate', missing };
      const headers = {
        ...mandateHeaders(mandate, reasonNow.current),
        ...(key && { 'idempotency-key': key }),
        ...(requestId && { 'x-request-id': requestId }),
      };
      const sent = await send(operation, headers, { ...sending, stop });
      if (sent.state === 'answered' && isEndingSoon) void onSession();
      if (sent.state === 'signed-out') await onSession({ refused: session });
      if (sent.state !== 'another-session') return sent;
      const found = await onSession({ refused: session });
      // The same officer has signed in again in another tab: nothing was done yet, and they go on.
      if (found.state !== 'signed-in' || !isSamePerson(found.officer, officer)) return sent;
      return send(operation, headers, { ...sending, session: found.officer.session, stop });
    },
    [mandate, missing, officer, session, sending, isEndingSoon, onSession],
  );
  return useMemo(
    () => ({ officer, mandate, reason, missing, setMandate, setReason, sending, ask }),
    [officer, mandate, reason, missing, setMandate, setReason, sending, ask],
  );
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no desk around this part of the page');
  return desk;
}
