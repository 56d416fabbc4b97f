import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composed, hasMarksWithoutEnd } from '../../terms/composed.ts';
import { isSubject } from '../../terms/viewer.ts';

const [acute, cedilla] = ['\u0301', '\u0327'];
const marked = (marks: number) => `a${`${acute}${cedilla}`.repeat(marks / 2)}`;

describe('a text is composed', () => {
  test('where its letters have as many marks as any language writes', () => {
    expect(composed('и\u0306')).toBe('й');
    expect(composed('ﬁ', 'NFKC')).toBe('fi');
    expect(composed(marked(30))).toBe(marked(30).normalize('NFC'));
  });

  test('by nobody where a letter has marks without end: it stays as it is', () => {
    for (const form of ['NFC', 'NFKC'] as const) {
      expect(composed(marked(32), form)).toBe(marked(32));
      expect(composed(marked(100_000), form)).toBe(marked(100_000));
    }
    expect(hasMarksWithoutEnd('\uFF9E\u0301'.repeat(16))).toBe(true);
    expect(hasMarksWithoutEnd('\u{16D67}'.repeat(31))).toBe(true);
  });

  test('by one function alone, so that nobody forgets the bound', () => {
    const folders = ['terms', 'server', 'identity', 'gateway', 'subgraphs', 'commands'];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    );
    expect(files.length).toBeGreaterThan(500);
    const callers = files.filter((file) => /\.normalize\(/.test(readFileSync(file, 'utf8')));
    // The other takes the marks off one letter.
    expect(callers.toSorted()).toEqual([
      'subgraphs/agency/matching/names/readings-of.ts',
      'terms/composed.ts',
    ]);
  });
});

describe('a subject', () => {
  test('has no marks without end, and no more characters in lower case than one may have', () => {
    expect(isSubject(`a${acute.repeat(31)}`)).toBe(false);
    expect(isSubject('İ'.repeat(127))).toBe(true);
    expect(isSubject('İ'.repeat(128))).toBe(false);
  });

  test.each(['deadline', 'lapse', 'channel', 'Retention', 'import a.jsonl'])(
    'is not one of the names of the program, such as %s',
    (subject) => {
      expect(isSubject(subject)).toBe(false);
      expect(isSubject(`${subject}r`)).toBe(subject.includes(' ') === false);
    },
  );
});
