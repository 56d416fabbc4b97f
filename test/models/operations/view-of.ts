import {
  type JointOperation,
  offerOf,
} from '../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import {
  endOf,
  isSuspended,
  lastDay,
  operationState,
} from '../../../subgraphs/agency/records/operations/half/operation-state.ts';
import type { View } from './oracle/log.ts';

/** A half as its agency shows it, which the oracle compares with what the rules make of it. */
export const viewOf = (operation: JointOperation, now: Date): View => ({
  state: operationState(operation, now),
  offer: offerOf(operation)?.n,
  lastDay: lastDay(operation),
  isSuspended: isSuspended(operation),
  end: endOf(operation)?.getTime(),
});
