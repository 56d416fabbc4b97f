import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { documentsSetting } from '../../../gateway/documents/known-documents.ts';
import { readSettings, SettingsError } from '../../../server/settings.ts';

const text = 'query First { __typename }';
const id = createHash('sha256').update(text).digest('hex');
const format = 'apollo-persisted-query-manifest';
const apollo = (...operations: unknown[]) => ({ format, version: 1, operations });
const operation = { id, name: 'First', type: 'query', body: text };

const read = (manifest: unknown) =>
  readSettings(
    { GATEWAY_DOCUMENTS: documentsSetting },
    { GATEWAY_DOCUMENTS: typeof manifest === 'string' ? manifest : JSON.stringify(manifest) },
  ).GATEWAY_DOCUMENTS;

function complaint(manifest: unknown): string {
  try {
    read(manifest);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  return 'none';
}

describe('a manifest is read', () => {
  test.each([
    ['in Apollo’s form', apollo(operation)],
    ['as texts by their hashes', { [id]: text }],
    ['as texts by their hashes with the algorithm', { [`sha256:${id}`]: text }],
    ['as one of several', [apollo(operation), { [id]: text }]],
  ])('%s', (_form, manifest) => {
    expect(read(manifest)).toEqual(new Map([[id, text]]));
  });

  test('and where there is none, nothing is known to be the only one', () => {
    expect(readSettings({ GATEWAY_DOCUMENTS: documentsSetting }, {}).GATEWAY_DOCUMENTS).toBeUndefined();
  });
});

describe('the manifest that a tool has written', () => {
  const schema = buildSchema(
    readFileSync(new URL('../../../schema/built/api.graphql', import.meta.url), 'utf8'),
  );

  test.each([
    // @apollo/generate-persisted-query-manifest 1.4.0
    'apollo-generator.json',
    // @graphql-codegen/client-preset 6.2.0, with `persistedDocuments: true` and the transform that adds `__typename`
    'codegen-client-preset.json',
  ])('is read, and its document is one of the schema: %s', (file) => {
    const known = read(readFileSync(new URL(`manifests/${file}`, import.meta.url), 'utf8'));
    expect([...(known?.keys() ?? [])]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const [document = ''] = known?.values() ?? [];
    expect(document).toContain('query Both');
    expect(document).toContain('__typename');
    expect(validate(schema, parse(document))).toEqual([]);
  });
});

describe('a manifest is refused whole, in one line that names its mistake and nothing of its documents,', () => {
  test.each([
    ['that is no JSON', '{', 'is no JSON'],
    ['that is a text', '"x"', 'must be a manifest'],
    ['of no documents', apollo(), 'has no documents'],
    ['of another format', { ...apollo(operation), format: 'x' }, 'format: must be'],
    ['of another version', { ...apollo(operation), version: 2 }, 'version: must be 1'],
    ['without operations', { format, version: 1 }, 'operations: must be a list'],
    ['of an operation without a text', apollo({ id }), 'operations.0.body: must be a text'],
    [
      'of an id of another text',
      apollo(operation, { ...operation, body: `${text} #` }),
      'operations.1: the id is',
    ],
    [
      'of an id by another algorithm',
      { [createHash('md5').update(text).digest('hex')]: text },
      'entry 0: the id is',
    ],
    ['of an id that names another algorithm', { [`sha1:${id}`]: text }, 'entry 0: the id is'],
    ['of a text that is none', { [id]: 7 }, `must be the text`],
    ['that is one good one of two', [apollo(operation), { x: 'y' }], 'entry 0: the id is'],
  ])('%s', (_what, manifest, mistake) => {
    const said = complaint(manifest);
    expect(said).toMatch(/^GATEWAY_DOCUMENTS: the manifest is not valid: /);
    expect(said).toContain(mistake);
    expect(said).not.toContain('\n');
    expect(said).not.toContain('First');
  });
});
