import type { Steps } from '../../step/use-step.ts';
import type { Provision } from '../own/provision.ts';
import type { Targets } from './targets.ts';

/** Everything that the forms of steps have, whichever measure or dossier they are of. */
export interface StepParts {
  /** Undefined while they have not come. */
  targets: Targets | undefined;
  provisions: readonly Provision[];
  /** False while no step can be taken. */
  isReady: boolean;
  steps: Steps;
  /** The number of plans that the officer has made here: after each the form of a plan begins anew, and never because somebody else has made one. */
  plans: number;
}
