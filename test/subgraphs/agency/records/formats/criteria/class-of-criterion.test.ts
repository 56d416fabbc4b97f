import { buildSchema, isInputObjectType } from 'graphql';
import { directiveClass } from '../../../../../../schema/protect/access.ts';
import {
  classOfCriterion,
  criteriaOf,
  criterionFields,
} from '../../../../../../subgraphs/agency/records/formats/criteria/class-of-criterion.ts';
import { kindsOf, searchCriteria, tellingKindsOf } from '../../../../../../terms/search-exchange.ts';
import { builtSdl } from '../../../../../support/schema-files.ts';

const input = buildSchema(builtSdl('crossborder'), { assumeValidSDL: true }).getType('SuspectCriteria');
const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];

describe('the class of a criterion', () => {
  test('is that which the schema gives to its field', () => {
    expect(fields.length).toBeGreaterThan(10);
    const classes = fields.map(({ name, astNode }) => [name, directiveClass(astNode?.directives)]);
    expect(
      [...criterionFields].map(([name, criterion]) => [name, classOfCriterion[criterion]]).sort(),
    ).toEqual(classes.sort());
  });

  test('is there for every criterion that an agency is asked with', () => {
    expect(Object.keys(classOfCriterion).sort()).toEqual(Object.keys(searchCriteria.shape).sort());
  });

  test('tells which of them count', () => {
    const criteria = { birthDate: '1990', phone: '+375291234567', imei: '35209900176148' };
    expect(criteriaOf(criteria, (of) => of === 'CONTACT')).toEqual({ phone: '+375291234567' });
    expect(criteriaOf(criteria, () => false)).toEqual({});
  });
});

test('sex is a kind of evidence that tells nobody from others', () => {
  const criteria = { phone: '+375291234567', sex: 'MALE' } as const;
  expect(kindsOf(criteria)).toEqual(['SEX', 'PHONE']);
  expect(tellingKindsOf(criteria)).toEqual(['PHONE']);
});
