import { ConcordError } from '../errors/concord-error.ts';
import type { RequestAnswerKind, RequestState } from '../generated/states.ts';
import { type InNewerState, lackingIn } from '../visible/in-state.ts';
import type { Open } from '../visible/visible.ts';

/**
 * The fields that a request in a state has, beside those that it has in every state. The deadline of a request whose clock stands still
 * is not known, and one that has ended has none to keep.
 */
const promised = {
  DRAFT: [],
  AUTHORISED: [],
  SENT: [],
  RECEIVED: ['receivedAt', 'deadline'],
  CLARIFICATION: ['receivedAt'],
  GRANTED: ['receivedAt', 'endedAt'],
  PARTIAL: ['receivedAt', 'endedAt'],
  REFUSED: ['receivedAt', 'endedAt'],
  NO_DATA: ['receivedAt', 'endedAt'],
  IMPOSSIBLE: ['receivedAt', 'endedAt'],
  LAPSED: ['receivedAt', 'endedAt'],
  WITHDRAWN: ['endedAt'],
  CLOSED: ['endedAt'],
} as const satisfies Record<RequestState, readonly string[]>;

/** The fields that an answer of a kind has. */
const answered = {
  GRANTED: ['classes', 'release', 'until'],
  PARTIAL: ['classes', 'release', 'until', 'withheld'],
  REFUSED: ['ground'],
  NO_DATA: [],
  IMPOSSIBLE: [],
} as const satisfies Record<RequestAnswerKind, readonly string[]>;

/** The answer of a kind, with the fields that it has. */
type AnswerOfKind<Answer, Kind extends RequestAnswerKind> = {
  [Field in keyof Answer]: Field extends 'kind'
    ? Kind
    : Field extends (typeof answered)[Kind][number]
      ? NonNullable<Answer[Field]>
      : Answer[Field];
};

type AnswerIn<Answer, State extends RequestState> = State extends RequestAnswerKind
  ? AnswerOfKind<NonNullable<Answer>, State> | null
  : Answer;

type InState<Half, State extends RequestState> = {
  [Field in keyof Half]: Field extends 'state'
    ? State
    : Field extends 'answer'
      ? AnswerIn<Half[Field], State>
      : Field extends (typeof promised)[State][number]
        ? NonNullable<Half[Field]>
        : Half[Field];
};

/**
 * A half of a request as a union by its `state`, derived from the schema's states: what a request in that state has can be read without
 * asking whether it is there. An answer can be null all the same: an OVERSEER is not told it.
 */
export type RequestInState<Half extends { readonly state: Open<RequestState> }> =
  | { [State in RequestState]: InState<Half, State> }[RequestState]
  | InNewerState<Half>;

/**
 * A half of a request, whichever fields of it the document asks, to be told apart by its state.
 * @throws ConcordError ANSWER_MALFORMED where it lacks what its state promises
 * @example switch (requestInState(half).state) { … }
 */
export function requestInState<Half extends { readonly state: Open<RequestState> }>(
  half: Half,
): RequestInState<Half> {
  const { state } = half;
  const lacking = Object.hasOwn(promised, state) ? lackingIn(half, promised[state as RequestState]) : [];
  const { answer } = half as { answer?: { kind?: string } | null };
  const kind = answer?.kind;
  if (answer && kind !== undefined && Object.hasOwn(answered, kind))
    lacking.push(...lackingIn(answer, answered[kind as RequestAnswerKind]).map((name) => `answer.${name}`));
  if (lacking.length > 0)
    throw new ConcordError(
      { code: 'ANSWER_MALFORMED' },
      `The request is ${state}, and lacks ${lacking.join(', ')}.`,
    );
  return half as unknown as RequestInState<Half>;
}
