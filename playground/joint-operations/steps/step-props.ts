import type { Steps } from '../../step/use-step.ts';
import type { OperationHalf } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';

/** Everything that the forms of steps on an operation have. */
export interface StepProps {
  id: string;
  half: OperationHalf;
  /** The day of today where measures are taken. */
  today: string;
  /** False while no step can be taken. */
  isReady: boolean;
  steps: Steps;
  ways: Ways;
}
