import type { Agency } from '../../../../../terms/agencies.ts';
import type { Provision } from '../../../../../terms/codes-of-procedure/provision.ts';
import type { InformationClass } from '../../../../../terms/enums.ts';
import type { Counts } from '../../dossier/counts.ts';
import type { DossierRecord } from '../../dossier/dossier-record.ts';
import type { ReleaseRules } from '../../dossier/releases/read-release.ts';
import type { Author, Step } from '../../dossier/step.ts';
import type { Problem } from '../../problem.ts';
import type { Work } from '../counted-request-step.ts';
import { type InformationRequest, isAccepted } from '../information-request.ts';
import type { RequestChange } from '../request-change.ts';
import type { RequestContents } from '../request-record.ts';

/** Any step on a request names it. */
export interface StepInput {
  request: string;
  /** The version that the officer has read; a step that is right on whatever the request has become names none. */
  version?: number;
}

/** The agency of an officer, and its own rules. */
export interface OwnRules {
  agency: Agency;
  releases: ReleaseRules;
  provisions: readonly Provision[];
}

/** A step as its officer asks for it, on the request as it is decided on now. */
export interface AskedOnRequest<Input = StepInput> {
  request: RequestContents;
  author: Author;
  input: Input;
  own: OwnRules;
}

/** The facts beside the request that a step is decided on. */
export interface StepFacts {
  /** The dossier that the request is about, where there is one. */
  dossier: DossierRecord | null;
  /** The officer, and for a step that takes over also those whose deputy they are. */
  standsInFor: readonly string[];
  /** The work of the officer on what an accepted request is about, for a step that weighs it. */
  work: Work;
}

/** A step that is decided. */
export interface DecidedStep extends RequestChange {
  /** The step on the dossier that belongs to it. */
  onDossier?: { dossier: DossierRecord; step: Step };
  /** The counts for its officer's day. */
  counts?: Counts;
}

/** The outcome of deciding on a step; one that is forbidden is another officer's to take. */
export type Decided = DecidedStep | { problems: Problem[] } | { forbidden: 'TAKEN_BACK_OUTSIDE' };

/** A kind of step that officers take on requests: what its officer must be allowed, and what it makes of the request. */
export interface StepOnRequest<Input = StepInput> {
  /** It tells the other agency something, or writes down what will be told: the mandate names a ground that counts abroad. */
  reachesAbroad?: true;
  /** At the asking agency it is for officers of the request's case alone, as it ends the request or speaks for it. */
  needsCase?: true;
  /** At the asking agency it is for those alone who may read all that the request names its person by. */
  needsCriteria?: true;
  /** The classes of the dossier that its officer must be able to read beside CASE; undefined where it needs none of them. */
  classesRead?(asked: AskedOnRequest<Input>): readonly InformationClass[] | undefined;
  /**
   * The subject is looked up once more before it. Since the form was found in order others may have come to hold what was asked about, and
   * what was found may be told of no more; what takes something back needs no look.
   */
  looksAtSubject?: 'ALWAYS' | 'ONCE_ACCEPTED';
  /** It is about an answer: one about a dossier that may not be told of now is put away. */
  isOfAnswer?: true;
  /** Its officer may name one of several dossiers that the request is about. */
  choosesDossier?: true;
  /** It may take work over from another officer: the deputies are looked up. */
  takesOver?: true;
  /** Its outcome depends on whether its officer works on all, some or none of the dossiers that the request is about. */
  weighsWork?: true;
  decide(asked: AskedOnRequest<Input>, facts: StepFacts): Decided;
}

/** True for a step that turns something down or takes it back, which tells nobody anything. */
export const takesBack = (input: object): boolean => 'approves' in input && input.approves === false;

/** The permissions that a step needs. */
export interface StepNeeds {
  case: boolean;
  criteria: boolean;
  /** Classes of the dossier. */
  reading?: readonly InformationClass[] | undefined;
}

/** The permissions that a step needs on a request as it is now. */
export const needsOf = (step: StepOnRequest, asked: AskedOnRequest): StepNeeds => ({
  case: step.needsCase === true && !takesBack(asked.input),
  criteria: step.needsCriteria === true && asked.request.half.side === 'ASKER',
  reading: step.classesRead?.(asked),
});

/** Tells if the subject of a request is looked up before a step. */
export const looksUp = (
  { looksAtSubject }: StepOnRequest,
  half: InformationRequest,
  input: object,
): boolean =>
  looksAtSubject === 'ALWAYS' ||
  (looksAtSubject === 'ONCE_ACCEPTED' && isAccepted(half) && !takesBack(input));
