import { buildSchema, isObjectType } from 'graphql';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import { partialBy, withholdableBy } from '../../../sdk/src/codegen/withholdable-by.ts';

const sdl = currentSchema();
const schema = buildSchema(sdl);
const markOf = (coordinate: string, mark = withholdableBy) => {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  if (!isObjectType(type) || !(field in type.getFields())) throw new Error(`no ${coordinate}`);
  return mark(type, field);
};

describe('a field that can be withheld, or lost with its agency, is marked with who answers for it', () => {
  test.each<[string, string | null, string]>([
    ['RussiaDossier.contacts', 'RUSSIA', 'its class'],
    ['BelarusDossier.cases', 'BELARUS', 'its class'],
    ['BelarusDossier.version', 'BELARUS', 'an action'],
    ['BelarusRelease.reason', 'BELARUS', 'an action'],
    ['Suspect.russia', 'RUSSIA', 'an entrance'],
    ['Query.belarus', 'BELARUS', 'an entrance'],
    ['BelarusQuery.dossiers', null, 'an entrance'],
    ['BelarusDossier.candidates', 'RUSSIA', 'the other agency answers'],
    ['Visibility.russia', 'RUSSIA', 'one agency of several answers'],
    ['BelarusQuery.group', null, 'its class'],
    ['BelarusRelease.case', 'BELARUS', 'a rule of its own, of what is there and of what is not'],
    ['Query.node', null, 'its owner, who may know of none for this viewer'],
    ['Membership.group', null, 'a group that may be gone, or of others alone'],
  ])('%s: %s, for %s', (coordinate, agency, _why) => expect(markOf(coordinate)).toBe(agency));
});

describe('a field that cannot be null by anybody’s decision is not marked', () => {
  test.each([
    ['BelarusDossier.id', 'non-null'],
    ['PersonName.patronymic', 'withheld with its name'],
    ['Offence.case', 'withheld with its offence'],
    ['Mutation.belarus', 'an error or an outcome'],
    ['Query.suspect', 'no agency’s'],
    ['Match.band', 'open'],
  ])('%s: %s', (coordinate, _why) => expect(markOf(coordinate)).toBeUndefined());
});

describe('a list from which items are left out is marked with what its receipts name', () => {
  test.each<[string, string | null]>([
    ['HistoryEntry.changes', null],
    ['RequestSubject.criteria', null],
    ['SuspectSearchConnection.nodes', 'SuspectCriteria'],
    ['SuspectSearchConnection.edges', 'SuspectCriteria'],
  ])('%s: %s', (coordinate, input) => {
    expect(markOf(coordinate, partialBy)).toBe(input);
    expect(markOf(coordinate)).toBeUndefined();
  });

  test.each(['HistoryConnection.nodes', 'SuspectSearchConnection.agencies', 'BelarusDossier.names'])(
    '%s is not: it is whole or null',
    (coordinate) => expect(markOf(coordinate, partialBy)).toBeUndefined(),
  );
});

test('nothing of the inside is in it: no address, no machinery, no field for machines', () => {
  expect(sdl).not.toMatch(/localhost|join__|matchTokens|@access|inaccessible/);
});
