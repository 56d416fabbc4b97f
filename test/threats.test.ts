import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

interface NamedTest {
  path: string;
  name: string;
}

/** The tests that a page of threats names in its tables, as `path › name`. */
const namedIn = (page: string): NamedTest[] =>
  [...page.matchAll(/`(test\/[^`]+?\.ts) › ([^`]+)`/g)].map(([, path = '', name = '']) => ({ path, name }));

/** The rows of a page's tables, headings left out. */
const rowsIn = (page: string): string[] =>
  page.split('\n').filter((line) => /^\| (?!attack \|)/.test(line) && !line.startsWith('|---'));

/** What is wrong with a named test; undefined where it stands in its file and is not skipped. */
function problemOf({ path, name }: NamedTest): string | undefined {
  if (!existsSync(new URL(path, root))) return `${path} does not exist`;
  const source = read(path);
  const quoted = ["'", '"', '`'].map((quote) => `${quote}${name}${quote}`);
  const at = quoted.map((text) => source.indexOf(text)).find((position) => position >= 0);
  if (at === undefined) return `${path} has no test '${name}'`;
  const lead = source.slice(Math.max(0, at - 60), at);
  return /\b(?:test|it|describe)\.(?:skip|todo)\b[^;]*$|\bx(?:test|it|describe)\b[^;]*$/.test(lead)
    ? `${path} skips '${name}'`
    : undefined;
}

describe('the page of threats', () => {
  const page = read('docs/threats.md');

  test('names a test for each attack, which exists and is not skipped', () => {
    expect(rowsIn(page).filter((row) => namedIn(row).length === 0)).toEqual([]);
    const named = namedIn(page);
    expect(named.length).toBeGreaterThan(0);
    expect(named.flatMap((one) => problemOf(one) ?? [])).toEqual([]);
  });

  test('would be found out with one that is not there', () => {
    const here = 'test/threats.test.ts';
    expect(problemOf({ path: 'test/none.test.ts', name: 'nothing' })).toBe(
      'test/none.test.ts does not exist',
    );
    expect(problemOf({ path: here, name: ['no', 'such', 'test'].join(' ') })).toContain('has no test');
    expect(problemOf({ path: here, name: 'would be found out with one that is not there' })).toBeUndefined();
  });
});
