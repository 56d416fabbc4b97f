import { type Blinded, blind, type Comparable, randomBlinded } from './blind.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import { type Finished, finish, type ToFinish } from './finish.ts';
import {
  type Between,
  blindToRaise,
  finishRaising,
  type Raised,
  raiseFor,
  type ToFinishRaising,
  type ToRaise,
} from './raise.ts';

/** Work on the curve, by what it is, with what it needs and what it gives. All of it is plain data that can be posted to a thread. */
export interface CurveWork {
  /** What is to be compared, and dummies where there is undefined. */
  blind: { asked: { slots: readonly (Comparable | undefined)[] }; done: Blinded[] };
  /** Elements that are to be raised to the next epoch, under the own next key. */
  blindToRaise: { asked: { next: EvaluationKey; slots: readonly ToRaise[] }; done: Blinded[] };
  /** Elements of the other agency that are to be raised by the own factor. */
  raiseFor: { asked: { keys: Between<EvaluationKey>; elements: readonly Uint8Array[] }; done: Raised };
  finishRaising: { asked: ToFinishRaising; done: Finished };
  evaluate: { asked: { key: EvaluationKey; elements: readonly Uint8Array[] }; done: Evaluation };
  finish: { asked: ToFinish; done: Finished };
}

export type CurveWorkKind = keyof CurveWork;

export type AskedWork = { [Kind in CurveWorkKind]: { kind: Kind } & CurveWork[Kind]['asked'] }[CurveWorkKind];
export type DoneWork = CurveWork[CurveWorkKind]['done'];

/** Works in the thread that calls it. */
export function doCurveWork(asked: AskedWork): DoneWork {
  switch (asked.kind) {
    case 'blind':
      return asked.slots.map((slot) => (slot ? blind(slot) : randomBlinded()));
    case 'blindToRaise':
      return asked.slots.map((slot) => blindToRaise(asked.next, slot));
    case 'raiseFor':
      return raiseFor(asked.keys, asked.elements);
    case 'finishRaising':
      return finishRaising(asked);
    case 'evaluate':
      return evaluate(asked.key, asked.elements);
    case 'finish':
      return finish(asked);
  }
}
