import { retentionDay } from '../../../commands/options/retention-day.ts';

const now = new Date('2026-11-24T12:00:00Z');
const far = '2036-01-01';
const day = (named: string | undefined, environment: NodeJS.ProcessEnv) =>
  retentionDay(named, 'BELARUS', environment, now);
const named = { BELARUS_MONGODB_URI: 'mongodb://records/belarus' };

describe('the day of a retention run', () => {
  test('is today where none is named, in production too', () => {
    expect(day(undefined, {})).toBe(now);
    expect(day(undefined, { CONCORD_MODE: 'production' })).toBe(now);
  });

  test.each([
    ['of the development stack', {}],
    ['of the development stack, beside the other agency’s own', { RUSSIA_MONGODB_URI: 'mongodb://r/r' }],
    ['that somebody calls a development one', { ...named, CONCORD_MODE: 'development' }],
  ])('can be named for a database %s', (_which, environment) => {
    expect(day(far, environment)).toEqual(new Date('2036-01-01T00:00:00Z'));
  });

  test.each([
    ['in production', { CONCORD_MODE: 'production' }],
    ['that nobody calls a development one', named],
    ['that nobody calls a development one, named by a file', { BELARUS_MONGODB_URI_FILE: '/run/uri' }],
  ])('cannot be named for a database %s', (_which, environment) => {
    expect(() => day(far, environment)).toThrow('--today is for development');
  });

  test.each(['tomorrow', '2036-13-01', '2026-02-30', '2036-01-01T00:00:00Z', ''])('is not %j', (text) => {
    expect(() => day(text, {})).toThrow('--today must be a day');
  });
});
