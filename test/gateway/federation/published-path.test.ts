import { buildSchema, GraphQLError, parse } from 'graphql';
import { operationOf } from '../../../gateway/federation/null-entities.ts';
import { published, publishedPath } from '../../../gateway/federation/published-path.ts';
import { ofDocument } from '../../../gateway/limits/asked-document.ts';

const schema = buildSchema('type Query { id: ID }');

/** A document's operation and its fragments. */
function asked(text: string) {
  const document = parse(text);
  const operation = operationOf(document);
  if (!operation) throw new Error('no operation');
  return { operation, within: ofDocument(schema, document) };
}

const search = `{ searchSuspects { nodes { suspect { halves: russia { ...F } } } } }
  fragment F on Dossier { names { ... on PersonName { full } } }`;

const pathIn = (text: string, path: (string | number)[]) => {
  const { operation, within } = asked(text);
  return publishedPath(path, operation, within);
};

describe('the path of an error', () => {
  test.each([
    [['searchSuspects', 'nodes', 3, 'suspect', 'halves', 'names', 0, 'full']],
    [['searchSuspects', 'nodes']],
    [['searchSuspects', 'nodes', 0]],
  ])('that leads through what was asked stays as it is: %j', (path) => {
    expect(pathIn(search, path)).toEqual(path);
  });

  test.each([
    [['searchSuspects', 'russia', 'matches'], ['searchSuspects']],
    [
      ['searchSuspects', 'nodes', '@', 'suspect', 'halves'],
      ['searchSuspects', 'nodes'],
    ],
    [['searchSuspects', '[]', 'nodes'], ['searchSuspects']],
    [
      ['searchSuspects', 'nodes', 0, 'suspect', 'russia', 'names'],
      ['searchSuspects', 'nodes', 0, 'suspect'],
    ],
    [
      ['searchSuspects', 'nodes', 0, 'suspect', 'halves', '__proto__'],
      ['searchSuspects', 'nodes', 0, 'suspect', 'halves'],
    ],
  ])('that leads elsewhere is cut at the last field that was asked: %j', (path, cut) => {
    expect(pathIn(search, path)).toEqual(cut);
  });
});

describe('an error at such a path', () => {
  test('has all else that it had', () => {
    const { operation, within } = asked(search);
    const extensions = { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' };
    const error = new GraphQLError('No.', { path: ['searchSuspects', 'russia', 'matches'], extensions });
    expect(published(error, operation, within).toJSON()).toEqual({
      message: 'No.',
      path: ['searchSuspects'],
      extensions,
    });
  });

  test('is the same when its path needs no cut, and when it has none', () => {
    const { operation, within } = asked(search);
    for (const error of [new GraphQLError('No.', { path: ['searchSuspects'] }), new GraphQLError('No.')])
      expect(published(error, operation, within)).toBe(error);
  });
});
