import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { precisionOf } from '../../../../../../subgraphs/agency/records/formats/dates/precision-of.ts';
import { builtSdl, enumsIn } from '../../../../../support/schema-files.ts';

test.each([
  ['1985', 'YEAR'],
  ['1985-03', 'MONTH'],
  ['1985-03-09', 'DAY'],
])('of %s as much is known as the %s', (date, precision) => {
  expect(precisionOf(date)).toBe(precision);
});

test('these are the precisions of the SDL, and no others', () => {
  expect(enumsIn(parse(builtSdl('belarus'))).get('DatePrecision')).toEqual(['YEAR', 'MONTH', 'DAY']);
});
