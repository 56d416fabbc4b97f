import { describe, expect, test } from '@jest/globals';
import { choiceOf } from '../../embedded-mongodb/start.ts';

describe('EMBEDDED_MONGODB', () => {
  test.each(['auto', 'mongod', 'download', 'java'])('%s is taken', (named) => {
    expect(choiceOf({ EMBEDDED_MONGODB: named })).toBe(named);
  });

  test.each([undefined, ''])('%p is auto', (named) => {
    expect(choiceOf({ EMBEDDED_MONGODB: named })).toBe('auto');
  });

  test('anything else is refused with what it can be', () => {
    expect(() => choiceOf({ EMBEDDED_MONGODB: 'ferretdb' })).toThrow(
      'EMBEDDED_MONGODB is "ferretdb"; it can be auto, mongod, download, java',
    );
  });
});
