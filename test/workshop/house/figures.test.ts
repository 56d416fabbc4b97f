import { figuresOf } from '../../../workshop/house/figures.ts';
import { sourceFile } from '../../../workshop/house/source-file.ts';

const measured = (files: Record<string, string>) =>
  figuresOf(
    Object.entries(files).map(([path, text]) => sourceFile(path, text)),
    () => true,
  );

const agency = 'subgraphs/agency';

describe('imports that run up', () => {
  const store = { [`${agency}/storage/store.ts`]: 'export const store = 1;\n' };

  test.each([
    ['a value', "import { store } from '../storage/store.ts';\n"],
    ['a type', "import type { store } from '../storage/store.ts';\n"],
    ['by name over lines', "import {\n  store,\n} from '../storage/store.ts';\n"],
    ['what it hands on', "export { store } from '../storage/store.ts';\n"],
    ['when it runs', "export const later = () => import('../storage/store.ts');\n"],
    ['for its effects', "import '../storage/store.ts';\n"],
  ])('are counted: %s', (_name, text) => {
    expect(measured({ ...store, [`${agency}/records/record.ts`]: text }).upward).toEqual([
      `${agency}/records/record.ts > ${agency}/storage/store.ts (${agency}/storage/ is above)`,
    ]);
  });

  test('are not those that run down, or stay in the ring', () => {
    const text = "import { store } from '../storage/store.ts';\nimport { b } from './b.ts';\n";
    const api = { [`${agency}/api/a.ts`]: text, [`${agency}/api/b.ts`]: 'export const b = 1;\n' };
    expect(measured({ ...store, ...api }).upward).toEqual([]);
  });
});

describe('the name of a file', () => {
  const user = (name: string) => ({ 'gateway/user.ts': `import { ${name} } from './terms-of-use.ts';\n` });

  test('is that of the export that others import most', () => {
    const file = { 'gateway/terms-of-use.ts': 'export const termsOfUse = 1;\nexport const other = 2;\n' };
    expect(measured({ ...file, ...user('termsOfUse') }).misnamed).toEqual([]);
  });

  test('is another one where others import something else', () => {
    const file = { 'gateway/terms-of-use.ts': 'export const termsOfUse = 1;\nexport const other = 2;\n' };
    expect(measured({ ...file, ...user('other') }).misnamed).toEqual(['gateway/terms-of-use.ts: other']);
  });
});

describe('a file that is named after nothing', () => {
  const namelessIn = (path: string, text: string) => measured({ [path]: text }).nameless;

  test('is one whose name has no word of what it exports', () => {
    expect(namelessIn('gateway/utils.ts', 'export const planOf = 1;\n')).toEqual([
      'gateway/utils.ts: planOf',
    ]);
  });

  test.each([
    ['its name has one', 'gateway/plans.ts', 'export const planOf = 1;\n'],
    ['its folder has one', 'gateway/codes/be.ts', 'export const codes = 1;\n'],
    ['it exports nothing', 'gateway/start.ts', 'run();\n'],
  ])('is none where %s', (_name, path, text) => {
    expect(namelessIn(path, text)).toEqual([]);
  });
});

describe('doc comments', () => {
  test.each(['What it holds.', 'Whether it holds.', 'Of those that hold.', 'Under what it is held.'])(
    'are headless: %s',
    (doc) => {
      expect(measured({ 'gateway/a.ts': `/** ${doc} */\nexport const a = 1;\n` }).headless).toHaveLength(1);
    },
  );

  test.each(['Holder of tokens.', 'Tells whether it holds.', 'Officers who hold it.'])(
    'are not: %s',
    (doc) => {
      const { headless, documented } = measured({ 'gateway/a.ts': `/** ${doc} */\nexport const a = 1;\n` });
      expect({ headless, documented }).toEqual({ headless: [], documented: 1 });
    },
  );
});
