import { type OperationDefinitionNode, parse } from 'graphql';
import { ofDocument } from '../../../gateway/limits/asked-document.ts';
import { fieldsAsked } from '../../../gateway/limits/cost-rule.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';

const schema = schemaOf(supergraphSdl());

function costOf(text: string): number {
  const document = parse(text);
  return fieldsAsked(document.definitions[0] as OperationDefinitionNode, ofDocument(schema, document));
}

const suspect = (selection: string) => `{ suspect(id: "BY-0000000000") { belarus { ${selection} } } }`;

describe('a list that is no page', () => {
  test('costs its fields once in the dossier that is asked for, and in each of a page', () => {
    // suspect, belarus, infrastructure, value
    expect(costOf(suspect('infrastructure { value }'))).toBe(4);
    // belarus, dossiers, and 50 x (nodes, suspect, russia, infrastructure, value)
    expect(
      costOf(
        '{ belarus { dossiers(first: 50) { nodes { suspect { russia { infrastructure { value } } } } } } }',
      ),
    ).toBe(2 + 50 * 5);
  });

  test('costs as much as it may hold in a dossier to which a shared thing leads', () => {
    const dossiers = 'dossiers(first: 10) { nodes { infrastructure { value } names { full } } }';
    // 10 x (nodes, infrastructure and 200 values, names and 50 of them)
    const pages = 10 * (1 + (1 + 200) + (1 + 50));
    // suspect, belarus, infrastructure, node, dossiers
    expect(costOf(suspect(`infrastructure { node { ${dossiers} } }`))).toBe(5 + pages);
    expect(costOf(suspect(`instruments { node { ${dossiers} } }`))).toBe(5 + pages);
    // … and a page of them below each value of those: 10 x (nodes, infrastructure, 200 x (node, dossiers, …))
    expect(
      costOf(
        suspect(`infrastructure { node { dossiers(first: 10) { nodes {
      infrastructure { node { ${dossiers} } } } } } }`),
      ),
    ).toBe(5 + 10 * (2 + 200 * (2 + pages)));
  });

  test('costs the same by a group that a dossier names, and in fragments', () => {
    const members = 'memberships { group { members(first: 5) { nodes { dossier { ...D } } } } }';
    const asked = (text: string) => costOf(`${suspect(text)} fragment D on Dossier { contacts { value } }`);
    // suspect, belarus, memberships, group, members, and 5 x (nodes, dossier, contacts and 100 values)
    expect(asked(members)).toBe(5 + 5 * (2 + 1 + 100));
    // The same fragment in the dossier itself is contacts and value.
    expect(asked(`...D ${members}`)).toBe(5 + 5 * (2 + 1 + 100) + 2);
  });

  test('costs its fields once in the members of a group that is asked for itself', () => {
    const members = 'members(first: 5) { nodes { dossier { contacts { value } } } }';
    // belarus, group, members, and 5 x (nodes, dossier, contacts, value)
    expect(costOf(`{ belarus { group(id: "BYG-0") { ${members} } } }`)).toBe(3 + 5 * 4);
    expect(costOf(`{ node(id: "BYG-0") { ... on BelarusGroup { ${members} } } }`)).toBe(2 + 5 * 4);
  });
});
