import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { markdownFiles } from '../support/markdown.ts';
import { printedBlocks } from '../support/printed.ts';

const root = join(import.meta.dirname, '..', '..');
const schema = buildSchema(readFileSync(join(root, 'schema/built/api.graphql'), 'utf8'), {
  assumeValid: true,
});

const faultsOf = (code: string): string[] => {
  try {
    return validate(schema, parse(code)).map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
};

describe('an operation that a page prints', () => {
  const printed = markdownFiles().flatMap((file) =>
    printedBlocks(file)
      .filter(({ language }) => language === 'graphql')
      .map(({ code }) => ({ file, code })),
  );

  test('is one of the schema that callers see', () => {
    expect(printed.length).toBeGreaterThan(5);
    const faults = printed.flatMap(({ file, code }) => faultsOf(code).map((fault) => `${file}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test.each(['{ suspect(id: "BY-1") { belarus { nothing } } }', '{ suspect(id: }'])(
    'is found out when it is none: %s',
    (code) => {
      expect(faultsOf(code)).toHaveLength(1);
    },
  );
});
