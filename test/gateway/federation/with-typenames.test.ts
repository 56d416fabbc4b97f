import { parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { withTypenames } from '../../../gateway/federation/with-typenames.ts';

const printed = (text: string) =>
  print(withTypenames(parse(text)))
    .replace(/\s+/g, ' ')
    .trim();
const unchanged = (text: string) => print(parse(text)).replace(/\s+/g, ' ').trim();

describe('the type of an object is asked', () => {
  test('where a fragment stands inside another', () => {
    expect(printed('{ half { ... on Dossier { id ... on BelarusDossier { stage } } } }')).toBe(
      '{ half { __typename ... on Dossier { id ... on BelarusDossier { stage } } } }',
    );
  });

  test('where the outer or the inner one has a name', () => {
    expect(printed('{ half { ...F } } fragment F on Dossier { ... on BelarusDossier { stage } }')).toBe(
      '{ half { __typename ...F } } fragment F on Dossier { ... on BelarusDossier { stage } }',
    );
    expect(printed('{ half { ... on Dossier { ...F } } } fragment F on BelarusDossier { stage }')).toBe(
      '{ half { __typename ... on Dossier { ...F } } } fragment F on BelarusDossier { stage }',
    );
  });

  test('within a fragment’s own fields', () => {
    expect(
      printed('{ half { ...F } } fragment F on Dossier { members { ... on A { ... on B { id } } } }'),
    ).toBe('{ half { ...F } } fragment F on Dossier { members { __typename ... on A { ... on B { id } } } }');
  });
});

describe('a document stays as it is', () => {
  test.each([
    '{ half { id names { full } } }',
    '{ half { ...F } } fragment F on Dossier { id names { full } }',
    '{ half { ... on Dossier { id } ... on BelarusDossier { stage } } }',
    '{ half { __typename ... on Dossier { ... on BelarusDossier { stage } } } }',
  ])('such as %s', (text) => {
    expect(printed(text)).toBe(unchanged(text));
  });

  test('whose fragments lead to themselves, without being followed for ever', () => {
    expect(printed('{ half { ...F } } fragment F on Dossier { ...F }')).toBe(
      '{ half { __typename ...F } } fragment F on Dossier { ...F }',
    );
  });
});
