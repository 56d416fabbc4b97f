import { useCallback, useState } from 'react';
import { type Asked, askedNow } from '../answer/asked.ts';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { SurroundingsDocument } from '../generated/operations.ts';
import { lastOne } from '../wire/last-one.ts';
import { operationOf } from '../wire/operation-of.ts';
import { profileDocuments } from './own-documents.ts';

/** A person who was asked for, with the answers about that person alone. */
export type Person =
  | { state: 'none' }
  | { state: 'asking'; id: string }
  | { state: 'told'; id: string; asked: Asked; profile: Outcome; surroundings: Outcome };

/** Asks for a person and the surroundings. Answers for a person who is no longer wanted are dropped. */
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
      const [profile, surroundings] = await Promise.all([
        ask(operationOf(profileDocuments[agency], variables)),
        ask(operationOf(SurroundingsDocument, variables)),
      ]);
      if (isLast()) setPerson({ state: 'told', id, asked, profile, surroundings });
    },
    [ask, mandate, agency, begin],
  );
  const close = useCallback(() => {
    begin();
    setPerson({ state: 'none' });
  }, [begin]);
  return { person, open, close };
}
