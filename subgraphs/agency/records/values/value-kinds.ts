import { birth } from './birth.ts';
import { birthPlace } from './birth-place.ts';
import { citizenships } from './citizenships.ts';
import { contacts } from './contacts.ts';
import { documents } from './documents.ts';
import { harms } from './harms.ts';
import { infrastructure } from './infrastructure.ts';
import { instruments } from './instruments.ts';
import { measures } from './measures.ts';
import { memberships } from './memberships.ts';
import { names } from './names.ts';
import { offences } from './offences.ts';
import { roles } from './roles.ts';
import { sex } from './sex.ts';
import { status } from './status.ts';
import type { AnyKind, ValueOfKind } from './value-kind.ts';

/** Every kind of value that a dossier holds, by its field. A further kind is a file in this folder and a line here. */
export const valueKinds = {
  names,
  birth,
  birthPlace,
  sex,
  citizenships,
  documents,
  contacts,
  instruments,
  infrastructure,
  roles,
  memberships,
  offences,
  measures,
  harms,
  status,
} as const;

type Kinds = typeof valueKinds;

/** A field of a dossier that holds values. */
export type ValueField = keyof Kinds;
export type ListField = {
  [Field in ValueField]: Kinds[Field] extends { most: number } ? Field : never;
}[ValueField];
export type SingleField = Exclude<ValueField, ListField>;

/** The values of a dossier, each a list, or one where a person has one. */
export type DossierValues = { [Field in ListField]: ValueOfKind<Kinds[Field]>[] } & {
  [Field in Exclude<SingleField, 'status'>]?: ValueOfKind<Kinds[Field]>;
} & { status: ValueOfKind<Kinds['status']> };

/** The kind of a field, in the form that all kinds have. */
export const kindOf = (field: ValueField): AnyKind => valueKinds[field];

export const isListField = (field: ValueField): field is ListField => 'most' in valueKinds[field];
const isSingleField = (field: ValueField): field is SingleField => !isListField(field);

const fields = Object.keys(valueKinds) as ValueField[];
export const listFields: readonly ListField[] = fields.filter(isListField);
export const singleFields: readonly SingleField[] = fields.filter(isSingleField);
export const valueFields: readonly ValueField[] = [...listFields, ...singleFields];

const ofEach = <Field extends ValueField, Part>(
  some: readonly Field[],
  part: (field: Field) => Part,
): Readonly<Record<Field, Part>> =>
  Object.fromEntries(some.map((field) => [field, part(field)])) as Record<Field, Part>;

/** The class of each field's values, as the schema has it. */
export const classOfValue = ofEach(valueFields, (field) => kindOf(field).class);

/** The most values of a kind that one dossier holds, in one request and in all. */
export const mostValues = ofEach(listFields, (field) => valueKinds[field].most);
