/** The states of a joint operation, which follow from both agencies' steps and from time. */
export type OperationState =
  | 'PROPOSED'
  | 'AGREED'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'ENDED'
  | 'EVALUATED'
  | 'DECLINED'
  | 'LAPSED';

/** The roles in which officers take part; the other agency is told how many there are of each. */
export const operationRoles = ['ANALYST', 'INVESTIGATOR', 'LIAISON', 'SUPERVISOR'] as const;
export type OperationRole = (typeof operationRoles)[number];

/** The kinds of records that an operation can have grown from. */
export const operationOriginKinds = ['LINK', 'ALERT', 'REQUEST'] as const;
export type OperationOriginKind = (typeof operationOriginKinds)[number];

/** What can have worked in an operation, or not. */
export const operationLessons = [
  'JOINT_PLANNING',
  'CLASH_WARNING',
  'SPEED_OF_ANSWERS',
  'EVIDENCE_FOR_COURTS',
  'LEGAL_ASSISTANCE',
  'PROVIDERS',
  'MONEY_TRAIL',
  'ATTRIBUTION',
  'VICTIMS',
  'SECRECY',
  'STAFF',
] as const;
export type OperationLesson = (typeof operationLessons)[number];

/** The steps of officers in an operation, as their agency remembers them. */
export type OperationStepKind =
  | 'PROPOSED'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'RENEWED'
  | 'WORDED'
  | 'SIGNED'
  | 'TURNED_DOWN'
  | 'MEMBERS_NAMED'
  | 'MEASURE_ADDED'
  | 'MEASURE_TAKEN_OUT'
  | 'RESULT_ADDED'
  | 'SUSPENDED'
  | 'RESUMED'
  | 'ENDED'
  | 'EVALUATED';

/** What an agency adds to its results by hand, beside the outcomes of its measures. */
export const operationResultKinds = ['CASES_JOINED', 'CASES_HANDED_OVER', 'GROUPS_BROKEN_UP'] as const;

/** What one agency needs of the other for a measure of its own. */
export const operationNeeds = [
  'SAME_DAY',
  'HOLD_BACK',
  'PRESENCE',
  'INFORMATION',
  'PROVIDER_CONTACT',
  'TRANSLATION',
] as const;
