import { useEffect } from 'react';
import { useAnswer } from '../../answer/use-answer.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { type Targets, targetsIn, targetsOperation } from './targets.ts';

/**
 * The values of a dossier that measures can be against, read when they are wanted: they are of other classes than the measures, and a read of them goes on
 * record.
 * @param dossier undefined while none is wanted
 * @param version of the dossier, another of which may have other values
 */
export function useTargets(dossier: string | undefined, version: number | null): Targets | undefined {
  const { missing, officer } = useDesk();
  const { shown, asking, read } = useAnswer(targetsOperation);
  const isReady = missing.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed mandate is no wish to ask again
  useEffect(() => {
    if (dossier !== undefined && isReady && asking?.wanted !== dossier) void read(dossier);
  }, [dossier, version]);
  // While they are read again, one that is not among those of before may be new, and is not gone.
  if (!shown || shown.wanted !== dossier || asking) return undefined;
  const { outcome } = shown;
  return outcome.state === 'answered'
    ? targetsIn(outcome.answer, officer.viewer.agency)
    : { targets: [], gaps: [{ state: 'failed', code: outcome.state }] };
}
