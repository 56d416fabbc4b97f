import { ConcordError } from '../errors/concord-error.ts';
import type { OperationState } from '../generated/states.ts';
import { type InNewerState, lackingIn } from '../visible/in-state.ts';
import type { Open } from '../visible/visible.ts';

/** The fields that a half has from the moment at which two officers of each agency have agreed. */
const agreed = ['offer', 'case', 'otherCase', 'lead', 'endsAt', 'results'] as const;

/**
 * The fields that a half in a state has, beside those that it has in every state. An operation that was declined or has lapsed was never
 * agreed on, whatever one agency had signed; an ended one is evaluated once both agencies have said what worked.
 */
const promised = {
  PROPOSED: [],
  AGREED: agreed,
  ACTIVE: agreed,
  SUSPENDED: agreed,
  ENDED: agreed,
  EVALUATED: [...agreed, 'evaluation', 'otherEvaluation'],
  DECLINED: [],
  LAPSED: [],
} as const satisfies Record<OperationState, readonly string[]>;

type InState<Half, State extends OperationState> = {
  [Field in keyof Half]: Field extends 'state'
    ? State
    : Field extends (typeof promised)[State][number]
      ? NonNullable<Half[Field]>
      : Half[Field];
};

/**
 * A half of a joint operation as a union by its `state`, derived from the schema's states: what both agencies have agreed on, and what
 * they have said of an operation that is over, can be read without asking whether it is there.
 */
export type OperationInState<Half extends { readonly state: Open<OperationState> }> =
  | { [State in OperationState]: InState<Half, State> }[OperationState]
  | InNewerState<Half>;

/**
 * A half of a joint operation, whichever fields of it the document asks, to be told apart by its state.
 * @throws ConcordError ANSWER_MALFORMED where it lacks what its state promises
 * @example switch (operationInState(half).state) { … }
 */
export function operationInState<Half extends { readonly state: Open<OperationState> }>(
  half: Half,
): OperationInState<Half> {
  const { state } = half;
  const lacking = Object.hasOwn(promised, state) ? lackingIn(half, promised[state as OperationState]) : [];
  if (lacking.length > 0)
    throw new ConcordError(
      { code: 'ANSWER_MALFORMED' },
      `The operation is ${state}, and lacks ${lacking.join(', ')}.`,
    );
  return half as unknown as OperationInState<Half>;
}
