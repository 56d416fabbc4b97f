import { buildSchema } from 'graphql';
import { memberProblems } from '../../../../../subgraphs/agency/api/members/member-problems.ts';

const kinds = {
  names: {},
  vehicles: {
    partsByKind: {
      CAR: { needed: ['plate'], optional: ['colour'] },
      MOTOR_BOAT: { needed: ['name'], optional: [] },
    },
  },
};
const complete = `
  type Query { ok: Boolean }
  input DossierValuesInput { vehicles: [VehicleInput!] names: [String!] }
  input VehicleInput @oneOf { car: CarInput motorBoat: BoatInput }
  input CarInput { plate: String! colour: String provenance: String! }
  input BoatInput { name: String! provenance: String! }`;
const problemsWith = (before: string, after: string) =>
  memberProblems(kinds, buildSchema(complete.replace(before, after)));

const noInput =
  'the kind of value `vehicles` needs an input with @oneOf in the SDL, with a field for each of its kinds';
const ofCar = '`VehicleInput.car` must be an input of plate!, colour, provenance!, as records/values has it';

describe('values of several kinds', () => {
  test('that have an input each in the SDL, with their parts, are complete', () => {
    expect(memberProblems(kinds, buildSchema(complete))).toEqual([]);
  });

  test.each([
    ['without an input', 'vehicles: [VehicleInput!]', '', noInput],
    ['whose input takes several at once', ' @oneOf', '', noInput],
    ['without a kind', ' car: CarInput', '', ofCar],
    ['without a part', ' colour: String', '', ofCar],
    ['with a part of another kind', 'plate: String!', 'plate: String! name: String', ofCar],
    ['that may lack what they need', 'plate: String!', 'plate: String', ofCar],
    ['that must have what they may have', 'colour: String', 'colour: String!', ofCar],
    ['without a source', 'colour: String provenance: String!', 'colour: String', ofCar],
    [
      'with a kind that nobody knows',
      'car: CarInput',
      'car: CarInput plane: CarInput',
      '`VehicleInput.plane` is of no kind in records/values',
    ],
  ])('%s are told in one line, with what to do', (_how, before, after, line) => {
    expect(problemsWith(before, after)).toEqual([line]);
  });
});
