import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import {
  fitting,
  type MandateDraft,
  type MandatePart,
  mandateHeaders,
  missingParts,
} from './mandate/mandate.ts';
import { type Operation, type Sent, send } from './wire/ask.ts';
import type { Officer } from './wire/session.ts';

/** What became of an operation that an officer wanted to send. */
export type Outcome = Sent | { state: 'no-mandate'; missing: MandatePart[] };

/** What every part of the page shares: who asks, under which mandate, and the one way to ask. */
export interface Desk {
  officer: Officer;
  mandate: MandateDraft;
  missing: MandatePart[];
  setMandate(draft: MandateDraft): void;
  /** Sends nothing without a mandate. `key` is a mutation's. */
  ask(operation: Operation, key?: string): Promise<Outcome>;
}

const storageKey = 'concord:mandate';

const keptMandate = (): MandateDraft => {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
  } catch {
    return {};
  }
};

/**
 * @param onSignedOut when an answer says that the session has ended
 */
export function useNewDesk(officer: Officer, onSignedOut: () => void): Desk {
  const [draft, setDraft] = useState<MandateDraft>(keptMandate);
  const mandate = useMemo(() => fitting(draft, officer.viewer.cases), [draft, officer]);
  const missing = useMemo(() => missingParts(mandate), [mandate]);
  const setMandate = useCallback((next: MandateDraft) => {
    sessionStorage.setItem(storageKey, JSON.stringify(next));
    setDraft(next);
  }, []);
  const ask = useCallback(
    async (operation: Operation, key?: string): Promise<Outcome> => {
      if (missing.length > 0) return { state: 'no-mandate', missing };
      const headers = { ...mandateHeaders(mandate), ...(key && { 'idempotency-key': key }) };
      const sent = await send(operation, headers);
      if (sent.state === 'signed-out') onSignedOut();
      return sent;
    },
    [mandate, missing, onSignedOut],
  );
  return useMemo(
    () => ({ officer, mandate, missing, setMandate, ask }),
    [officer, mandate, missing, setMandate, ask],
  );
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no desk around this part of the page');
  return desk;
}
