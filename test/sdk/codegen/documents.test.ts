import { describe, expect, test } from '@jest/globals';
import { buildSchema, concatAST, type DocumentNode, parse, print, validate } from 'graphql';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import { identified } from '../../../sdk/src/codegen/identified.ts';
import { fragmentsOf, selectionMapOf } from '../../../sdk/src/codegen/selection.ts';

const schema = buildSchema(currentSchema());

function mapOf(...sources: string[]) {
  const { document, added } = identified(concatAST(sources.map((source) => parse(source))), schema);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions[0];
  if (operation?.kind !== 'OperationDefinition') throw new Error('the first is no operation');
  const source = { schema, fragments: fragmentsOf(document), added };
  return { document, map: selectionMapOf(source, 'Query', operation.selectionSet) };
}

const words = (document: DocumentNode) => print(document).replace(/\s+/g, ' ');
const contacts = { at: { 'RussiaDossier.contacts': 'RUSSIA' } };

describe('a dossier', () => {
  test('that was asked without its id has it added, and taken out again', () => {
    const { document, map } = mapOf('query A { suspect(id: "x") { russia { contacts { value } } } }');
    expect(words(document)).toContain('russia { contacts { value } id }');
    const russia = { at: { 'Suspect.russia': 'RUSSIA' }, of: { contacts }, id: 'id', added: ['id'] };
    expect(map).toEqual({ suspect: { of: { russia } } });
  });

  test('that was asked with its id keeps it, also by a fragment', () => {
    const { map } = mapOf(
      'query A { suspect(id: "x") { russia { ...Half } } }',
      'fragment Half on Dossier { id contacts { value } }',
    );
    const russia = { at: { 'Suspect.russia': 'RUSSIA' }, of: { contacts }, id: 'id' };
    expect(map).toEqual({ suspect: { of: { russia } } });
  });

  test('in which another field is called `id` has it under another name', () => {
    const { document, map } = mapOf(
      'query A { suspect(id: "x") { russia { id: contactPoint contacts { value } } } }',
    );
    expect(words(document)).toContain('_id: id');
    expect(map.suspect?.of?.russia).toMatchObject({ id: '_id', added: ['_id'] });
  });

  test('under an alias is found under it, and so are its fields', () => {
    const { map } = mapOf(
      'query A { person: suspect(id: "x") { there: russia { phones: contacts { value } } } }',
    );
    expect(map.person?.of?.there?.of?.phones).toEqual(contacts);
  });
});

describe('a value that can be of several types', () => {
  const members = `query A($g: ID!) { belarus { group(id: $g) { members { nodes { dossier {
    contacts { value }
    ... on BelarusDossier { history { nodes { at } } }
  } } } } } }`;

  test('has its type added, and the coordinates of each', () => {
    const { map } = mapOf(members);
    const dossier = map.belarus?.of?.group?.of?.members?.of?.nodes?.of?.dossier;
    expect(dossier).toMatchObject({
      id: 'id',
      typename: '__typename',
      added: ['id', '__typename'],
      of: {
        contacts: { at: { 'BelarusDossier.contacts': 'BELARUS', 'RussiaDossier.contacts': 'RUSSIA' } },
        history: { at: { 'BelarusDossier.history': 'BELARUS' } },
      },
    });
  });

  test('keeps the type that was asked', () => {
    const { map } = mapOf(members.replace('dossier {', 'dossier { __typename'));
    expect(map.belarus?.of?.group?.of?.members?.of?.nodes?.of?.dossier?.added).toEqual(['id']);
  });
});
