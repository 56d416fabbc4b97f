import type { InformationClass } from '../../../terms/enums.ts';
import type { DossierField } from '../records/dossier/dossier-part.ts';
import { classOfValue, kindOf, valueFields } from '../records/values/value-kinds.ts';

/** The values of a dossier that can be compared. */
const comparable = valueFields.filter((field) => {
  const { tellsPersonApart, sharedThings } = kindOf(field);
  return tellsPersonApart || sharedThings;
});

/** The fields that are read of a dossier to compare it by values of these classes, and to see to whom it is linked. */
export const comparedFields = (classes: readonly InformationClass[]): DossierField[] => [
  ...comparable.filter((field) => classes.includes(classOfValue[field])),
  'samePersonAs',
];
