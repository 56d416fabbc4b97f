import { type Steps, useStep } from '../../step/use-step.ts';
import { type StepInputs, stepOperation } from './step-operations.ts';

/** The steps on requests. */
export type RequestSteps = Steps<StepInputs>;

/** @param onTaken what follows a step that was taken, with the id of its request */
export const useRequestSteps = (onTaken: (id: string) => void): RequestSteps =>
  useStep<StepInputs>(stepOperation, onTaken);
