import { useEffect, useState } from 'react';
import type { Agency } from '../../../terms/agencies.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { ProvisionsOfOwnDocuments } from '../../generated/operations.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, operationOf } from '../../wire/operation-of.ts';
import type { Provision } from './plan-draft.ts';

const noProvisions: readonly Provision[] = [];

/** The agency's list of provisions in an answer. */
export const provisionsIn = (answer: Answer, agency: Agency): readonly Provision[] =>
  dataOf(ProvisionsOfOwnDocuments[agency], answer)?.agency?.provisions ?? noProvisions;

/** The agency's list of provisions, read once when it is wanted and there is a mandate. It says nothing of a record. */
export function useProvisions(isWanted: boolean): readonly Provision[] {
  const { ask, missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const [provisions, setProvisions] = useState(noProvisions);
  const isReady = isWanted && missing.length === 0 && provisions.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate changes nothing of the list
  useEffect(() => {
    if (!isReady) return;
    void ask(operationOf(ProvisionsOfOwnDocuments[agency], {})).then((outcome) => {
      if (outcome.state === 'answered') setProvisions(provisionsIn(outcome.answer, agency));
    });
  }, [isReady, agency]);
  return provisions;
}
