import { z } from 'zod';
import {
  drainOf,
  milliseconds,
  port,
  processSettings,
  readSettings,
  SettingsError,
  withDefaults,
} from '../../server/settings.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const files = temporaryDirectory();
files.write('secret', 'from the file\n');
files.write('empty', '\n');

const shape = { SECRET: z.string('is required').min(5, 'must be longer') };
const read = (environment: NodeJS.ProcessEnv) => readSettings(shape, environment);

describe('a setting', () => {
  test('is read from its variable', () => {
    expect(read({ SECRET: 'in place', OTHER: 'ignored' })).toEqual({ SECRET: 'in place' });
  });

  test('is refused beside the file that <NAME>_FILE names, whatever is in it, and none of both is repeated', () => {
    const refused = new SettingsError('SECRET: is set, and so is SECRET_FILE: give one of them');
    for (const file of [files.path('secret'), '/nowhere/another'])
      expect(() => read({ SECRET: 'in place', SECRET_FILE: file })).toThrow(refused);
    expect(read({ SECRET: 'in place', SECRET_FILE: '' })).toEqual({ SECRET: 'in place' });
  });

  test('is read from the file that <NAME>_FILE names, without the line’s end', () => {
    expect(read({ SECRET_FILE: files.path('secret') })).toEqual({ SECRET: 'from the file' });
  });

  test('is missing when neither is given, or both are empty', () => {
    const missing = new SettingsError('SECRET: is required');
    expect(() => read({})).toThrow(missing);
    expect(() => read({ SECRET: '' })).toThrow(missing);
    expect(() => read({ SECRET: '', SECRET_FILE: '' })).toThrow(missing);
  });

  test('is missing when its file is empty', () => {
    expect(() => read({ SECRET_FILE: files.path('empty') })).toThrow(
      new SettingsError('SECRET: is required'),
    );
  });

  test('is read from the file when its variable is empty', () => {
    expect(read({ SECRET: '', SECRET_FILE: files.path('secret') })).toEqual({ SECRET: 'from the file' });
  });

  test('is refused by the variable’s name when its file cannot be read', () => {
    expect(() => read({ SECRET_FILE: files.path('absent') })).toThrow(
      new SettingsError('SECRET_FILE: cannot be read'),
    );
  });

  test('is not repeated when it is malformed', () => {
    expect(() => read({ SECRET: 'abcd' })).toThrow(new SettingsError('SECRET: must be longer'));
    files.write('short', 'abcd');
    expect(() => read({ SECRET_FILE: files.path('short') })).toThrow(
      new SettingsError('SECRET: must be longer'),
    );
  });

  test('is named together with all others that are wrong', () => {
    const two = { FIRST: z.string('is required'), SECOND: z.string('is required') };
    expect(() => readSettings(two, {})).toThrow(new SettingsError('FIRST: is required; SECOND: is required'));
  });
});

describe('a default', () => {
  const defaults = { FIRST: 'default', SECOND: 'default', THIRD: 'default' };

  test('stands for what nobody has set, in place or as a file, and an empty variable is not set', () => {
    const environment = { FIRST: 'set', SECOND_FILE: files.path('secret'), THIRD: '', OTHER: 'kept' };
    const shape = { FIRST: z.string(), SECOND: z.string(), THIRD: z.string(), OTHER: z.string() };
    expect(readSettings(shape, withDefaults(defaults, environment))).toEqual({
      FIRST: 'set',
      SECOND: 'from the file',
      THIRD: 'default',
      OTHER: 'kept',
    });
  });
});

describe('a port', () => {
  const portOf = (value: string) => readSettings({ PORT: port(4_000) }, { PORT: value }).PORT;

  test.each([
    ['', 4_000],
    ['0', 0],
    ['8080', 8_080],
    ['65535', 65_535],
  ])('of %j is %i', (value, expected) => {
    expect(portOf(value)).toBe(expected);
  });

  test.each(['-1', '65536', '80.5', 'http', '80 81', 'Infinity', 'NaN'])('is not %j', (value) => {
    expect(() => portOf(value)).toThrow(new SettingsError('PORT: must be a port number, 0 to 65535'));
  });
});

describe('a number of milliseconds', () => {
  const of = (value: string) => readSettings({ DEADLINE: milliseconds(5_000) }, { DEADLINE: value }).DEADLINE;

  test('is whole and at least 1', () => {
    expect(of('')).toBe(5_000);
    expect(of('1')).toBe(1);
  });

  test.each(['0', '-1', '1.5', '5s', 'Infinity'])('is not %j', (value) => {
    expect(() => of(value)).toThrow(/^DEADLINE: must be/);
  });
});

describe('every process', () => {
  test('is in production unless it is told otherwise', () => {
    expect(readSettings(processSettings, {})).toEqual({
      CONCORD_MODE: 'production',
      HOST: 'localhost',
      LOG_LEVEL: 'info',
      STANDSTILL_MS: 15_000,
    });
    expect(readSettings(processSettings, { CONCORD_MODE: 'development' }).CONCORD_MODE).toBe('development');
  });

  test('is in no mode that does not exist', () => {
    expect(() => readSettings(processSettings, { CONCORD_MODE: 'dev' })).toThrow(
      new SettingsError('CONCORD_MODE: must be development or production'),
    );
  });

  test('drains in production for five seconds, in development not at all, unless it is told for how long', () => {
    expect(drainOf(readSettings(processSettings, {}))).toBe(5_000);
    expect(drainOf(readSettings(processSettings, { CONCORD_MODE: 'development' }))).toBe(0);
    expect(drainOf(readSettings(processSettings, { DRAIN_MS: '0' }))).toBe(0);
    expect(drainOf(readSettings(processSettings, { CONCORD_MODE: 'development', DRAIN_MS: '70' }))).toBe(70);
  });

  test('may stand still for as long as it likes, or for a second at least', () => {
    expect(readSettings(processSettings, { STANDSTILL_MS: '0' }).STANDSTILL_MS).toBe(0);
    expect(readSettings(processSettings, { STANDSTILL_MS: '1000' }).STANDSTILL_MS).toBe(1_000);
    expect(() => readSettings(processSettings, { STANDSTILL_MS: '999' })).toThrow(
      new SettingsError('STANDSTILL_MS: must be 0, or at least 1 second, in milliseconds'),
    );
  });

  test('logs at no level that does not exist', () => {
    expect(readSettings(processSettings, { LOG_LEVEL: 'silent' }).LOG_LEVEL).toBe('silent');
    expect(() => readSettings(processSettings, { LOG_LEVEL: 'loud' })).toThrow(
      /^LOG_LEVEL: must be one of trace,/,
    );
  });
});
