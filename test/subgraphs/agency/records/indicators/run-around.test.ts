import {
  plainNumber,
  runAround,
} from '../../../../../subgraphs/agency/records/indicators/neighbouring-numbers.ts';

const among = (...numbers: number[]) => {
  const plain = new Set(numbers.map(String));
  return (number: string) => plain.has(number);
};

describe('the run in which a number stands', () => {
  test('is the number alone where it has no neighbour', () => {
    expect(runAround('375290000100', among(375290000100, 375290000111))).toBe(1);
  });

  test('has those up to ten away on either side, and theirs', () => {
    expect(runAround('100', among(79, 80, 90, 100, 101, 111))).toBe(6);
  });

  test('ends where the next one is farther away', () => {
    expect(runAround('100', among(78, 89, 100, 110, 121))).toBe(2);
  });

  test('looks for numbers without the zeros that they begin with', () => {
    expect(runAround(plainNumber('0000102'), among(100, 102))).toBe(2);
  });
});
