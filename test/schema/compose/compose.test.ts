import { parse } from 'graphql';
import { composeSubgraphs } from '../../../schema/compose/compose.ts';
import { builtSdl } from '../../support/schema-files.ts';

/** The subgraphs, with something changed in the agencies'. */
const services = (change: (sdl: string) => string = (sdl) => sdl) =>
  ['belarus', 'crossborder', 'russia'].map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(name === 'crossborder' ? builtSdl(name) : change(builtSdl(name))),
  }));

/** Each agency's result of a group has one more member, `StaleVersion` is no refusal, and a grant takes no version. */
const spoiled = (sdl: string) =>
  `${sdl
    .replace(/^union GroupResult = /m, '$&TooLate | ')
    .replace('type StaleVersion implements Refusal', 'type StaleVersion')
    .replace(/input GrantReleaseInput @access\(class: OPEN\) \{[^}]*\}/, (input) =>
      input.replace('version: Int!', 'reread: Int!'),
    )}
  type TooLate @shareable @access(class: OPEN) { since: String! }`;

test('subgraphs are composed whose actions answer with their success or a refusal', () => {
  expect(composeSubgraphs(services()).api.getType('Refusal')).toBeDefined();
});

test('and refused, by each action whose answer is neither, or that takes no version', () => {
  let refusal = '';
  try {
    composeSubgraphs(services(spoiled));
  } catch (error) {
    refusal = (error as Error).message;
  }
  expect(refusal.split('\n')).toEqual(
    expect.arrayContaining([
      'BelarusMutation.amendDossier has more than one success in its result (BelarusRecordedDossier, StaleVersion): all but one must implement Refusal',
      'RussiaMutation.countersignGroup has more than one success in its result (TooLate, RecordedGroup, StaleVersion): all but one must implement Refusal',
      'RussiaMutation.grantRelease takes no version: give its input `version: Int!`, or say in its description why it takes no version',
    ]),
  );
});

const refusalOf = (changed: ReturnType<typeof services>): string => {
  try {
    composeSubgraphs(changed);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

/** The subgraphs, with something changed in one of them. */
const inOne = (changed: string, change: (sdl: string) => string) =>
  ['belarus', 'crossborder', 'russia'].map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(name === changed ? change(builtSdl(name)) : builtSdl(name)),
  }));

test('and refused with a field that two of them describe differently, be it another’s in one', () => {
  const described = inOne('russia', (sdl) => sdl.replaceAll('That agency answers.', 'Somebody answers.'));
  expect(refusalOf(described)).toContain(
    'BelarusDossier.candidates is described differently in two subgraphs',
  );
});

test('and refused with a type in place of an interface, which the gateway does not serve', () => {
  const withInterfaceObject = inOne(
    'russia',
    (sdl) =>
      `${sdl.replace('import: [', 'import: ["@interfaceObject", ')}
    "Something." type Held @interfaceObject @key(fields: "id") { "Its id." id: ID! @access(class: OPEN) }`,
  );
  expect(refusalOf(withInterfaceObject)).toContain('russia uses @interfaceObject');
});

test('and refused with a root field node of another form, or of an agency', () => {
  const ofOtherForm = inOne('crossborder', (sdl) =>
    sdl.replace(/\bnode\(([^)]*?)\bid: ID!/, 'node($1ref: ID!'),
  );
  expect(refusalOf(ofOtherForm)).toContain('Query.node is not `node(id: ID!): Node`');
  const ofAgency = inOne(
    'russia',
    (sdl) => `${sdl}
    extend type Query { "A node." node("An id." id: ID! @access(class: OPEN)): Node @shareable @access(class: OPEN) }`,
  );
  expect(refusalOf(ofAgency)).toContain('russia has a root field `node`');
});
