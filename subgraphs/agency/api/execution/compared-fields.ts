import type { InformationClass } from '../../../../terms/enums.ts';
import type { DossierField } from '../../records/dossier/dossier-part.ts';
import { classOfValue, type ValueField } from '../../records/values/values-of.ts';

/** The values of a dossier that can be compared. */
const comparable = [
  'names',
  'birth',
  'birthPlace',
  'sex',
  'documents',
  'contacts',
  'instruments',
  'infrastructure',
] as const satisfies readonly ValueField[];

/** What is read of a dossier to compare it by values of these classes, and to see to whom it is linked. */
export const comparedFields = (classes: readonly InformationClass[]): DossierField[] => [
  ...comparable.filter((field) => classes.includes(classOfValue[field])),
  'samePersonAs',
];
