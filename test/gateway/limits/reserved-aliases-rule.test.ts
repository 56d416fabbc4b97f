import { Supergraph } from '@apollo/federation-internals';
import { parse, specifiedRules, validate } from 'graphql';
import { reservedAliasesRule } from '../../../gateway/limits/reserved-aliases-rule.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const api = Supergraph.build(supergraphSdl()).apiSchema().toGraphQLJSSchema();
const rule = reservedAliasesRule(schemaOf(supergraphSdl()));
const refusals = (text: string) =>
  validate(api, parse(text), [...specifiedRules, rule]).map(({ message }) => message);
const taken = (alias: string, field: string) => [
  `\`${alias}\` cannot be the alias of \`${field}\` here: the gateway uses that name itself. Choose another one.`,
];

const half = (fields: string) => `{ suspect(id: "BY-0000000000") { belarus { ${fields} } } }`;
const search = (fields: string) => `{ searchSuspects(criteria: { surname: "Ivanou" }) { ${fields} } }`;

describe('an alias is allowed', () => {
  test.each([
    half('number: id id called: names { full }'),
    half('id: id'),
    half('names { id: full }').replace('id: full', 'whole: full'),
    half('matches: contactPoint'),
    '{ id: suspect(id: "BY-0000000000") { id } }',
    '{ belarus: russia { dossiers { nodes { id } } } }',
    search('found: nodes { id: suspect { id } }'),
  ])('such as in %s', (text) => {
    expect(refusals(text)).toEqual([]);
  });
});

describe('an alias is refused', () => {
  test.each([
    ['of a key', half('id: contactPoint'), 'id', 'contactPoint'],
    ['of a key, through the interface', half('... on Dossier { id: contactPoint }'), 'id', 'contactPoint'],
    [
      'of what an agency is told of a record',
      half('matchTokens: contactPoint'),
      'matchTokens',
      'contactPoint',
    ],
    ['of a search’s question', search('question: pageInfo { endCursor }'), 'question', 'pageInfo'],
    ['of an agency’s part of a search', search('russia: nodes { hit { until } }'), 'russia', 'nodes'],
    ['of the type', '{ suspect(id: "BY-0000000000") { __typename: id } }', '__typename', 'id'],
    ['of the prototype', '{ suspect(id: "BY-0000000000") { __proto__: id } }', '__proto__', 'id'],
  ])('that takes the place %s', (_what, text, alias, field) => {
    expect(refusals(text)).toEqual(taken(alias, field));
  });
});
