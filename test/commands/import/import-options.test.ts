import { userInfo } from 'node:os';
import { importOptions } from '../../../commands/import/import-options.ts';

const least = ['--agency', 'belarus', 'records.jsonl'];

describe('the options of an import', () => {
  test('are an agency and a file; the rest is as in most imports', () => {
    expect(importOptions(least)).toEqual({
      agency: 'BELARUS',
      file: 'records.jsonl',
      rejects: 'records.jsonl.rejects.jsonl',
      importer: {
        by: userInfo().username,
        mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' },
      },
    });
  });

  test('say who imports, under what, and where rejects go', () => {
    const options = [
      ...['--by', ' clerk-7 ', '--purpose', 'DETECTION', '--legal-basis', 'MINSK_CONVENTION_1993'],
      ...['--case', 'BY-2026-000002', '--rejects', 'elsewhere.jsonl'],
    ];
    expect(importOptions([...least, ...options])).toMatchObject({
      rejects: 'elsewhere.jsonl',
      importer: {
        by: 'clerk-7',
        mandate: { purpose: 'DETECTION', legalBasis: 'MINSK_CONVENTION_1993', case: 'BY-2026-000002' },
      },
    });
  });

  test.each([
    ['no agency', ['records.jsonl'], '--agency'],
    ['an unknown agency', ['--agency', 'poland', 'records.jsonl'], '--agency'],
    ['no file', ['--agency', 'belarus'], 'one file'],
    ['two files', [...least, 'more.jsonl'], 'one file'],
    ['an unknown purpose', [...least, '--purpose', 'CURIOSITY'], '--purpose'],
    ['an unknown legal basis', [...least, '--legal-basis', 'HABIT'], '--legal-basis'],
    ['a case that is none', [...least, '--case', '42'], '--case'],
    ['an empty name', [...least, '--by', ' '], '--by'],
    ['a name of two lines', [...least, '--by', 'a\nb'], '--by'],
    ['an unknown option', [...least, '--force'], '--force'],
  ])('are refused with %s, and the option is named', (_name, words, named) => {
    expect(() => importOptions(words)).toThrow(named);
  });
});
