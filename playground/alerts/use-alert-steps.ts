import { type Steps, useStep } from '../step/use-step.ts';
import { type AlertInputs, stepOperation } from './alert-steps.ts';

/** The steps on alerts. */
export type AlertSteps = Steps<AlertInputs>;

/** @param onTaken what follows a step that was taken, with the id of its alert */
export const useAlertSteps = (onTaken: (id: string) => void): AlertSteps =>
  useStep<AlertInputs>(stepOperation, onTaken);
