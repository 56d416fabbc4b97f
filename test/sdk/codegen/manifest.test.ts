import { createHash } from 'node:crypto';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import { concordCodegen } from '../../../sdk/src/codegen/concord-codegen.ts';
import { type DocumentManifest, manifestPreset } from '../../../sdk/src/codegen/manifest.ts';
import { documentOf } from '../support/documents.ts';

// To generate takes long on a machine that is busy.

const contacts =
  'query Contacts { suspect(id: "x") { russia { ...Half } } } fragment Half on Dossier { contacts { value } }';

async function manifestFor(source: string): Promise<DocumentManifest> {
  const sdl = currentSchema();
  const [section] = await manifestPreset().buildGeneratesSection({
    baseOutputDir: 'persisted-documents.json',
    presetConfig: {},
    plugins: [],
    pluginMap: {},
    config: {},
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: [{ location: 'operations.graphql', document: parse(source) }],
  });
  if (!section) throw new Error('the preset has no section');
  return JSON.parse(await codegen(section));
}

describe('the manifest of operations', () => {
  test('has each as the client sends it, by its SHA-256, in Apollo’s format', async () => {
    const { concord } = await documentOf(contacts, 'query');
    expect(await manifestFor(contacts)).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        {
          id: createHash('sha256').update(concord.source).digest('hex'),
          name: 'Contacts',
          type: 'query',
          body: concord.source,
        },
      ],
    });
  });

  test('has no fragment of its own, and is empty of none', async () => {
    const { operations } = await manifestFor('fragment Half on Dossier { id }');
    expect(operations).toEqual([]);
  });
});

test('a manifest is written where a file is named for it, and nowhere otherwise', () => {
  const asked = { documents: '*.graphql', output: 'operations.ts' };
  expect(Object.keys(concordCodegen(asked).generates)).toEqual(['operations.ts']);
  expect(Object.keys(concordCodegen({ ...asked, manifest: 'known.json' }).generates)).toEqual([
    'operations.ts',
    'known.json',
  ]);
});
