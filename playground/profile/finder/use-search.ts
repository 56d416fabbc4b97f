import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../../answer/asked.ts';
import { type Outcome, useDesk } from '../../desk/use-desk.ts';
import { lastOne } from '../../wire/last-one.ts';
import { type Found, foundIn } from '../found.ts';
import { type Criteria, operationFor } from './criteria.ts';

/** A search, with the persons of its earlier pages. */
export type Search =
  | { state: 'idle' }
  | { state: 'asking'; before: readonly Found[] }
  | { state: 'done'; criteria: Criteria; outcome: Outcome; asked: Asked; before: readonly Found[] };

/** Searches for persons, page by page. Answers to criteria that are no longer wanted are dropped. */
export function useSearch() {
  const { ask, mandate } = useDesk();
  const [search, setSearch] = useState<Search>({ state: 'idle' });
  const [begin] = useState(lastOne);
  const askFor = useCallback(
    async (criteria: Criteria, before: readonly Found[], after?: string) => {
      const operation = operationFor(criteria, after);
      if (!operation) return;
      const isLast = begin();
      const asked = askedNow(mandate);
      setSearch({ state: 'asking', before });
      const outcome = await ask(operation);
      if (isLast()) setSearch({ state: 'done', criteria, outcome, asked, before });
    },
    [ask, mandate, begin],
  );
  const start = useCallback((criteria: Criteria) => void askFor(criteria, []), [askFor]);
  /** Asks for the page after the last one, of the search whose persons are shown. */
  const goOn = useCallback(() => {
    if (search.state !== 'done' || search.outcome.state !== 'answered') return;
    const finding = foundIn(search.outcome.answer);
    if (finding.state === 'found' && finding.next !== undefined)
      void askFor(search.criteria, [...search.before, ...finding.found], finding.next);
  }, [search, askFor]);
  return { search, start, goOn };
}
