import { type JointOperation, type OperationDraft, offerOf } from './joint-operation.ts';
import { isOver, lastDay, operationState } from './operation-state.ts';

/** The step that waits for a second officer, unless the other agency or time has overtaken it since. */
export function draftOf(operation: JointOperation, now: Date): OperationDraft | undefined {
  const { draft } = operation;
  if (!draft) return undefined;
  const state = operationState(operation, now);
  switch (draft.kind) {
    case 'OFFER':
      return state === 'PROPOSED' && draft.n === (offerOf(operation)?.n ?? 0) + 1 ? draft : undefined;
    case 'ACCEPTANCE':
    case 'DECLINE':
      return state === 'PROPOSED' && draft.n === offerOf(operation)?.n ? draft : undefined;
    case 'RENEWAL':
      return !isOver(state) && draft.until > (lastDay(operation) ?? draft.until) ? draft : undefined;
    case 'WORDS':
      return draft;
  }
}
