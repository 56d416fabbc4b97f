import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { nobody } from './demo.ts';

const scalars = {
  ID: nobody,
  String: '',
  Int: 1,
  Boolean: false,
  DateTime: '2000-01-01T00:00:00Z',
  Date: '2000-01-01',
  PartialDate: '9999',
  Decimal: '-1',
  CountryCode: 'BY',
  CurrencyCode: 'BYN',
  CaseNumber: 'BY-2026-000001',
  RegionCode: 'BY-ZZ',
};

/**
 * What the schema takes and no agency does: the ids are nobody’s, the texts are empty, the dates are wrong by what they say. With it an action is asked for by
 * who may take it, and changes nothing.
 */
export function refusedInput(of: GraphQLInputType): unknown {
  const type = getNullableType(of);
  if (isListType(type)) return [refusedInput(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, refusedInput(field.type)]));
  }
  const value = Object.entries(scalars).find(([name]) => name === type.name)?.[1];
  if (value === undefined) throw new Error(`there is no refused value of ${type.name}`);
  return value;
}
