import type { MessageKey } from '../../messages/en.ts';
import type { StepName } from '../../step/step-operation.ts';

/** Steps after which nothing leads back. */
const finalSteps: readonly StepName[] = [
  'startMeasure',
  'finishMeasure',
  'cancelMeasure',
  'liftMeasure',
  'coordinateMeasure',
  'overrideMeasure',
];

/** Texts that an officer is told before they confirm a step on a measure: one that cannot be undone, or that has a dossier's secret compared, says so. */
export function toldBefore(step: StepName, input: object): MessageKey[] {
  if ('compareSecret' in input && input.compareSecret === true)
    return ['measureCheck.secretHint', 'measures.final'];
  return finalSteps.includes(step) ? ['measures.final'] : [];
}
