import { useEffect, useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { noProvisions, type Provision, provisionsIn, provisionsOperation } from '../own/provision.ts';

/** The agency's list of provisions, read once when it is wanted and there is a mandate. It says nothing of a record. */
export function useProvisions(isWanted: boolean): readonly Provision[] {
  const { ask, missing, officer } = useDesk();
  const { agency } = officer.viewer;
  const [provisions, setProvisions] = useState(noProvisions);
  const isReady = isWanted && missing.length === 0 && provisions.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate changes nothing of the list
  useEffect(() => {
    if (!isReady) return;
    void ask(provisionsOperation(agency)).then((outcome) => {
      if (outcome.state === 'answered') setProvisions(provisionsIn(outcome.answer, agency));
    });
  }, [isReady, agency]);
  return provisions;
}
