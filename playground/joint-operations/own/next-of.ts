import type { ListedHalf } from './own-operations.ts';

/** What comes next in an operation, in words: a step of an officer here, one of the other agency, or a day. */
export type Next =
  | 'countersign'
  | 'answer'
  | 'otherAnswers'
  | 'renew'
  | 'resume'
  | 'ownResumes'
  | 'otherResumes'
  | 'evaluate'
  | 'proposeRelease'
  | 'otherEvaluates'
  | 'begins'
  | 'goesOn'
  | 'nothing';

type Waiting = NonNullable<ListedHalf['waits']>;

const nextOfWaiting: Partial<Readonly<Record<Waiting, Next>>> = {
  OPERATION_TO_COUNTERSIGN: 'countersign',
  OPERATION_TO_ANSWER: 'answer',
  OPERATION_TO_RENEW: 'renew',
  OPERATION_TO_RESUME: 'resume',
  OPERATION_TO_EVALUATE: 'evaluate',
  OPERATION_RELEASE_TO_PROPOSE: 'proposeRelease',
};

/** The next thing in an operation: what waits here comes first, then what the other agency or time is to bring. */
export function nextOf({
  state,
  waits,
  isSuspendedHere,
}: Pick<ListedHalf, 'state' | 'waits' | 'isSuspendedHere'>): Next {
  const here = waits === null ? undefined : nextOfWaiting[waits];
  if (here) return here;
  switch (state) {
    case 'PROPOSED':
      return 'otherAnswers';
    case 'AGREED':
      return 'begins';
    case 'ACTIVE':
      return 'goesOn';
    case 'SUSPENDED':
      return isSuspendedHere ? 'ownResumes' : 'otherResumes';
    case 'ENDED':
      return 'otherEvaluates';
    default:
      return 'nothing';
  }
}
