import { useCallback, useState } from 'react';
import { isUnanswered, type Outcome, useDesk } from '../desk/use-desk.ts';
import type { StepInputs } from '../generated/operations.ts';
import type { MessageKey } from '../messages/en.ts';
import { newIdempotencyKey } from '../query/new-idempotency-key.ts';
import { lastOne } from '../wire/last-one.ts';
import type { OwnOperation } from '../wire/operation-of.ts';
import { type Acted, actedIn } from './acted.ts';
import { type StepName, stepOperation } from './step-operation.ts';

interface Chosen {
  step: StepName;
  operation: OwnOperation;
  key: string;
  /** Said in the question whether the step is meant, besides its name. */
  told: readonly MessageKey[];
}

/** A step on a record, from the choice of it to its outcome. */
export type StepState =
  | { state: 'none' }
  /** Chosen, and not sent before the officer has confirmed it. */
  | { state: 'to-confirm'; chosen: Chosen }
  | { state: 'sending'; chosen: Chosen }
  | { state: 'done'; chosen: Chosen; outcome: Outcome; acted: Acted };

/** A step that was chosen, and what the officer says to it. */
export interface StepAsked {
  step: StepState;
  confirm(): void;
  again(): void;
  clear(): void;
}

/** The way in which a step is chosen, and what became of it. */
export interface Steps extends StepAsked {
  /** @param told what the officer is told before they confirm it, besides its name */
  choose<Step extends StepName>(step: Step, input: StepInputs[Step], told?: readonly MessageKey[]): void;
}

const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

const actedBy = (outcome: Outcome): Acted => {
  if (outcome.state === 'answered') return actedIn(outcome.answer);
  return { state: isUnanswered(outcome) ? 'unknown' : 'stopped' };
};

/**
 * The one way in which this page takes a step on a record: it is asked about once more, gets an idempotency key of its own, and can be
 * asked again with the same key where nobody knows whether it was taken.
 * @param onTaken what follows a step that was taken, with the id of its record
 */
export function useStep(onTaken: (id: string, step: StepName) => void): Steps {
  const { ask, officer } = useDesk();
  const { agency } = officer.viewer;
  const [step, setStep] = useState<StepState>({ state: 'none' });
  const [begin] = useState(lastOne);
  const choose = useCallback(
    <Step extends StepName>(name: Step, input: StepInputs[Step], told: readonly MessageKey[] = []) => {
      const operation = stepOperation(agency, name, input);
      setStep({
        state: 'to-confirm',
        chosen: { step: name, operation, key: newIdempotencyKey(random), told },
      });
    },
    [agency],
  );
  const send = useCallback(
    async (chosen: Chosen) => {
      setStep({ state: 'sending', chosen });
      // An officer who has gone on to another record is not taken back, nor told of this one there.
      const isLast = begin();
      const outcome = await ask(chosen.operation, { key: chosen.key });
      if (!isLast()) return;
      const acted = actedBy(outcome);
      setStep({ state: 'done', chosen, outcome, acted });
      if (acted.state === 'taken') onTaken(acted.id, chosen.step);
    },
    [ask, onTaken, begin],
  );
  const confirm = useCallback(() => {
    if (step.state === 'to-confirm') void send(step.chosen);
  }, [step, send]);
  const again = useCallback(() => {
    if (step.state === 'done' && step.acted.state === 'unknown') void send(step.chosen);
  }, [step, send]);
  const clear = useCallback(() => {
    begin();
    setStep({ state: 'none' });
  }, [begin]);
  return { step, choose, confirm, again, clear };
}
