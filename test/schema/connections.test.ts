import { buildSchema, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { builtSdl, undescribed } from '../support/schema-files.ts';

const objectsOf = (schema: GraphQLSchema) => Object.values(schema.getTypeMap()).filter(isObjectType);
const isConnection = ({ name }: { name: string }) => name.endsWith('Connection');
const printed = (type: GraphQLObjectType | undefined, field: string) =>
  String(type?.getFields()[field]?.type);
const objectIn = (type: GraphQLObjectType, field: string) => {
  const found = type.getFields()[field];
  const named = found && getNamedType(found.type);
  return isObjectType(named) ? named : undefined;
};

/** The arguments of a field that pages forwards, each with its type. */
const forwards = ['first: Int!', 'after: Cursor'];

/** Every place where a list that pages is not what the GraphQL Cursor Connections Specification says. */
function connectionProblems(schema: GraphQLSchema): string[] {
  const problems: string[] = [];
  for (const type of objectsOf(schema)) {
    for (const { name, args, type: answered } of Object.values(type.getFields())) {
      const given = args.map((argument) => `${argument.name}: ${argument.type}`);
      const pages = args.some(({ name: argument }) => ['first', 'after'].includes(argument));
      if (pages !== isConnection(getNamedType(answered)))
        problems.push(`${type.name}.${name} pages, or answers with a connection, but not both`);
      if (pages && (forwards.some((each) => !given.includes(each)) || String(answered).includes('[')))
        problems.push(`${type.name}.${name} pages by other arguments, or answers with a list`);
    }
    if (!isConnection(type)) continue;
    const edge = objectIn(type, 'edges');
    const node = printed(edge, 'node');
    if (!edge?.name.endsWith('Edge') || !printed(type, 'edges').startsWith(`[${edge.name}!]`))
      problems.push(`${type.name}.edges is no list of edges`);
    if (printed(edge, 'cursor') !== 'Cursor!') problems.push(`${type.name} has edges without a cursor`);
    if (!printed(type, 'nodes').startsWith(`[${node}]`))
      problems.push(`${type.name}.nodes is no list of the edges' nodes`);
    if (printed(type, 'pageInfo') !== 'PageInfo!') problems.push(`${type.name}.pageInfo is not PageInfo!`);
  }
  const pageInfo = Object.values(
    objectsOf(schema)
      .find(({ name }) => name === 'PageInfo')
      ?.getFields() ?? {},
  );
  const ofPage = pageInfo.map(({ name, type }) => `${name}: ${type}`).sort();
  if (
    ofPage.join() !== 'endCursor: Cursor,hasNextPage: Boolean!,hasPreviousPage: Boolean!,startCursor: Cursor'
  )
    problems.push('PageInfo has other fields');
  return problems;
}

const sdl = undescribed(builtSdl('api'));

test('every list that pages is a connection, in the form that Relay reads', () => {
  const schema = buildSchema(sdl);
  expect(objectsOf(schema).filter(isConnection).length).toBeGreaterThan(5);
  expect(connectionProblems(schema)).toEqual([]);
});

describe('a list is noticed that', () => {
  test.each([
    [
      'has no edges',
      'type ReadConnection {\n  edges: [ReadEdge!]!\n',
      'type ReadConnection {\n',
      ['ReadConnection.edges is no list of edges', 'ReadConnection has edges without a cursor'],
    ],
    [
      'has another name',
      /\bHistoryConnection\b/g,
      'HistoryPages',
      ['BelarusDossier.history pages, or answers with a connection, but not both'],
    ],
    [
      'may be without the position of its page',
      /(type NoticeConnection \{[^}]*pageInfo: PageInfo)!/,
      '$1',
      ['NoticeConnection.pageInfo is not PageInfo!'],
    ],
    [
      'pages by other arguments',
      /budgets\(first: Int! = 20, after: Cursor\)/g,
      'budgets(after: Cursor)',
      ['BelarusQuery.budgets pages by other arguments, or answers with a list'],
    ],
  ])('%s', (_what, from, to, problems) => {
    const broken = sdl.replace(from, to);
    expect(broken).not.toBe(sdl);
    expect(connectionProblems(buildSchema(broken))).toEqual(expect.arrayContaining(problems));
  });
});
