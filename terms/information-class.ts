/** The classes that an agency's policy decides on, in the order of its table's columns. */
export const decidedClasses = [
  'IDENTITY',
  'CONTACT',
  'FINANCIAL',
  'TECHNICAL',
  'CASE',
  'TACTICAL',
  'VICTIM',
] as const;
export type DecidedClass = (typeof decidedClasses)[number];

/** Every class of a field. OPEN is for every viewer who may read any class, LINKAGE for machines alone: both follow from rules. */
export const informationClasses = ['OPEN', ...decidedClasses, 'LINKAGE'] as const;
export type InformationClass = (typeof informationClasses)[number];
