import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import { type StepInputs, stepDocuments } from '../generated/operations.ts';
import { type OwnOperation, operationOf } from '../wire/operation-of.ts';

/** A step that this page takes: each that it has words for (`step.` in its messages). */
export type StepName = keyof StepInputs;

type StepDocuments<Input> = Record<Agency, ConcordDocument<unknown, { input: Input }, SelectionMap>>;

const documents: { [Step in StepName]: StepDocuments<StepInputs[Step]> } = stepDocuments;

/** A step as it is sent to the officer's own agency. */
export const stepOperation = <Step extends StepName>(
  agency: Agency,
  step: Step,
  input: StepInputs[Step],
): OwnOperation => operationOf(documents[step][agency], { input });
