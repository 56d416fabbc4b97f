import { parse } from 'graphql';
import { descriptionProblems } from '../../../schema/protect/description-problems.ts';

const problemsOf = (sdl: string): string[] => descriptionProblems(parse(sdl).definitions);

test('a schema of which every part says what it means has no problem', () => {
  const sdl = `
    "Questions." type Query { "One dossier; null for an id of nobody's." dossier("Such as \`BY-1\`." id: ID!): OwnDossier }
    "What one agency holds on a person."
    type OwnDossier { "Opaque and random." id: ID! }
    "The rule for who may know of it."
    enum Code { "Everybody may." SHAREABLE }
    "A dossier to record."
    input DossierInput { "The rule to begin with." code: Code! }
  `;
  expect(problemsOf(sdl)).toEqual([]);
});

describe('a part without a description is a problem:', () => {
  test.each([
    ['a type', 'type Link { "One person, or two." state: Int }', 'Link'],
    ['a field', '"A pair." type Link { state: Int }', 'Link.state'],
    [
      'an argument',
      '"A pair." type Link { "Of officers." notes("Up to 100." most: Int, of: Int): Int }',
      'Link.notes(of:)',
    ],
    ['an input', 'input LinkInput { "The own one." dossier: ID }', 'LinkInput'],
    ['a field of an input', '"A pair." input LinkInput { dossier: ID }', 'LinkInput.dossier'],
    ['a member of an enum', '"A verdict." enum State { "One person." SAME DIFFERENT }', 'State.DIFFERENT'],
    ['an interface', 'interface Held { "Opaque." id: ID }', 'Held'],
    ['a union', 'union Result = A | B', 'Result'],
    ['a scalar', 'scalar Date', 'Date'],
    ['a directive', 'directive @access("How sensitive." class: Int) on FIELD_DEFINITION', '@access'],
    ["a directive's argument", '"Protects." directive @access(class: Int) on OBJECT', '@access(class:)'],
  ])('%s', (_what, sdl, coordinate) => {
    expect(problemsOf(sdl)).toEqual([`${coordinate} has no description`]);
  });
});

describe('a description of the words of the name alone is a problem:', () => {
  const problem = 'Link.decidedAt repeats its name as its description: say what it means';

  test.each(['Decided at.', 'The link is decided at this.', 'The decided-at of the link.'])('%s', (text) => {
    expect(problemsOf(`"A pair." type Link { "${text}" decidedAt: Int }`)).toEqual([problem]);
  });

  test('one word more is none', () => {
    expect(problemsOf('"A pair." type Link { "The time at which it was decided." decidedAt: Int }')).toEqual(
      [],
    );
  });
});

describe('one text for several things', () => {
  const enumOf = (members: number) =>
    `"Of an alphabet." enum Letter { ${Array.from({ length: members }, (_, at) => `"One of them." L${at}`).join(' ')} }`;

  test('is no problem for three', () => {
    expect(problemsOf(enumOf(3))).toEqual([]);
  });

  test('is a problem for four, which names them', () => {
    expect(problemsOf(enumOf(4))).toEqual([
      '"One of them." describes Letter.L0, Letter.L1, Letter.L2, Letter.L3: say what each of them means',
    ]);
  });

  test('counts once for an interface and the types that share its field, which need not repeat it', () => {
    const shared = ['A', 'B', 'C', 'D'].map(
      (name) => `"Kind ${name.repeat(3)}." type ${name} implements Held`,
    );
    const held = '"A record." interface Held { "Opaque." id: ID }';
    expect(problemsOf(`${held} ${shared.map((type) => `${type} { "Opaque." id: ID }`).join(' ')}`)).toEqual(
      [],
    );
    expect(problemsOf(`${held} ${shared.map((type) => `${type} { id: ID }`).join(' ')}`)).toEqual([]);
  });
});

test('a type as another agency sees it, and an extension, need not be described again', () => {
  const own =
    '"A record." type OwnDossier { "Opaque." id: ID } extend type OwnDossier { "Pairs." links: Int }';
  expect(problemsOf(`${own} type ForeignDossier { id: ID "Likely ones." candidates: Int }`)).toEqual([]);
});
