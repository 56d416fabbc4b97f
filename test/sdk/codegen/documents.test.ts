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
  const root = schema.getRootType(operation.operation)?.name ?? '';
  return { document, map: selectionMapOf(source, root, operation.selectionSet) };
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
    expect(words(document)).toContain('concord1_id: id');
    expect(map.suspect?.of?.russia).toMatchObject({ id: 'concord1_id', added: ['concord1_id'] });
  });

  test('in which our other name is taken too has it under a third', () => {
    const { map } = mapOf(
      'query A { suspect(id: "x") { russia { id: contactPoint concord1_id: agency contacts { value } } } }',
    );
    expect(map.suspect?.of?.russia).toMatchObject({ id: 'concord2_id', added: ['concord2_id'] });
  });

  test('whose id the document asks under a condition, or under another name, has one that is always there', () => {
    const { document, map } = mapOf(
      'query A($x: Boolean!) { suspect(id: "x") { russia { rid: id @include(if: $x) contacts { value } } } }',
    );
    expect(words(document)).toContain('contacts { value } id }');
    expect(map.suspect?.of?.russia).toMatchObject({ id: 'id', added: ['id'] });
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

  test('has its type and id on every type, whatever the document asks of one', () => {
    const { map } = mapOf(
      members.replace(
        'contacts { value }',
        `...on BelarusDossier { by: id t: __typename contacts { value } }
         ...on RussiaDossier { ru: id contacts { value } }`,
      ),
    );
    expect(map.belarus?.of?.group?.of?.members?.of?.nodes?.of?.dossier).toMatchObject({
      id: 'id',
      typename: '__typename',
      added: ['id', '__typename'],
    });
  });

  test('of which another field is called `__typename` has its type under another name', () => {
    const { map } = mapOf(members.replace('contacts {', '__typename: agency contacts {'));
    expect(map.belarus?.of?.group?.of?.members?.of?.nodes?.of?.dossier?.typename).toBe('concord1_typename');
  });

  test('keeps the type that was asked', () => {
    const { map } = mapOf(members.replace('dossier {', 'dossier { __typename'));
    expect(map.belarus?.of?.group?.of?.members?.of?.nodes?.of?.dossier?.added).toEqual(['id']);
  });
});

describe('a name that every object of JavaScript has', () => {
  test('keeps its mark', () => {
    const { map } = mapOf(
      'query A { suspect(id: "x") { russia { __proto__: names { full } toString: harms { loss } } } }',
    );
    expect(Object.keys(map.suspect?.of?.russia?.of ?? {})).toEqual(['__proto__', 'toString']);
  });
});

describe('what a newer type may have', () => {
  const resultIn = (selection: string) =>
    mapOf(`mutation A($i: DossierInput!) { belarus { recordDossier(input: $i) { ${selection} } } }`).map
      .belarus?.of?.recordDossier;

  test('is what is asked of an interface that some known types have', () => {
    const asked =
      '__typename ... on Refusal { code words: message } ... on InvalidInput { problems { path } }';
    expect(resultIn(asked)).toMatchObject({ newer: ['__typename'], perhaps: ['code', 'words'] });
  });

  test('is nothing that is asked of a known type by its own name, inside an interface too', () => {
    const asked = '... on Refusal { ... on InvalidInput { code } } ... on InvalidInput { message }';
    expect(resultIn(asked)).not.toHaveProperty('perhaps');
  });
});

describe('what a newer type has', () => {
  const newerIn = (selection: string) =>
    mapOf(`query A($g: ID!) { belarus { group(id: $g) { members { nodes { dossier { ${selection} } } } } } }`)
      .map.belarus?.of?.group?.of?.members?.of?.nodes?.of?.dossier?.newer;

  test('is what is asked of every type', () => {
    expect(newerIn('contacts { value } ... on BelarusDossier { version }')).toEqual(['contacts']);
    expect(newerIn('__typename ... on Dossier { agency }')).toEqual(['__typename', 'agency']);
  });

  test('is not told where it is what each known type has', () => {
    expect(newerIn('agency contacts { value }')).toBeUndefined();
  });

  test('is not what each known type is asked for by its own name', () => {
    expect(newerIn('agency ... on BelarusDossier { version } ... on RussiaDossier { version }')).toEqual([
      'agency',
    ]);
  });
});
