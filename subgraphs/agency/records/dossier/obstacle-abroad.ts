import { refuse } from '../problem.ts';
import { isCleared } from '../values/status.ts';
import type { DossierRecord } from './dossier-record.ts';
import type { StepResult } from './step.ts';

/** The obstacle to releasing a dossier abroad, and to joining it with another agency's. */
export function obstacleAbroad(
  dossier: Pick<DossierRecord, 'handlingCode' | 'status'>,
): StepResult | undefined {
  if (isCleared(dossier)) {
    const message =
      'This dossier was closed because its person was cleared: it can be neither released nor linked.';
    return refuse('DOSSIER_CLOSED', message, 'dossier');
  }
  if (dossier.handlingCode === 'ORIGINATOR_ONLY') {
    const message = 'This dossier is for its owner alone: have its handling code changed first.';
    return refuse('ORIGINATOR_ONLY', message, 'dossier');
  }
  return undefined;
}
