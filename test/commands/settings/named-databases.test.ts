import { halfNamed, isNamed, namedDatabases } from '../../../commands/settings/named-databases.ts';
import { SettingsError } from '../../../server/settings.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const files = temporaryDirectory();
files.write('uri', 'mongodb://records/belarus\n');
files.write('empty', '\n');
const byFile = { BELARUS_MONGODB_URI_FILE: files.path('uri') };
const inPlace = { RUSSIA_MONGODB_URI: 'mongodb://records/russia?replicaSet=russia' };

describe('the databases that are named', () => {
  test('are read in place and from files, and who has none is left out', () => {
    expect(namedDatabases(['BELARUS', 'RUSSIA'], { ...byFile, ...inPlace })).toEqual({
      BELARUS: 'mongodb://records/belarus',
      RUSSIA: 'mongodb://records/russia?replicaSet=russia',
    });
    expect(namedDatabases(['BELARUS', 'RUSSIA'], inPlace)).toEqual({ RUSSIA: inPlace.RUSSIA_MONGODB_URI });
    expect(namedDatabases(['BELARUS'], inPlace)).toEqual({});
  });

  test.each([
    'mongodb://records',
    'mongodb://records/',
    'mongodb://records/?replicaSet=x',
    'postgres://records/x',
  ])('are refused by their variable, and not repeated: %s', (uri) => {
    const read = () => namedDatabases(['BELARUS'], { BELARUS_MONGODB_URI: uri });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/^BELARUS_MONGODB_URI: must be like mongodb:\/\/host:port\/database/);
    expect(read).not.toThrow('records');
  });

  test('are refused when their file is empty, and not taken for none', () => {
    const empty = { BELARUS_MONGODB_URI_FILE: files.path('empty') };
    expect(() => namedDatabases(['BELARUS'], empty)).toThrow('BELARUS_MONGODB_URI_FILE: is empty');
    expect(namedDatabases(['RUSSIA'], empty)).toEqual({});
  });

  test('are those of the jobs’ user where there is one, as a command works like a job', () => {
    const jobs = 'mongodb://jobs@records/belarus';
    const both = { ...byFile, BELARUS_JOBS_MONGODB_URI: jobs };
    expect(namedDatabases(['BELARUS'], both)).toEqual({ BELARUS: jobs });
    expect(isNamed('BELARUS', { BELARUS_JOBS_MONGODB_URI: jobs })).toBe(true);
    const empty = { ...byFile, BELARUS_JOBS_MONGODB_URI_FILE: files.path('empty') };
    expect(() => namedDatabases(['BELARUS'], empty)).toThrow('BELARUS_JOBS_MONGODB_URI_FILE: is empty');
  });

  test('may be those of several hosts, or found by DNS', () => {
    for (const uri of ['mongodb://one:27017,two:27018/belarus', 'mongodb+srv://records.example/belarus'])
      expect(namedDatabases(['BELARUS'], { BELARUS_MONGODB_URI: uri })).toEqual({ BELARUS: uri });
  });
});

describe('one that is named beside one that is not', () => {
  test('is told with both variables', () => {
    expect(halfNamed('BELARUS', inPlace)).toBe('RUSSIA_MONGODB_URI is set, BELARUS_MONGODB_URI is not');
    expect(halfNamed('RUSSIA', byFile)).toBe('BELARUS_MONGODB_URI is set, RUSSIA_MONGODB_URI is not');
    expect([isNamed('BELARUS', byFile), isNamed('BELARUS', inPlace)]).toEqual([true, false]);
  });

  test('is not told where none is', () => {
    expect(halfNamed('BELARUS', {})).toBeUndefined();
    expect(halfNamed('BELARUS', { RUSSIA_MONGODB_URI: '' })).toBeUndefined();
  });
});
