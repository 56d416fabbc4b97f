import { dayOf } from '../../../../terms/days.ts';
import { type OperationState, operationStates } from '../../../../terms/enums.ts';
import { timeOfMessageId } from '../messages/message.ts';
import { operationState } from './half/operation-state.ts';
import type { OperationRecord } from './operation-record.ts';

/** The operations of one state: their number, and the days on which the first and the last came. Nothing of what they are about is in them. */
export interface OperationFigures {
  state: OperationState;
  operations: number;
  first: string;
  last: string;
}

/** Counts operations by state. @param operations in the order in which they came */
export async function operationFigures(
  operations: AsyncIterable<Pick<OperationRecord, 'operation' | 'place'>>,
  now: Date,
): Promise<OperationFigures[]> {
  const counted = new Map<OperationState, OperationFigures>();
  for await (const { operation, place } of operations) {
    const state = operationState(operation, now);
    const day = dayOf(timeOfMessageId(place));
    const { operations: before, first } = counted.get(state) ?? { operations: 0, first: day };
    counted.set(state, { state, operations: before + 1, first, last: day });
  }
  return operationStates.flatMap((state) => counted.get(state) ?? []);
}
