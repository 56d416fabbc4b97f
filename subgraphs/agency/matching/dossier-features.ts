import type { InformationClass } from '../../../terms/enums.ts';
import {
  classOfValue,
  type DossierValues,
  kindOf,
  type ValueField,
  valueFields,
} from '../records/values/value-kinds.ts';
import { birthPlaceForms } from './birth-place.ts';
import { documentForms } from './document-forms.ts';
import {
  birthFeatures,
  type Features,
  type GivenName,
  type NameFeatures,
  nameFeatures,
  nameToIndex,
} from './features.ts';

function featuresOf(
  values: Partial<DossierValues>,
  readable: (informationClass: InformationClass) => boolean,
  featuresOfName: (name: GivenName) => NameFeatures[],
): Features {
  const read = <Field extends ValueField>(field: Field): Partial<DossierValues>[Field] | undefined =>
    readable(classOfValue[field]) ? values[field] : undefined;
  const [birth, birthPlace, sex] = [read('birth'), read('birthPlace'), read('sex')?.sex];
  return {
    names: (read('names') ?? []).filter(({ kind }) => kind !== 'HANDLE').flatMap(featuresOfName),
    births: birth ? [birthFeatures(birth.date)] : [],
    ...(sex === 'FEMALE' && { isWoman: true }),
    ...(sex && { sex }),
    birthPlace: birthPlace ? birthPlaceForms(birthPlace) : [],
    ...documentForms((read('documents') ?? []).filter(({ checksum }) => checksum !== 'FAILED')),
    shared: valueFields.flatMap((field) => {
      const { sharedThings } = kindOf(field);
      return sharedThings ? [read(field) ?? []].flat().flatMap((value) => sharedThings(value)) : [];
    }),
  };
}

/**
 * The values of a dossier in the forms in which they are compared. A number whose check digits disagree is kept in the dossier
 * and compares with nothing: it may be another person's.
 * @param readable true if the values of a class are to be compared
 */
export const dossierFeatures = (
  values: Partial<DossierValues>,
  readable: (informationClass: InformationClass) => boolean,
): Features => featuresOf(values, readable, (name) => nameFeatures(name));

/** The same as far as tokens are made of it by which the dossier is found: they have the same keys of the index, and compare with none. */
export const featuresToIndex = (values: Partial<DossierValues>): Features =>
  featuresOf(
    values,
    () => true,
    (name) => [nameToIndex(name)],
  );
