import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeWhole } from '../../../commands/keys/write-whole.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const files = temporaryDirectory();

describe('a key that is written', () => {
  test('is its owner’s alone, unless another mode is given, and leaves nothing beside it', () => {
    writeWhole(files.path('key'), 'secret');
    writeWhole(files.path('public'), 'known', 0o644);
    expect(readFileSync(files.path('key'), 'utf8')).toBe('secret');
    expect([statSync(files.path('key')).mode & 0o777, statSync(files.path('public')).mode & 0o077]).toEqual([
      0o600, 0o044,
    ]);
    expect(readdirSync(files.path('')).sort()).toEqual(['key', 'public']);
  });

  test('takes the place of none that is there', () => {
    expect(() => writeWhole(files.path('key'), 'another')).toThrow(`${files.path('key')} exists (EEXIST)`);
    expect(readFileSync(files.path('key'), 'utf8')).toBe('secret');
  });

  test('that cannot be written says where, and leaves nothing', () => {
    expect(() => writeWhole(files.path('nowhere/key'), 'secret')).toThrow(
      'nowhere/key cannot be written (ENOENT)',
    );
    expect(readdirSync(files.path('')).sort()).toEqual(['key', 'public']);
  });
});
