import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import type { Gap } from '../answer/gap.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { lastOne } from '../wire/last-one.ts';
import type { Page, PagedQuestion } from './page.ts';

/** A list as far as its pages were read. */
export interface Listed<Choice, OnePage extends Page<unknown>> {
  choice: Choice;
  asked: Asked;
  outcome: Outcome;
  /** The items of every page that was read. */
  items: OnePage['nodes'];
  /** The last page. */
  page: OnePage | undefined;
  /** The reason why there is no page, where the answer says one. */
  gap: Gap | undefined;
}

/**
 * A list, read a page at a time. An answer to a list that is no longer wanted is dropped.
 * @param question the same at each call
 */
export function usePagedList<Choice, OnePage extends Page<unknown>>(
  question: PagedQuestion<Choice, OnePage>,
) {
  const { ask, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const [shown, setShown] = useState<Listed<Choice, OnePage>>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  /** @param before what was read already, where its next page is wanted */
  const readPage = useCallback(
    async (choice: Choice, before?: Listed<Choice, OnePage>): Promise<OnePage | undefined> => {
      const isLast = begin();
      const asked = askedNow(mandate);
      setAsking(true);
      const outcome = await ask(question.operation(agency, choice, before?.page?.pageInfo.endCursor));
      if (!isLast()) return undefined;
      const found = outcome.state === 'answered' ? question.pageIn(outcome.answer, agency) : undefined;
      const page = found && 'page' in found ? found.page : undefined;
      const gap = found && 'gap' in found ? found.gap : undefined;
      const items = [...(before?.items ?? []), ...(page?.nodes ?? [])];
      setShown({ choice, asked, outcome, items, page, gap });
      setAsking(false);
      return page;
    },
    [question, ask, mandate, agency, begin],
  );
  /** @returns the first page */
  const read = useCallback((choice: Choice) => readPage(choice), [readPage]);
  const readMore = useCallback(() => (shown ? readPage(shown.choice, shown) : undefined), [readPage, shown]);
  /** After a step a list is not what it was, and is asked for again. */
  const forget = useCallback(() => {
    begin();
    setShown(undefined);
    setAsking(false);
  }, [begin]);
  return { shown, isAsking, read, readMore, forget };
}

export type PagedList<Choice, OnePage extends Page<unknown>> = ReturnType<
  typeof usePagedList<Choice, OnePage>
>;
