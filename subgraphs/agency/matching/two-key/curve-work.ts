import { type Blinded, blind, blindElement, randomBlinded } from './blind.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import { type Finished, finish, type ToFinish } from './finish.ts';
import type { Indicator } from './indicator.ts';

/** Work on the curve, by what it is, with what it needs and what it gives. All of it is plain data that can be posted to a thread. */
export interface CurveWork {
  /** Identifiers, and dummies where there is undefined. */
  blind: { asked: { slots: readonly (Indicator | undefined)[] }; done: Blinded[] };
  /** Elements that are to be raised to the next epoch, and dummies where there is undefined. */
  blindElements: { asked: { slots: readonly (Uint8Array | undefined)[] }; done: Blinded[] };
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
    case 'blindElements':
      return asked.slots.map((slot) => (slot ? blindElement(slot) : randomBlinded()));
    case 'evaluate':
      return evaluate(asked.key, asked.elements);
    case 'finish':
      return finish(asked);
  }
}
