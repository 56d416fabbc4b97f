import {
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
} from 'graphql';
import { closedListSizes, listSizes } from '../../../gateway/limits/list-sizes.ts';
import { mostToldOnly } from '../../../subgraphs/agency/records/dossier/links/link-state.ts';
import { mostAnswered } from '../../../subgraphs/agency/records/dossier/links/link-steps.ts';
import { mostKept } from '../../../subgraphs/agency/records/dossier/releases/release-steps.ts';
import { mostValues, singleFields } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { codeOfProcedure as procedureOfBelarus } from '../../../terms/codes-of-procedure/belarus.ts';
import { codeOfProcedure as procedureOfRussia } from '../../../terms/codes-of-procedure/russia.ts';
import { criminalCode as codeOfBelarus } from '../../../terms/criminal-codes/belarus.ts';
import { criminalCode as codeOfRussia } from '../../../terms/criminal-codes/russia.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());

test('each list of a dossier that is no page has a size', () => {
  const dossier = schema.getType('Dossier');
  if (!isInterfaceType(dossier)) throw new Error('no interface of dossiers');
  const types = [dossier, ...schema.getImplementations(dossier).objects];
  const lists = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ type: of }) => isListType(getNullableType(of)) && !isLeafType(getNamedType(of)))
      .map(({ name }) => name),
  );
  expect([...new Set(lists)].sort()).toEqual(Object.keys(listSizes).sort());
});

test('each size is the most that an agency takes', () => {
  const values = Object.values(mostValues).reduce((sum, most) => sum + most, 0);
  expect(listSizes).toEqual({
    ...mostValues,
    plannedMeasures: mostValues.measures,
    releases: mostKept,
    links: mostAnswered + mostToldOnly,
    candidates: 20,
    waiting: values + singleFields.length,
    removals: values + singleFields.length,
  });
});

test('each closed list has its length, and stands in the schema', () => {
  const lists = Object.values(titles).map((members) => Object.keys(members).length);
  expect(closedListSizes).toEqual({
    'BelarusQuery.articles': codeOfBelarus.length,
    'BelarusQuery.provisions': procedureOfBelarus.length,
    'RussiaQuery.articles': codeOfRussia.length,
    'RussiaQuery.provisions': procedureOfRussia.length,
    'Query.titles': lists.length,
    'TitledList.values': Math.ceil(lists.reduce((sum, length) => sum + length, 0) / lists.length),
  });
  for (const coordinate of Object.keys(closedListSizes)) {
    const [type = '', field = ''] = coordinate.split('.');
    expect(schema.getType(type)).toMatchObject({ getFields: expect.any(Function) });
    expect(Object.keys((schema.getType(type) as GraphQLObjectType).getFields())).toContain(field);
  }
});
