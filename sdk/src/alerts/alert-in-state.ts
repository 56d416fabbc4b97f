import { ConcordError } from '../errors/concord-error.ts';
import type { AlertState } from '../generated/states.ts';
import { type InNewerState, lackingIn } from '../visible/in-state.ts';
import type { Open } from '../visible/visible.ts';

/**
 * The fields that an alert in a state has, beside those that it has in every state. Nobody acts on an alert or dismisses it before
 * somebody has seen it; it lapses and is closed whatever was done.
 */
const promised = {
  NEW: [],
  ACKNOWLEDGED: ['acknowledged'],
  ACTED: ['acknowledged', 'acted', 'means', 'named'],
  DISMISSED: ['acknowledged', 'dismissed', 'reason'],
  LAPSED: [],
  CLOSED: [],
} as const satisfies Record<AlertState, readonly string[]>;

type InState<Told, State extends AlertState> = {
  [Field in keyof Told]: Field extends 'state'
    ? State
    : Field extends (typeof promised)[State][number]
      ? NonNullable<Told[Field]>
      : Told[Field];
};

/**
 * An alert as a union by its `state`, derived from the schema's states: who has seen it, and what became of it, can be read without asking
 * whether it is there.
 */
export type AlertInState<Told extends { readonly state: Open<AlertState> }> =
  | { [State in AlertState]: InState<Told, State> }[AlertState]
  | InNewerState<Told>;

/**
 * An alert, whichever fields of it the document asks, to be told apart by its state.
 * @throws ConcordError ANSWER_MALFORMED where it lacks what its state promises
 * @example switch (alertInState(alert).state) { … }
 */
export function alertInState<Told extends { readonly state: Open<AlertState> }>(
  alert: Told,
): AlertInState<Told> {
  const { state } = alert;
  const lacking = Object.hasOwn(promised, state) ? lackingIn(alert, promised[state as AlertState]) : [];
  if (lacking.length > 0)
    throw new ConcordError(
      { code: 'ANSWER_MALFORMED' },
      `The alert is ${state}, and lacks ${lacking.join(', ')}.`,
    );
  return alert as unknown as AlertInState<Told>;
}
