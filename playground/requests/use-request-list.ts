import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { lastOne } from '../wire/last-one.ts';
import {
  type ListChoice,
  type ListedRequest,
  listIn,
  listOperation,
  type RequestPage,
} from './half/own-requests.ts';

/** A list as far as its pages were read. */
export interface ListShown {
  choice: ListChoice;
  asked: Asked;
  outcome: Outcome;
  /** The requests of every page that was read. */
  requests: readonly ListedRequest[];
  page: RequestPage | undefined;
}

/** The requests of a box, a page at a time. An answer to a list that is no longer wanted is dropped. */
export function useRequestList() {
  const { ask, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<ListShown>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  const read = useCallback(
    async (choice: ListChoice, before?: ListShown) => {
      const isLast = begin();
      const asked = askedNow(mandate);
      setAsking(true);
      const outcome = await ask(listOperation(agency, choice, before?.page?.pageInfo.endCursor));
      if (!isLast()) return;
      const found = outcome.state === 'answered' ? listIn(outcome.answer, agency) : undefined;
      const page = found && 'page' in found ? found.page : undefined;
      const requests = [...(before?.requests ?? []), ...(page?.nodes ?? [])];
      setShown({ choice, asked, outcome, requests, page });
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

export type RequestList = ReturnType<typeof useRequestList>;
