import { useCallback, useState } from 'react';
import { asTheyCome } from '../../sdk/src/index.ts';
import { type Agency, agencyNames } from '../../terms/agencies.ts';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { SurroundingsDocument } from '../generated/operations.ts';
import { newIdempotencyKey } from '../query/new-idempotency-key.ts';
import { lastOne } from '../wire/last-one.ts';
import { operationOf } from '../wire/operation-of.ts';
import { dossierIn, gathered, type PartOutcomes } from './gathered.ts';
import { type Part, partDocument, restOf } from './own-documents.ts';

/** A person who was asked for, with the answers about that person alone. */
export type Person =
  | { state: 'none' }
  | { state: 'asking'; id: string }
  /** The surroundings are told once they are there: they need every agency. */
  | { state: 'told'; id: string; asked: Asked; profile: Outcome; surroundings: Outcome | undefined };

type Come = { half: Agency; part: Part; outcome: Outcome } | { half: undefined; outcome: Outcome };

/**
 * Asks for a person, each half by queries of its own under one request id: its summary first, and once that has come the rest, where
 * there is a half. The surroundings are asked for beside them. Each part is shown as it comes. Answers for a person who is no longer
 * wanted are dropped.
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
      const partOf = async (half: Agency, part: Part): Promise<Come> => {
        const outcome = await ask(operationOf(partDocument(part, half), variables), { requestId });
        return { half, part, outcome };
      };
      const parts = agencyNames.flatMap((half) => {
        const summary = partOf(half, 'summary');
        const later = restOf(half, agency).map(async (part) => {
          const { outcome } = await summary;
          const isThere = outcome.state === 'answered' && dossierIn(outcome.answer, half);
          return isThere && isLast() ? partOf(half, part) : undefined;
        });
        return [summary, ...later];
      });
      const around = ask(operationOf(SurroundingsDocument, variables)).then(
        (outcome): Come => ({ half: undefined, outcome }),
      );
      const outcomes: Partial<Record<Agency, PartOutcomes<Exclude<Outcome, { state: 'answered' }>>>> = {};
      let surroundings: Outcome | undefined;
      for await (const come of asTheyCome<Come | undefined>([...parts, around])) {
        if (!isLast()) return;
        if (!come) continue;
        if (come.half) outcomes[come.half] = { ...outcomes[come.half], [come.part]: come.outcome };
        else surroundings = come.outcome;
        const profile = gathered(outcomes, agency);
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
