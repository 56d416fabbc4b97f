import { parse, validate } from 'graphql';
import { nestedSharedRule } from '../../../gateway/limits/nested-shared-rule.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());
const refusals = (text: string) =>
  validate(schema, parse(text), [nestedSharedRule(1)]).map(({ message, extensions }) => [
    extensions.code,
    message,
  ]);
const refused = (levels: number) => [
  [
    'QUERY_TOO_LARGE',
    `The query nests shared things inside shared things ${levels} levels deep; the limit is 1. Ask for the dossiers of the last level in an operation of their own.`,
  ],
];

/** A dossier of those that share a thing with a dossier of those that … */
const shared = (levels: number) =>
  `{ suspect(id: "BY-0000000000") { belarus { ${'infrastructure { node { dossiers { nodes { '.repeat(levels)} id ${'} } } } '.repeat(levels)} } } }`;

describe('a shared thing inside a shared thing', () => {
  test('is allowed one level deep, of whatever kind', () => {
    expect(refusals(shared(1))).toEqual([]);
    expect(refusals(shared(2))).toEqual([]);
    const fromGroup = `members { nodes { dossier {
      instruments { node { dossiers { nodes { memberships { group { members { nodes { dossier { id } } } } } } } } } } } }`;
    expect(refusals(`{ belarus { group(id: "BYG-0") { ${fromGroup} } } }`)).toEqual([]);
    expect(refusals(`{ node(id: "BYG-0") { ... on BelarusGroup { ${fromGroup} } } }`)).toEqual([]);
  });

  test('is refused two levels deep, by whatever way', () => {
    expect(refusals(shared(3))).toEqual(refused(2));
    expect(
      refusals(`{ belarus { dossiers { nodes { ...A } } } }
        fragment A on Dossier { instruments { node { dossiers { edges { node { ...B } } } } } }
        fragment B on Dossier { memberships { group { members { nodes { dossier { ...C } } } } } }
        fragment C on Dossier { ... on BelarusDossier { infrastructure { node { id } } } }`),
    ).toEqual(refused(2));
    const fromGroup = `members { nodes { dossier { ...A } } }`;
    const fragments = `fragment A on Dossier { infrastructure { node { dossiers { nodes { ...B } } } } }
      fragment B on Dossier { instruments { node { dossiers { nodes { ...C } } } } }
      fragment C on Dossier { infrastructure { node { id } } }`;
    expect(refusals(`{ belarus { group(id: "BYG-0") { ${fromGroup} } } } ${fragments}`)).toEqual(refused(2));
    expect(refusals(`{ node(id: "BYG-0") { ... on BelarusGroup { ${fromGroup} } } } ${fragments}`)).toEqual(
      refused(2),
    );
  });

  test('that leads to itself is for another rule, and does not hang this one', () => {
    expect(
      refusals(`{ belarus { dossiers { nodes { ...A } } } }
        fragment A on Dossier { infrastructure { node { dossiers { nodes { ...A } } } } }`),
    ).toEqual([]);
  });
});
