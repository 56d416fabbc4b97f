import { once } from '../counts.ts';
import { counted, type StepResult } from '../step.ts';

/** The proposals of links and releases of one officer in a day: each waits for a second officer, and no list is to be filled by one. */
const mostProposedADay = 50;
/** Those of them on dossiers of which no case is the officer's. */
const mostProposedOutsideADay = 20;

/** A step that proposes a link or a release, with what it counts for the officer's day. */
export const countedProposal = (result: StepResult, isOutside: boolean): StepResult =>
  counted(result, {
    proposed: once(mostProposedADay),
    ...(isOutside && { proposedOutside: once(mostProposedOutsideADay) }),
  });
