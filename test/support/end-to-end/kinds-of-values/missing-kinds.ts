import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { memberName } from '../../as-member.ts';
import type { Kind } from './kinds.ts';

/** Stages that clear the person: a dossier ends with them, and no value takes their place. */
const endings = ['DISCONTINUED', 'ACQUITTED'];

/** A state of a measure that a second officer alone gives it. */
const ofSteps = ['AUTHORISED'];

/** A kind that is recorded no more, by its field. */
const former: Readonly<Record<string, string>> = { measures: 'OTHER' };

const partsOf = (type: GraphQLInputObjectType): GraphQLInputField[] =>
  Object.values(type.getFields()).filter(({ name }) => name !== 'provenance');

/** What of one field of a value's input no kind writes, each as it is called there. */
function missingOf(part: GraphQLInputField, kinds: readonly Kind[]): string[] {
  const values = kinds.flatMap(({ written, corrected }) => [written[part.name], corrected[part.name]]);
  const type = getNamedType(part.type);
  if (!isEnumType(type)) return values.some((value) => value !== undefined) ? [] : [part.name];
  // A kind is what a row is about; of other lists each member is written somewhere.
  const used = part.name === 'kind' ? kinds.map(({ written }) => written.kind) : values;
  return type
    .getValues()
    .map(({ name }) => name)
    .filter((name) => ![...used, ...endings, ...ofSteps, former[kinds[0]?.field ?? '']].includes(name))
    .map((name) => `${part.name} ${name}`);
}

/** What of a value no kind writes of those that have an input of their own: the kind itself, or a part of it. */
const missingMember = (member: GraphQLInputField, kinds: readonly Kind[]): string[] => {
  const type = getNamedType(member.type);
  const ofMember = kinds.filter(({ written }) => memberName(String(written.kind)) === member.name);
  if (!isInputObjectType(type) || ofMember.length === 0) return [member.name];
  return partsOf(type).flatMap((part) =>
    missingOf(part, ofMember).map((missing) => `${member.name} ${missing}`),
  );
};

/** What of a field of the input no kind writes: the field itself, a part of it, or a member of a closed list. */
function notWritten(field: GraphQLInputField, kinds: readonly Kind[]): string[] {
  const type = getNamedType(field.type);
  const ofField = kinds.filter((kind) => kind.field === field.name);
  if (!isInputObjectType(type) || ofField.length === 0) return [field.name];
  const missingIn = type.isOneOf ? missingMember : missingOf;
  return partsOf(type)
    .flatMap((part) => missingIn(part, ofField))
    .map((missing) => `${field.name} ${missing}`);
}

/** What the SDL lets officers write into a dossier, or shows as one of its values, and no kind is about. */
export function missingKinds(schema: GraphQLSchema, kinds: readonly Kind[]): string[] {
  const input = schema.getType('DossierValuesInput');
  const dossier = schema.getType('Dossier');
  if (!isInputObjectType(input) || !isInterfaceType(dossier)) throw new Error('the SDL has no dossiers');
  const values = Object.values(dossier.getFields()).filter(({ type }) => {
    const named = getNamedType(type);
    return isObjectType(named) && 'provenance' in named.getFields();
  });
  const notRead = values.filter(({ name }) => !kinds.some(({ readIn }) => readIn === name));
  return [
    ...Object.values(input.getFields()).flatMap((field) => notWritten(field, kinds)),
    ...notRead.map(({ name }) => `${name} read`),
  ];
}
