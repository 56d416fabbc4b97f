import { useCallback } from 'react';
import { useAnswer } from '../../answer/use-answer.ts';
import { useStep } from '../../step/use-step.ts';
import { listOperation } from './own-deputies.ts';

/** The officers who are out of office, read when they are asked for and again after each step. */
export function useDeputies() {
  const { shown, asking, read } = useAnswer(listOperation);
  const taken = useCallback(() => void read(undefined), [read]);
  const steps = useStep(taken);
  return { outcome: shown?.outcome, isAsking: asking !== undefined, read, steps };
}
