/** Claims about the types of records that are read by their state, checked by `npm run types`: each line below `@ts-expect-error` must not compile. */
import { expectTypeOf } from 'expect-type';
import type {
  AlertFragmentTold,
  OperationHalfOfBelarusFragmentTold,
  OperationResultsOfBelarusFragmentTold,
  RequestHalfOfBelarusFragmentTold,
} from '../../../sdk/src/generated/operations.ts';
import type { AlertInState, NewerState, OperationInState, RequestInState } from '../../../sdk/src/index.ts';
import { alertInState, operationInState, requestInState } from '../../../sdk/src/index.ts';

export function aRequestIsReadByItsState(half: RequestHalfOfBelarusFragmentTold): string {
  // @ts-expect-error: it may not have been received
  half.deadline.length;
  const request: RequestInState<RequestHalfOfBelarusFragmentTold> = requestInState(half);
  switch (request.state) {
    case 'DRAFT':
    case 'AUTHORISED':
    case 'SENT':
      // @ts-expect-error: the clock has not begun
      return request.receivedAt.slice(0, 10);
    case 'RECEIVED':
      // @ts-expect-error: it has not ended
      request.endedAt.length;
      return request.deadline;
    case 'CLARIFICATION':
      // @ts-expect-error: the clock stands still
      return request.deadline.slice(0, 10) + request.receivedAt;
    case 'GRANTED':
      // @ts-expect-error: an overseer is told no answer
      request.answer.release;
      return request.answer ? `${request.answer.release} ${request.answer.until}` : request.endedAt;
    case 'PARTIAL':
      return request.answer?.withheld.map(({ ground }) => ground).join() ?? request.endedAt;
    case 'REFUSED':
      // @ts-expect-error: it is a refusal, and no release
      request.answer?.release?.length === request.answer?.withheld.length;
      return request.answer?.ground ?? request.endedAt;
    case 'NO_DATA':
    case 'IMPOSSIBLE':
    case 'LAPSED':
    case 'WITHDRAWN':
    case 'CLOSED':
      return request.endedAt;
    default:
      expectTypeOf(request.state).toEqualTypeOf<NewerState>();
      return request.state;
  }
}

export function anAlertIsReadByItsState(told: AlertFragmentTold): string {
  // @ts-expect-error: nobody may have seen it
  told.acknowledged.by;
  const alert: AlertInState<AlertFragmentTold> = alertInState(told);
  switch (alert.state) {
    case 'NEW':
      // @ts-expect-error: nobody has seen it
      return alert.acknowledged.by;
    case 'ACKNOWLEDGED':
      // @ts-expect-error: nothing was made of it yet
      alert.named.length;
      return alert.acknowledged.by;
    case 'ACTED':
      // @ts-expect-error: it was not dismissed
      alert.reason.length;
      return alert.acted.by + alert.means + alert.named;
    case 'DISMISSED':
      return alert.acknowledged.at + alert.dismissed.by + alert.reason;
    case 'LAPSED':
    case 'CLOSED':
      // @ts-expect-error: it comes to that without anybody having seen it
      return alert.acknowledged.by;
    default:
      expectTypeOf(alert.state).toEqualTypeOf<NewerState>();
      return alert.state;
  }
}

export function aJointOperationIsReadByItsState(half: OperationHalfOfBelarusFragmentTold): string {
  // @ts-expect-error: nobody may lead it yet
  half.lead.length;
  const operation: OperationInState<OperationHalfOfBelarusFragmentTold> = operationInState(half);
  switch (operation.state) {
    case 'PROPOSED':
      // @ts-expect-error: the other agency has named no case yet
      return operation.otherCase.slice(0, 2);
    case 'AGREED':
    case 'ACTIVE':
    case 'SUSPENDED':
    case 'ENDED':
    case 'EVALUATED':
      return `${operation.offer.number} ${operation.case}${operation.otherCase}${operation.lead}${operation.endsAt.slice(0, 10)}`;
    case 'DECLINED':
    case 'LAPSED':
      // @ts-expect-error: it was not agreed on, so it has no end
      return operation.endsAt.slice(0, 10);
    default:
      expectTypeOf(operation.state).toEqualTypeOf<NewerState>();
      return operation.state;
  }
}

export function whatCameOfAJointOperationIsReadByItsState(
  half: OperationResultsOfBelarusFragmentTold,
): string[] {
  const operation = operationInState(half);
  if (operation.state === 'EVALUATED')
    return [...operation.evaluation.worked, ...operation.otherEvaluation.failed];
  if (operation.state !== 'ENDED') return [];
  // @ts-expect-error: the other agency may have told no results
  operation.otherResults.arrested;
  // @ts-expect-error: an agency may not have evaluated it yet
  return operation.evaluation.worked ?? [String(operation.results.arrested)];
}
