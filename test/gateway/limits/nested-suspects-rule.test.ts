import { parse, validate } from 'graphql';
import { nestedSuspectsRule } from '../../../gateway/limits/nested-suspects-rule.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());
const refusals = (text: string) =>
  validate(schema, parse(text), [nestedSuspectsRule(1)]).map(({ message, extensions }) => [
    extensions.code,
    message,
  ]);
const refused = (levels: number) => [
  [
    'QUERY_TOO_LARGE',
    `The query nests suspects inside the halves of suspects ${levels} levels deep; the limit is 1.`,
  ],
];

const root = 'suspect(id: "BY-0000000000")';

describe('a suspect inside a half of a suspect', () => {
  test('is allowed one level deep, by whatever way', () => {
    expect(
      refusals(`{ ${root} { belarus { suspect { russia { id } } } russia { suspect { id } } } }`),
    ).toEqual([]);
    expect(refusals('{ belarus { dossiers { nodes { suspect { russia { suspect { id } } } } } } }')).toEqual(
      [],
    );
    expect(
      refusals(
        `{ ${root} { ...S } } fragment S on Suspect { belarus { ... on Dossier { suspect { id } } } }`,
      ),
    ).toEqual([]);
    expect(
      refusals('{ node(id: "S-BY-0000000000") { ... on Suspect { belarus { suspect { id } } } } }'),
    ).toEqual([]);
  });

  test('is refused two levels deep, by whatever way', () => {
    expect(refusals(`{ ${root} { belarus { suspect { russia { suspect { id } } } } } }`)).toEqual(refused(2));
    expect(
      refusals(
        `{ belarus { dossiers { nodes { suspect { russia { suspect { belarus { suspect { id } } } } } } } } }`,
      ),
    ).toEqual(refused(2));
    expect(
      refusals(`{ ${root} { ...S } } fragment S on Suspect { belarus { a: suspect { ...T } } }
        fragment T on Suspect { russia { ... on Dossier { b: suspect { id } } } }`),
    ).toEqual(refused(2));
    expect(
      refusals(
        '{ node(id: "S-BY-0000000000") { ... on Suspect { belarus { suspect { russia { suspect { id } } } } } } }',
      ),
    ).toEqual(refused(2));
  });

  test('is told how deep it is, however it forks', () => {
    const forks = Array.from(
      { length: 40 },
      (_none, n) =>
        `fragment F${n} on Suspect { belarus { suspect { ...F${n + 1} } } russia { suspect { ...F${n + 1} } } }`,
    );
    expect(refusals(`{ ${root} { ...F0 } } ${forks.join(' ')} fragment F40 on Suspect { id }`)).toEqual(
      refused(40),
    );
  });

  test('that leads to itself is for another rule, and does not hang this one', () => {
    expect(refusals(`{ ${root} { ...S } } fragment S on Suspect { belarus { suspect { ...S } } }`)).toEqual(
      [],
    );
  });
});
