import { useCallback, useState } from 'react';
import type { Agency } from '../../terms/agencies.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { lastOne } from '../wire/last-one.ts';
import type { OwnOperation } from '../wire/operation-of.ts';
import { type Asked, askedNow } from './asked.ts';

/** What was asked for, and the answer. */
export interface Answered<Wanted> {
  wanted: Wanted;
  asked: Asked;
  outcome: Outcome;
}

/**
 * One thing of the officer's own agency, read when it is asked for. An answer about one that is no longer wanted is dropped.
 * @param operation the question, the same at each call
 */
export function useAnswer<Wanted = undefined>(operation: (agency: Agency, wanted: Wanted) => OwnOperation) {
  const { ask, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<Answered<Wanted>>();
  const [asking, setAsking] = useState<{ wanted: Wanted }>();
  const [begin] = useState(lastOne);
  const read = useCallback(
    async (wanted: Wanted) => {
      const isLast = begin();
      const asked = askedNow(mandate);
      setAsking({ wanted });
      const outcome = await ask(operation(agency, wanted));
      if (!isLast()) return;
      setShown({ wanted, asked, outcome });
      setAsking(undefined);
    },
    [operation, ask, mandate, agency, begin],
  );
  return { shown, asking, read };
}
