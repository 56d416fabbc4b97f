import { readFileSync, statSync, symlinkSync } from 'node:fs';
import { openRejects } from '../../../commands/import/open-rejects.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const directory = temporaryDirectory();
const source = statSync(directory.write('source.jsonl', 'the records'));
const problems = [{ path: 'key', code: 'MISSING', message: 'must be given' }] as const;
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('the file of rejected lines', () => {
  test('has a line for each, and is its owner’s alone', () => {
    const path = directory.path('new.jsonl');
    const rejects = openRejects(path, source);
    rejects.add(7, problems);
    rejects.close(false);
    expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify({ line: 7, problems })}\n`);
    expect(modeOf(path)).toBe(0o600);
  });

  test('is of one run: what an earlier one left is gone, and who could read that cannot read this', () => {
    const path = directory.write('old.jsonl', 'of before').pathname;
    expect(modeOf(path)).not.toBe(0o600);
    openRejects(path, source).close(false);
    expect(readFileSync(path, 'utf8')).toBe('');
    expect(modeOf(path)).toBe(0o600);
  });

  test('is not left behind when nothing was rejected', () => {
    const path = directory.path('empty.jsonl');
    openRejects(path, source).close(true);
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  test('is never the file that is imported, which stays as it is', () => {
    const path = directory.path('source.jsonl');
    expect(() => openRejects(path, source)).toThrow('--rejects');
    expect(readFileSync(path, 'utf8')).toBe('the records');
  });

  test('is not reached through a link that somebody has put in its place', () => {
    const target = directory.write('target', 'somebody else’s').pathname;
    symlinkSync(target, directory.path('link.jsonl'));
    expect(() => openRejects(directory.path('link.jsonl'), source)).toThrow('ELOOP');
    expect(readFileSync(target, 'utf8')).toBe('somebody else’s');
  });
});
