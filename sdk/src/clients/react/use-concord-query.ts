import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../answer.ts';
import type { ConcordDocument, SelectionMap } from '../../document/operation-map.ts';
import type { ConcordError } from '../../errors/concord-error.ts';
import type { Told } from '../../visible/told.ts';
import { useConcord } from './concord-provider.ts';
import { refusedBy } from './refused-by.ts';

/** A question of a component, until it is answered and after. */
export type Asked<Data> = {
  /** Asks anew; what was answered before is shown until then. */
  readonly askAgain: () => void;
} & (
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly answer: Answer<Data> }
  /** All of it was refused, or could not be asked. */
  | { readonly state: 'refused'; readonly error: ConcordError }
);

type Ended<Data> =
  | { readonly state: 'answered'; readonly answer: Answer<Data> }
  | { readonly state: 'refused'; readonly error: ConcordError };

/**
 * Asks a query when the component appears, and again when its variables or the client change. An answer is shown for the question and
 * the client that it came for, and never for another.
 */
export function useConcordQuery<Result, Variables extends object, Fields extends SelectionMap>(
  document: ConcordDocument<Result, Variables, Fields, 'query'>,
  variables: NoInfer<Variables>,
): Asked<Told<Result, Fields>> {
  const client = useConcord();
  const [round, setRound] = useState(0);
  const [ended, setEnded] = useState<{ question: object; told: Ended<Told<Result, Fields>> }>();
  const asked = JSON.stringify(variables);
  const question = useMemo(
    () => ({ client, document, variables: JSON.parse(asked) as Variables }),
    [client, document, asked],
  );
  // A new round asks the same question again.
  useEffect(() => {
    const leaving = new AbortController();
    const end = (told: Ended<Told<Result, Fields>>) => {
      if (!leaving.signal.aborted) setEnded({ question, told });
    };
    question.client
      .query(question.document, question.variables as NoInfer<Variables>, { signal: leaving.signal })
      .then(
        (answer) => end({ state: 'answered', answer }),
        (error: unknown) => end({ state: 'refused', error: refusedBy(error) }),
      );
    return () => leaving.abort();
  }, [question, round]);
  const askAgain = useCallback(() => setRound((before) => before + 1), []);
  return ended?.question === question ? { ...ended.told, askAgain } : { state: 'asking', askAgain };
}
