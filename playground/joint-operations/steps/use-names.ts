import { useEffect } from 'react';
import { useAnswer } from '../../answer/use-answer.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { namesIn, namesOperation } from '../own/own-operations.ts';

/** The code names that are free, read once when they are wanted and there is a mandate; undefined while they have not come. */
export function useNames(isWanted: boolean): readonly string[] | undefined {
  const { missing, officer } = useDesk();
  const { shown, asking, read } = useAnswer(namesOperation);
  const isReady = isWanted && missing.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate changes nothing of the list
  useEffect(() => {
    if (isReady && !shown && !asking) void read(undefined);
  }, [isReady]);
  if (!shown) return undefined;
  return shown.outcome.state === 'answered' ? namesIn(shown.outcome.answer, officer.viewer.agency) : [];
}
