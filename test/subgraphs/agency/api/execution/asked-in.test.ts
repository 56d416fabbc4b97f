import { parse } from 'graphql';
import { askedIn } from '../../../../../subgraphs/agency/api/execution/asked-in.ts';
import { areMet } from '../../../../../subgraphs/agency/api/execution/conditions.ts';
import { coordinatesOf } from '../../../../../subgraphs/agency/api/execution/coordinates.ts';
import { operationNamed } from '../../../../../subgraphs/agency/api/execution/operation-named.ts';
import { smallSchema } from '../../permissions/support.ts';

const schema = smallSchema();
const coordinates = coordinatesOf(schema);

/** The coordinates that a document asks for, given these variables, each once. */
function asked(text: string, variables: Record<string, unknown> = {}, name?: string, closed?: string) {
  const document = parse(text);
  const found = askedIn(document, name, schema, coordinates, (coordinate) => ({
    found: coordinate.name,
    enter: coordinate.name !== closed,
  }));
  const operation = operationNamed(document, name);
  const met = found.filter(({ conditions }) => areMet(conditions, variables, operation));
  return [...new Set(met.map((one) => one.found))];
}

describe('what an operation asks', () => {
  test('is each of its fields, of the agency’s own type', () => {
    expect(asked('{ __typename half { id name { full } } }')).toEqual([
      'Query.half',
      'BelarusDossier.id',
      'BelarusDossier.name',
      'Name.full',
    ]);
  });

  test('is not what is below a field that is not entered', () => {
    expect(asked('{ half { id name { full } } }', {}, undefined, 'BelarusDossier.name')).toEqual([
      'Query.half',
      'BelarusDossier.id',
      'BelarusDossier.name',
    ]);
  });

  test('is that of the operation named, and not of another', () => {
    const two = 'query A { version } query B { half { id } }';
    expect(asked(two, {}, 'A')).toEqual(['Query.version']);
    expect(asked(two, {}, 'B')).toEqual(['Query.half', 'BelarusDossier.id']);
  });

  test('is nothing of a fragment that nothing spreads', () => {
    expect(asked('{ version } fragment F on Query { half { id } }')).toEqual(['Query.version']);
  });

  test('is what fragments ask, inside one another', () => {
    const text = `{ half { ...A ... on BelarusDossier { reads } ... { status } } }
      fragment A on Dossier { ...B } fragment B on BelarusDossier { name { short } }`;
    expect(asked(text).slice(1)).toEqual([
      'BelarusDossier.name',
      'Name.short',
      'BelarusDossier.reads',
      'BelarusDossier.status',
    ]);
  });
});

describe('a condition', () => {
  const on = (directives: string, variables = '') => `query ${variables} { version ${directives} }`;
  const isAsked = (text: string, given: Record<string, unknown> = {}) => asked(text, given).length > 0;

  test.each([
    ['@include(if: true)', true],
    ['@include(if: false)', false],
    ['@skip(if: true)', false],
    ['@skip(if: false)', true],
    ['@include(if: true) @skip(if: true)', false],
  ])('%s is decided by itself', (directives, expected) => {
    expect(isAsked(on(directives))).toBe(expected);
  });

  test.each([
    ['@include(if: $a)', true, true],
    ['@include(if: $a)', false, false],
    ['@skip(if: $a)', true, false],
    ['@skip(if: $a)', false, true],
  ])('%s is decided by a variable, here %s', (directives, a, expected) => {
    expect(isAsked(on(directives, '($a: Boolean!)'), { a })).toBe(expected);
  });

  test('takes a variable that is not given at its default', () => {
    const text = (value: boolean) => on('@include(if: $a)', `($a: Boolean! = ${value})`);
    expect([isAsked(text(true)), isAsked(text(false))]).toEqual([true, false]);
    expect(isAsked(text(true), { a: false })).toBe(false);
  });

  test('of a fragment, a field around or a spread counts for all within', () => {
    const text = `query ($a: Boolean!, $b: Boolean!) { half @include(if: $a) { ...F @skip(if: $b) } }
      fragment F on Dossier { status }`;
    const met = (a: boolean, b: boolean) => asked(text, { a, b }).includes('BelarusDossier.status');
    expect([met(true, false), met(true, true), met(false, false)]).toEqual([true, false, false]);
  });

  test('that can never be met together with those around it is not asked', () => {
    const text = 'query ($a: Boolean!) { half @include(if: $a) { status @skip(if: $a) } }';
    expect([true, false].map((a) => asked(text, { a }).includes('BelarusDossier.status'))).toEqual([
      false,
      false,
    ]);
  });

  test('of one spread does not hide another spread of the same fragment', () => {
    const text = `query ($a: Boolean!, $b: Boolean!) { half { ...F @include(if: $a) ...F @include(if: $b) } }
      fragment F on Dossier { status }`;
    const met = (a: boolean, b: boolean) => asked(text, { a, b }).includes('BelarusDossier.status');
    expect([met(true, false), met(false, true), met(false, false)]).toEqual([true, true, false]);
  });
});

describe('a hundred fragments inside one another, each spread twice', () => {
  const levels = [...Array(100).keys()];
  const nested = (spread: (level: number) => string, variables = '') =>
    `query ${variables} { half { ...F0 } }
     ${levels.map((level) => `fragment F${level} on Dossier { ${spread(level + 1)} }`).join('\n')}
     fragment F100 on Dossier { status }`;

  test('are looked at once each', () => {
    expect(asked(nested((level) => `...F${level} ...F${level}`))).toEqual([
      'Query.half',
      'BelarusDossier.status',
    ]);
  });

  test('are looked at no more than a few times each, under whatever conditions', () => {
    const variables = `(${levels.map((level) => `$a${level + 1}: Boolean! = true, $b${level + 1}: Boolean! = true`).join(', ')})`;
    const text = nested(
      (level) => `...F${level} @include(if: $a${level}) ...F${level} @include(if: $b${level})`,
      variables,
    );
    expect(asked(text)).toEqual(['Query.half', 'BelarusDossier.status']);
  });
});
