import { counted, type StepResult } from '../step.ts';

/** The most links, releases, removals of values and proposals of other cases' dossiers that an officer takes back in a day. */
const mostTakenBackADay = 20;

/**
 * A step that takes back a link, a release, the removal of values or a proposal, which any supervisor may: from outside of the dossier's cases it counts
 * against the officer's day, and supervisors of those cases are told.
 */
export const takenBack = (result: StepResult, isOutside: boolean, number = 1): StepResult =>
  isOutside ? counted(result, { takenBack: { number, most: mostTakenBackADay } }) : result;
