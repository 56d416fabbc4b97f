import { useCallback, useState } from 'react';
import { type Outcome, useDesk } from '../../desk/use-desk.ts';
import { useStep } from '../../step/use-step.ts';
import { lastOne } from '../../wire/last-one.ts';
import { type DeputyInputs, listOperation, stepOperation } from './own-deputies.ts';

/** The officers who are out of office, read when they are asked for and again after each step. */
export function useDeputies() {
  const { ask, officer } = useDesk();
  const { agency } = officer.viewer;
  const [outcome, setOutcome] = useState<Outcome>();
  const [isAsking, setAsking] = useState(false);
  const [begin] = useState(lastOne);
  const read = useCallback(async () => {
    const isLast = begin();
    setAsking(true);
    const found = await ask(listOperation(agency));
    if (!isLast()) return;
    setOutcome(found);
    setAsking(false);
  }, [ask, agency, begin]);
  const taken = useCallback(() => void read(), [read]);
  const steps = useStep<DeputyInputs>(stepOperation, taken);
  return { outcome, isAsking, read, steps };
}
