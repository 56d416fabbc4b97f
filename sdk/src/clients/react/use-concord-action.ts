import { useCallback, useState } from 'react';
import type { ConcordDocument, SelectionMap } from '../../document/operation-map.ts';
import type { ConcordError } from '../../errors/concord-error.ts';
import type { Outcome } from '../../outcome.ts';
import type { Told } from '../../visible/told.ts';
import { useConcord } from './concord-provider.ts';
import { refusedBy } from './refused-by.ts';

/** An action of a component. */
export type Acting<Data> =
  | { readonly state: 'ready' }
  | { readonly state: 'acting' }
  | { readonly state: 'ended'; readonly outcome: Outcome<Data> }
  /** It was refused, and so nothing was done. */
  | { readonly state: 'refused'; readonly error: ConcordError };

/** Takes an action when the function is called. What has become of it is in the outcome, also where nobody knows. */
export function useConcordAction<Result, Variables extends object, Fields extends SelectionMap>(
  document: ConcordDocument<Result, Variables, Fields, 'mutation'>,
): [take: (variables: NoInfer<Variables>) => Promise<void>, acting: Acting<Told<Result, Fields>>] {
  const client = useConcord();
  const [acting, setActing] = useState<Acting<Told<Result, Fields>>>({ state: 'ready' });
  const take = useCallback(
    async (variables: NoInfer<Variables>) => {
      setActing({ state: 'acting' });
      await client.mutate(document, variables).then(
        (outcome) => setActing({ state: 'ended', outcome }),
        (error: unknown) => setActing({ state: 'refused', error: refusedBy(error) }),
      );
    },
    [client, document],
  );
  return [take, acting];
}
