/** The kinds of measure that can be recorded. Each agency has at least one provision for each. */
export const measureKinds = [
  'ARREST',
  'SEARCH',
  'SEIZURE',
  'INTERCEPTION',
  'SURVEILLANCE',
  'ACCOUNT_FREEZE',
  'INTERVIEW',
  'EXTRADITION_REQUEST',
  'OTHER',
] as const;
export type MeasureKind = (typeof measureKinds)[number];
