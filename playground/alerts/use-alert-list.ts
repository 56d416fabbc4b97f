import { useCallback, useState } from 'react';
import type { AlertState } from '../../terms/enums.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { lastOne } from '../wire/last-one.ts';
import { type AlertPage, type ListedAlert, listIn, listOperation } from './own-alerts.ts';

/** A list as far as its pages were read. */
export interface AlertListShown {
  /** The state that was chosen; alerts in any state where there is none. */
  state: AlertState | undefined;
  asked: Asked;
  outcome: Outcome;
  /** The alerts of every page that was read. */
  alerts: readonly ListedAlert[];
  page: AlertPage | undefined;
}

/** The alerts that an officer may know of, a page at a time. An answer to a list that is no longer wanted is dropped. */
export function useAlertList() {
  const { ask, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<AlertListShown>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  const read = useCallback(
    async (state: AlertState | undefined, before?: AlertListShown) => {
      const isLast = begin();
      const asked = askedNow(mandate);
      setAsking(true);
      const outcome = await ask(listOperation(agency, state, before?.page?.pageInfo.endCursor));
      if (!isLast()) return;
      const found = outcome.state === 'answered' ? listIn(outcome.answer, agency) : undefined;
      const page = found && 'page' in found ? found.page : undefined;
      const alerts = [...(before?.alerts ?? []), ...(page?.nodes ?? [])];
      setShown({ state, asked, outcome, alerts, page });
      setAsking(false);
    },
    [ask, mandate, agency, begin],
  );
  /** After a step a list is not what it was, and is asked for again. */
  const forget = useCallback(() => {
    begin();
    setShown(undefined);
    setAsking(false);
  }, [begin]);
  return { shown, isAsking, read, forget };
}

export type AlertList = ReturnType<typeof useAlertList>;
