import { useCallback, useState } from 'react';
import { asTheyCome } from '../../sdk/src/index.ts';
import { type Agency, agencyNames } from '../../terms/agencies.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { SurroundingsDocument } from '../generated/operations.ts';
import { newIdempotencyKey } from '../query/new-idempotency-key.ts';
import { lastOne } from '../wire/last-one.ts';
import { operationOf } from '../wire/operation-of.ts';
import { gathered } from './gathered.ts';
import { halfDocument } from './own-documents.ts';

/** A person who was asked for, with the answers about that person alone. */
export type Person =
  | { state: 'none' }
  | { state: 'asking'; id: string }
  /** The surroundings are told once they are there: they need every agency. */
  | { state: 'told'; id: string; asked: Asked; profile: Outcome; surroundings: Outcome | undefined };

/**
 * Asks for a person, each half by a query of its own under one request id, and for the surroundings. Each half is shown as it comes.
 * Answers for a person who is no longer wanted are dropped.
 */
export function usePerson(): { person: Person; open: (id: string) => Promise<void>; close: () => void } {
  const { ask, mandate, officer } = useDesk();
  const [person, setPerson] = useState<Person>({ state: 'none' });
  const [begin] = useState(lastOne);
  const { agency } = officer.viewer;
  const open = useCallback(
    async (id: string) => {
      const isLast = begin();
      const asked = askedNow(mandate);
      setPerson({ state: 'asking', id });
      const variables = { id };
      const requestId = newIdempotencyKey((bytes) =>
        crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
      );
      const halves = agencyNames.map(async (name) => {
        const operation = operationOf(halfDocument(name, agency), variables);
        return { half: name, outcome: await ask(operation, { requestId }) } as const;
      });
      const around = ask(operationOf(SurroundingsDocument, variables)).then(
        (outcome) => ({ half: undefined, outcome }) as const,
      );
      let outcomes: Partial<Record<Agency, Outcome>> = {};
      let surroundings: Outcome | undefined;
      for await (const { half, outcome } of asTheyCome<{ half: Agency | undefined; outcome: Outcome }>([
        ...halves,
        around,
      ])) {
        if (!isLast()) return;
        if (half) outcomes = { ...outcomes, [half]: outcome };
        else surroundings = outcome;
        const profile = gathered(outcomes);
        if (profile) setPerson({ state: 'told', id, asked, profile, surroundings });
      }
    },
    [ask, mandate, agency, begin],
  );
  const close = useCallback(() => {
    begin();
    setPerson({ state: 'none' });
  }, [begin]);
  return { person, open, close };
}
