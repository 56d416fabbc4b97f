import type { InformationClass } from '../../../../../terms/enums.ts';
import type { SearchCriteria } from '../../../../../terms/search-exchange.ts';

export type Criterion = keyof SearchCriteria;

/** The class of what each criterion is compared with, as the schema has it of `SuspectCriteria` (tested). */
export const classOfCriterion: Readonly<Record<Criterion, InformationClass>> = {
  names: 'IDENTITY',
  birthDate: 'IDENTITY',
  birthPlace: 'IDENTITY',
  sex: 'IDENTITY',
  document: 'IDENTITY',
  phone: 'CONTACT',
  email: 'CONTACT',
  messenger: 'CONTACT',
  account: 'FINANCIAL',
  card: 'FINANCIAL',
  wallet: 'FINANCIAL',
  imei: 'TECHNICAL',
};

/** The fields of `SuspectCriteria`, and what they become: a name that was heard and the parts of one are the same. */
export const criterionFields: ReadonlyMap<string, Criterion> = new Map<string, Criterion>([
  ['name', 'names'],
  ['surname', 'names'],
  ['givenName', 'names'],
  ['patronymic', 'names'],
  ...(Object.keys(classOfCriterion) as Criterion[])
    .filter((criterion) => criterion !== 'names')
    .map((criterion): [string, Criterion] => [criterion, criterion]),
]);

/** The field of `SuspectCriteria` that a receipt names. */
export const coordinateOfCriterion = (criterion: Criterion): string =>
  `SuspectCriteria.${criterion === 'names' ? 'name' : criterion}`;

export const givenIn = (criteria: SearchCriteria): Criterion[] =>
  (Object.keys(classOfCriterion) as Criterion[]).filter((criterion) => criteria[criterion] !== undefined);

/** The criteria of some classes, and nothing of the others. */
export const criteriaOf = (
  criteria: SearchCriteria,
  isWanted: (informationClass: InformationClass) => boolean,
): SearchCriteria =>
  Object.fromEntries(
    givenIn(criteria)
      .filter((criterion) => isWanted(classOfCriterion[criterion]))
      .map((criterion) => [criterion, criteria[criterion]]),
  );
