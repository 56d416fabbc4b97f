import { contentLines, deadLinks, deadPaths, markdownFiles, textOf } from '../support/markdown.ts';

const pages = markdownFiles();
const page = 'docs/identity.md';

describe('a path in backticks in a page', () => {
  test('leads to a file or folder of the repository', () => {
    const dead = pages.flatMap((file) => deadPaths(textOf(file), file).map((path) => `${file}: ${path}`));
    expect(dead).toEqual([]);
  });

  test.each([
    'identity/no-such-file.ts',
    'no-such-folder/',
    'identity/nothing',
    'no-such-file.ts',
    'subgraphs/<agency>/none.ts',
  ])('is found dead where nothing is there: %s', (path) => {
    expect(deadPaths(`See \`${path}\`.`, page)).toEqual([path]);
  });

  test.each([
    'identity/caller-token.ts',
    'identity/',
    'channel.md',
    'policy/belarus.md',
    'package.json',
    'subgraphs/<agency>/policy.ts',
  ])('is taken from the folder of the page or from one that it lies in: %s', (path) => {
    expect(deadPaths(`See \`${path}\`.`, page)).toEqual([]);
  });

  test.each(['sdk/dist', 'application/json', '@apollo/gateway', 'belarus.jsonl', '/playground/', 'A/B'])(
    'is none when it is no path of the repository: %s',
    (text) => {
      expect(deadPaths(`See \`${text}\`.`, page)).toEqual([]);
    },
  );
});

describe('a link in a page', () => {
  test('leads to a file, and to a heading that is in it', () => {
    const dead = pages.flatMap((file) => deadLinks(textOf(file), file).map((link) => `${file}: ${link}`));
    expect(dead).toEqual([]);
  });

  test.each(['nothing.md', 'identity.md#no-such-heading', '#no-such-heading'])(
    'is found dead where nothing is there: %s',
    (link) => {
      expect(deadLinks(`See [it](${link}).`, page)).toEqual([link]);
    },
  );

  test.each(['channel.md', 'identity.md#signing-out', '#signing-out', 'https://example.org/nothing.md'])(
    'is alive where it is, or is on the web: %s',
    (link) => {
      expect(deadLinks(`See [it](${link}).`, page)).toEqual([]);
    },
  );
});

describe('the README of a folder', () => {
  /** The root's is the project's front page, the SDK's that of a package, its docs are generated. */
  const isFolders = (file: string) =>
    file.endsWith('/README.md') && !file.startsWith('sdk/') && !file.startsWith('docs/');
  const readmes = pages.filter(isFolders);

  test('has ten lines at most', () => {
    expect(readmes.length).toBeGreaterThan(20);
    expect(readmes.filter((file) => contentLines(textOf(file)) > 10)).toEqual([]);
  });

  test('says what may not live there, and where to start reading', () => {
    const says = (file: string) => {
      const text = textOf(file).replaceAll(/\s+/g, ' ');
      return /may not live here/i.test(text) && /start reading/i.test(text);
    };
    expect(readmes.filter((file) => !says(file))).toEqual([]);
  });

  test('is found too long with eleven lines, headings and blank ones left out', () => {
    const lines = (count: number) => `# folder\n\n${'a line\n'.repeat(count)}\n## more\n`;
    expect([contentLines(lines(10)), contentLines(lines(11))]).toEqual([10, 11]);
  });
});
