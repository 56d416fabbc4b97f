import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { lastOne } from '../wire/last-one.ts';
import { alertOperation } from './own-alerts.ts';

/** An alert that was asked for. */
export interface AlertShown {
  id: string;
  asked: Asked;
  outcome: Outcome;
}

/** One alert, read when it is asked for. An answer about one that is no longer wanted is dropped. */
export function useAlert() {
  const { ask, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<AlertShown>();
  const [asking, setAsking] = useState<string>();
  const [begin] = useState(lastOne);
  const read = useCallback(
    async (id: string) => {
      const isLast = begin();
      const asked = askedNow(mandate);
      setAsking(id);
      const outcome = await ask(alertOperation(agency, id));
      if (!isLast()) return;
      setShown({ id, asked, outcome });
      setAsking(undefined);
    },
    [ask, mandate, agency, begin],
  );
  return { shown, asking, read };
}
