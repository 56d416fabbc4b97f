import { Kind, parse, print } from 'graphql';
import { spreadFields } from '../../../schema/compose/spread-fields.ts';

const spread = (sdl: string): string =>
  print({ kind: Kind.DOCUMENT, definitions: spreadFields(parse(sdl).definitions) });
const same = (sdl: string): string => print(parse(sdl));

describe('@spread', () => {
  test('puts the fields of a type in its place, with their classes and descriptions', () => {
    const dossier = 'interface Dossier { "The id." id: ID! @access(class: OPEN) names: [Name!] }';
    expect(
      spread(`${dossier} type Own implements Dossier { first: Int dossier: Dossier @spread last: Int }`),
    ).toBe(
      same(
        `${dossier} type Own implements Dossier { first: Int "The id." id: ID! @access(class: OPEN) names: [Name!] last: Int }`,
      ),
    );
  });

  test('leaves out a field that the type has itself', () => {
    const values = 'input Values { names: [String!] status: String } input Other { values: Values }';
    expect(spread(`${values} input Whole { values: Values @spread status: String! }`)).toBe(
      same(`${values} input Whole { names: [String!] status: String! }`),
    );
  });

  test('leaves no input behind that nothing else names', () => {
    const parts = 'input Step { version: Int! } interface Dossier { id: ID! }';
    expect(spread(`${parts} input Start { step: Step @spread } type Own { dossier: Dossier @spread }`)).toBe(
      same('interface Dossier { id: ID! } input Start { version: Int! } type Own { id: ID! }'),
    );
  });

  test('and a field without it stays what it is', () => {
    const sdl = 'interface Dossier { id: ID! } type Own { dossier: Dossier }';
    expect(spread(sdl)).toBe(same(sdl));
  });

  test.each([
    [
      'a type that is not there',
      'type Own { all: Missing @spread }',
      'all spreads Missing, which has no fields',
    ],
    [
      'a type without fields',
      'enum E { A } type Own { all: E @spread }',
      'all spreads E, which has no fields',
    ],
    [
      'a type with a spread',
      'type A { id: ID! } type B { a: A @spread } type C { b: B @spread }',
      'b spreads B, which has a spread itself',
    ],
  ])('is refused of %s', (_what, sdl, problem) => {
    expect(() => spread(sdl)).toThrow(problem);
  });
});
