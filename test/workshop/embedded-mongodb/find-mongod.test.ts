import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';

describe('EMBEDDED_MONGODB', () => {
  test.each(['auto', 'mongod', 'download', 'wheel'])('%s is taken', (named) => {
    expect(choiceOf({ EMBEDDED_MONGODB: named })).toBe(named);
  });

  test.each([undefined, ''])('%p is auto', (named) => {
    expect(choiceOf({ EMBEDDED_MONGODB: named })).toBe('auto');
  });

  test.each(['ferretdb', 'java'])('%s is refused with what it can be', (named) => {
    expect(() => choiceOf({ EMBEDDED_MONGODB: named })).toThrow(
      `EMBEDDED_MONGODB is "${named}"; it can be auto, mongod, download, wheel`,
    );
  });
});
