import { documents } from '../../../../../../subgraphs/agency/records/values/documents.ts';
import { malformed, recordedOf } from '../../checks/support/document.ts';
import { provenance, valueContext } from '../../checks/support/input.ts';

describe('which format applies', () => {
  test('is a matter of the issuing state', () => {
    expect(recordedOf('TAX_NUMBER', 'RU', '123456789047')).toContain('PASSED');
    expect(recordedOf('TAX_NUMBER', 'BY', '123456789047')).toBe(malformed);
    expect(recordedOf('TAX_NUMBER', 'KZ', '123456789047')).toBe('123456789047 NONE');
  });

  test('is a matter of the kind', () => {
    expect(recordedOf('PASSPORT', 'BY', 'AA1')).toBe(malformed);
    expect(recordedOf('OTHER', 'BY', 'AA1')).toBe('AA1 NONE');
    expect(recordedOf('TRAVEL_PASSPORT', 'BY', 'AA1')).toBe('AA1 NONE');
  });
});

describe('a number of another state or kind', () => {
  test('is written without spaces and hyphens, in capitals, with the letters that it has', () => {
    expect(recordedOf('PASSPORT', 'UA', 'ме 00-00 01')).toBe('МЕ000001 NONE');
  });

  test('without a letter or a digit is malformed', () => {
    expect(recordedOf('OTHER', 'UA', '- -')).toBe(malformed);
  });
});

test('what is refused says what the number must be and repeats none of it', () => {
  const checked = documents.check(
    { kind: 'PASSPORT', issuer: 'BY', number: 'XX7654321', provenance },
    valueContext,
  );
  const [problem] = 'problems' in checked ? checked.problems : [];
  expect(problem?.message).toContain('seven digits');
  expect(problem?.message).not.toContain('7654321');
});
