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
  | 'SUSPENDED'
  | 'RESUMED'
  | 'ENDED'
  | 'EVALUATED';
