import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { nobody } from './demo.ts';

const scalars = { ID: nobody, String: '', Int: 1 };

/**
 * What the schema takes and no agency does: the ids are nobody’s, the texts are empty. With it an action is asked for by
 * who may take it, and changes nothing.
 */
export function refusedInput(of: GraphQLInputType): unknown {
  const type = getNullableType(of);
  if (isListType(type)) return [refusedInput(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, refusedInput(field.type)]));
  }
  const value = Object.entries(scalars).find(([name]) => name === type.name)?.[1];
  if (value === undefined) throw new Error(`there is no refused value of ${type.name}`);
  return value;
}
