import type { Written } from '../storage/database/written.ts';

/**
 * The number of times that a step is decided. A record is written by people and by the other agency's messages: one that is written
 * five times within one step is not the work of people.
 */
export const mostAttempts = 5;

/** The consequence of a record as it was read: a step to write, or an answer without one. */
export type StepOrAnswer<Step, Answer> = { step: Step } | { answer: Answer };

/** The outcome of taking a step. Only WRITTEN has written anything. */
export type Taken<Before, Step, Answer, Refusal extends string = never> =
  | { kind: 'WRITTEN'; before: Before; step: Step }
  | { kind: 'ANSWERED'; answer: Answer }
  /** The database has refused the step, whatever it would be decided on. */
  | { kind: 'REFUSED'; refusal: Refusal }
  /** Others wrote the record each time; `before` is what it was at the last. */
  | { kind: 'CONTENDED'; before: Before };

export interface Stepping<Before, Step, Answer, Refusal extends string = never> {
  /** Everything that the decision stands on, read anew each time. */
  read(): Promise<Before>;
  /** Writes nothing, so that it can be done again. */
  decide(before: Before): StepOrAnswer<Step, Answer> | Promise<StepOrAnswer<Step, Answer>>;
  /** Writes the step on the condition that nobody wrote since, whole or not at all. */
  write(step: Step, before: Before): Promise<Written | Refusal>;
}

/**
 * Takes one step on a record that others write too. After a conflict the step is decided anew on what the record has become.
 *
 *     read -> decide -> write -> WRITTEN | REFUSED
 *      ^        |         |
 *      |     ANSWERED  conflict -> CONTENDED, the fifth time
 *      +------------------+
 */
export async function takeStep<Before, Step, Answer, Refusal extends string = never>({
  read,
  decide,
  write,
}: Stepping<Before, Step, Answer, Refusal>): Promise<Taken<Before, Step, Answer, Refusal>> {
  for (let attempt = 1; ; attempt++) {
    const before = await read();
    const decided = await decide(before);
    if ('answer' in decided) return { kind: 'ANSWERED', answer: decided.answer };
    const written = await write(decided.step, before);
    if (written === 'WRITTEN') return { kind: 'WRITTEN', before, step: decided.step };
    if (written !== 'CONFLICT') return { kind: 'REFUSED', refusal: written };
    if (attempt === mostAttempts) return { kind: 'CONTENDED', before };
  }
}
