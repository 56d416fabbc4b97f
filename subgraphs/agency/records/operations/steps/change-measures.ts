import { isDeepStrictEqual } from 'node:util';
import type { MeasureOutcome } from '../../values/measure-outcome.ts';
import { agreedAt } from '../half/agreed-at.ts';
import type { JointOperation, OfficerStep } from '../half/joint-operation.ts';
import { done, type OperationEvent, type OperationTransition, refused } from '../half/operation-event.ts';
import { operationLimits } from '../half/operation-limits.ts';
import { type OperationResults, resultsOf } from '../half/operation-results.ts';
import { isOver, operationState } from '../half/operation-state.ts';
import type { ToldMeasure } from '../half/told-measure.ts';

/** Puts a measure among those of the operation, or takes it out. What the other agency is told of it follows from its dossier, see `withMeasuresNow`. */
export function changeMeasures(
  operation: JointOperation,
  event: Extract<OperationEvent, { kind: 'ADD_MEASURE' | 'TAKE_MEASURE_OUT' }>,
): OperationTransition {
  if (isOver(operationState(operation, event.at))) return refused('OVER');
  if (!agreedAt(operation)) return refused('NOT_AGREED');
  const { measures } = operation;
  if (event.kind === 'TAKE_MEASURE_OUT') {
    if (!measures.some(({ id }) => id === event.measure)) return refused('NO_MEASURE');
    const left = measures.filter(({ id }) => id !== event.measure);
    return { operation: { ...operation, measures: left }, tells: false };
  }
  const { dossier, of } = event.measure;
  if (measures.some((each) => each.dossier === dossier && each.of === of)) return refused('MEASURE_THERE');
  if (measures.length >= operationLimits.measures) return refused('TOO_MANY_MEASURES');
  return { operation: { ...operation, measures: [...measures, event.measure] }, tells: false };
}

/** Results are added while it goes on and after its end, until the agency has said what came of it. */
export function addResult(
  operation: JointOperation,
  { result }: OfficerStep & { result: OperationResults['added'][number] },
): OperationTransition {
  if (!agreedAt(operation)) return refused('NOT_AGREED');
  if (operation.mine.evaluation) return refused('ALREADY_EVALUATED');
  return { operation: { ...operation, added: [...operation.added, result] }, tells: false };
}

/**
 * The operation with what the other agency is told of its measures as they are now; undefined where that is as it was told. Once the
 * agency has said what came of it, its half is closed.
 */
export function withMeasuresNow(
  operation: JointOperation,
  plan: readonly ToldMeasure[],
  outcomes: readonly MeasureOutcome[],
): JointOperation | undefined {
  const { mine } = operation;
  if (!agreedAt(operation) || mine.evaluation) return undefined;
  const now = { plan: [...plan], results: resultsOf(outcomes, operation.added) };
  const told = { plan: mine.plan, results: mine.results ?? resultsOf([], []) };
  if (isDeepStrictEqual(now, told)) return undefined;
  const after = done(operation, now);
  return 'operation' in after ? after.operation : undefined;
}
