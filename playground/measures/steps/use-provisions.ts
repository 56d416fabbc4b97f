import { useEffect } from 'react';
import type { Gap } from '../../answer/gap.ts';
import { useAnswer } from '../../answer/use-answer.ts';
import { type Outcome, useDesk } from '../../desk/use-desk.ts';
import { type Provision, provisionsIn, provisionsOperation } from '../own/provision.ts';

/** The agency's list of provisions as far as it was read. */
export interface Provisions {
  provisions: readonly Provision[];
  /** The outcome of a read that brought no list, and the reason that the answer gives, where there is an answer. */
  failed: { outcome: Outcome; gap: Gap | undefined } | undefined;
  isAsking: boolean;
  readAgain(): void;
}

const none: readonly Provision[] = [];

/** The agency's list of provisions, read once when it is wanted and there is a mandate. It says nothing of a record. */
export function useProvisions(isWanted: boolean): Provisions {
  const { missing, officer } = useDesk();
  const { shown, asking, read } = useAnswer(provisionsOperation);
  const isReady = isWanted && missing.length === 0;
  const readAgain = () => void read(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate changes nothing of the list, and one that failed is asked for again by the officer
  useEffect(() => {
    if (isReady && !shown && !asking) readAgain();
  }, [isReady]);
  const outcome = shown?.outcome;
  const found =
    outcome?.state === 'answered' ? provisionsIn(outcome.answer, officer.viewer.agency) : undefined;
  const isRead = found !== undefined && 'provisions' in found;
  return {
    provisions: isRead ? found.provisions : none,
    failed:
      outcome && !isRead ? { outcome, gap: found && 'gap' in found ? found.gap : undefined } : undefined,
    isAsking: asking !== undefined,
    readAgain,
  };
}
