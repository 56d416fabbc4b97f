import { useCallback, useState } from 'react';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { newIdempotencyKey } from '../query/new-idempotency-key.ts';
import { lastOne } from '../wire/last-one.ts';
import type { Operation } from '../wire/operation.ts';
import { type Acted, actedIn, listOperation, type Suspension, suspensionsIn } from './suspension.ts';

export interface SuspensionsShown {
  /** Undefined until the list was read. */
  list: Suspension[] | undefined;
  /** A message about the last question, where there is more to say than its answer. */
  outcome: Outcome | undefined;
  acted: Acted | undefined;
  isAsking: boolean;
}

/** The suspended officers, and the one way to change that. */
export function useSuspensions() {
  const { ask, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<SuspensionsShown>({
    list: undefined,
    outcome: undefined,
    acted: undefined,
    isAsking: false,
  });
  const [begin] = useState(lastOne);

  const read = useCallback(
    async (acted?: Acted) => {
      const isLast = begin();
      setShown((before) => ({ ...before, acted, isAsking: true }));
      const outcome = await ask(listOperation(agency));
      if (!isLast()) return;
      const list = outcome.state === 'answered' ? suspensionsIn(outcome.answer, agency) : undefined;
      setShown({ list, outcome, acted, isAsking: false });
    },
    [ask, agency, begin],
  );
  const act = useCallback(
    async (operation: Operation) => {
      setShown((before) => ({ ...before, acted: undefined, isAsking: true }));
      const key = newIdempotencyKey((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
      const outcome = await ask(operation, { key });
      if (outcome.state === 'answered') return read(actedIn(outcome.answer));
      setShown((before) => ({ ...before, outcome, acted: 'failed', isAsking: false }));
    },
    [ask, read],
  );
  return { shown, read, act };
}
