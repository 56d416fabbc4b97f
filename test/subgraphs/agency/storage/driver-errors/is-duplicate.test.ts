import { isDuplicate } from '../../../../../subgraphs/agency/storage/driver-errors/is-duplicate.ts';

const withCode = (code: unknown) => Object.assign(new Error('refused'), { code });

describe('a write was refused because of a unique index', () => {
  test('where the server says so by its code', () => {
    expect(isDuplicate(withCode(11000))).toBe(true);
  });

  test.each([
    ['another code', withCode(121)],
    ['a code in words, as Node has them', withCode('ECONNRESET')],
    ['no code', new Error('E11000 duplicate key')],
    ['something that is no error', { code: 11000 }],
    ['nothing', undefined],
  ])('and not with %s', (_what, error) => {
    expect(isDuplicate(error)).toBe(false);
  });
});
