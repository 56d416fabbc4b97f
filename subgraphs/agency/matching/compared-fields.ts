import type { InformationClass } from '../../../terms/enums.ts';
import type { DossierField, DossierPath } from '../records/dossier/dossier-part.ts';
import { classOfValue, kindOf, type ValueField, valueFields } from '../records/values/value-kinds.ts';

/**
 * The parts of each kind of value by which a dossier is compared. A search reads hundreds of namesakes, and most of a value is where
 * it comes from, which says nothing of the person.
 */
const comparedParts: Partial<Record<ValueField, readonly string[]>> = {
  names: ['kind', 'script', 'surname', 'givenName', 'patronymic'],
  birth: ['date'],
  birthPlace: ['country', 'place'],
  sex: ['sex'],
  documents: ['kind', 'issuer', 'number', 'checksum'],
  contacts: ['kind', 'value', 'service'],
  instruments: ['kind', 'account', 'cardFirst6', 'cardLast4', 'chain', 'address'],
  infrastructure: ['kind', 'value', 'checksum'],
};

/** The values of a dossier that can be compared. */
const comparable = valueFields.filter((field) => {
  const { tellsPersonApart, sharedThings } = kindOf(field);
  return tellsPersonApart || sharedThings;
});

/** A value that waits for a countersignature, or to be removed, counts for some viewers alone. */
const marks = ['provenance.unsigned', 'provenance.leaving'];

const pathsOf = (field: ValueField): DossierPath[] =>
  [...(comparedParts[field] ?? []), ...marks].map((part): DossierPath => `${field}.${part}`);

/** The fields that are read of a dossier to compare it by values of these classes, and to see to whom it is linked. */
export const comparedFields = (classes: readonly InformationClass[]): DossierField[] => [
  ...comparable.filter((field) => classes.includes(classOfValue[field])),
  'samePersonAs',
];

/** The same, and of each value no more than is compared. */
export const comparedPaths = (
  classes: readonly InformationClass[],
  isCompared: (field: ValueField) => boolean = () => true,
): DossierPath[] => [
  ...comparable
    .filter((field) => classes.includes(classOfValue[field]) && isCompared(field))
    .flatMap(pathsOf),
  'samePersonAs',
];

/** The paths that are read first of a dossier that may be one of hundreds: its person, and the tokens by which it is found. */
export const comparedFirst: readonly DossierPath[] = [
  ...(['names', 'birth', 'birthPlace', 'sex'] as const).flatMap(pathsOf),
  'samePersonAs',
  'match.tokens',
  'match.unsigned',
];
