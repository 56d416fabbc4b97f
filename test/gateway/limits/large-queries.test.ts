import { type OperationDefinitionNode, parse } from 'graphql';
import { ofDocument } from '../../../gateway/limits/asked-document.ts';
import { isLarge, LargeQueries, longestTurn } from '../../../gateway/limits/large-queries.ts';
import { schemaOf, supergraphSdl } from '../../support/schema-files.ts';
import { stopTimers } from '../../support/stopped-clock.ts';

/** Queries that run until they are let go, and the order in which they have begun. */
function asking(large: LargeQueries) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (caller: string) =>
    large.run(caller, () => {
      begun.push(caller);
      return new Promise<string>((resolve) => ends.push(() => resolve(caller)));
    });
  return { begun, ends, ask };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('large queries run one at a time, and the next is that of whoever has spent least', async () => {
  const spent: Record<string, number> = { busy: 10_000, other: 5_000, quiet: 0 };
  const { begun, ends, ask } = asking(new LargeQueries((caller) => spent[caller] ?? 0));
  const answers = ['busy', 'busy', 'busy', 'other', 'other', 'busy', 'quiet'].map(ask);
  await settled();
  expect(begun).toEqual(['busy']);
  ends[0]?.();
  expect(await answers[0]).toBe('busy');
  await settled();
  expect(begun.slice(1)).toEqual(['quiet']);
  for (let left = 0; left < answers.length; left += 1) {
    for (const end of ends) end();
    await settled();
  }
  expect(await Promise.all(answers)).toHaveLength(7);
});

test('a caller with too many that wait is refused, and another one is not', async () => {
  const { begun, ends, ask } = asking(new LargeQueries(() => 0));
  const waiting = Array.from({ length: 21 }, () => ask('busy'));
  await expect(ask('busy')).rejects.toMatchObject({ extensions: { code: 'TOO_MANY_REQUESTS' } });
  void ask('quiet');
  await settled();
  expect(begun).toEqual(['busy']);
  for (let left = 0; left < waiting.length; left += 1) {
    for (const end of ends) end();
    await settled();
  }
});

test('one that waits for an agency gives up its turn to others after a while, and not to its own officer', async () => {
  const clock = stopTimers();
  const { begun, ends, ask } = asking(new LargeQueries(() => 0));
  const answers = ['slow', 'slow', 'second', 'third'].map(ask);
  await clock.tickAsync(longestTurn - 1);
  expect(begun).toEqual(['slow']);
  await clock.tickAsync(1);
  expect(begun).toEqual(['slow', 'second']);
  ends[1]?.();
  await clock.tickAsync(0);
  expect(begun).toEqual(['slow', 'second', 'third']);
  ends[2]?.();
  await clock.tickAsync(0);
  // Nobody else waits, and still it is not the turn of this officer.
  expect(begun).toHaveLength(3);
  ends[0]?.();
  await clock.tickAsync(0);
  expect(begun).toEqual(['slow', 'second', 'third', 'slow']);
  ends[3]?.();
  expect(await Promise.all(answers)).toHaveLength(4);
});

test('one that fails gives up its place', async () => {
  const large = new LargeQueries(() => 0);
  for (let asked = 0; asked < 10; asked += 1)
    await expect(large.run('caller', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
});

describe('a query is large', () => {
  const schema = schemaOf(supergraphSdl());
  const judged = (text: string, fields = 100) => {
    const document = parse(text);
    const [operation] = document.definitions as OperationDefinitionNode[];
    if (!operation) throw new Error('no operation');
    return isLarge(operation, ofDocument(schema, document), { fields, fetches: 1, steps: fields });
  };
  const suspect = (selection: string) => `{ suspect(id: "BY-0000000000") { belarus { ${selection} } } }`;

  test('where it costs much', () => {
    expect(judged(suspect('id'), 1_950)).toBe(false);
    expect(judged(suspect('id'), 1_951)).toBe(true);
  });

  test.each([
    ['infrastructure', suspect('infrastructure { node { dossiers(first: 1) { nodes { id } } } }')],
    ['instruments', suspect('instruments { node { dossiers(first: 1) { edges { node { id } } } } }')],
    ['a group', suspect('memberships { group { members(first: 1) { nodes { rank } } } }')],
    [
      'a thing in a fragment',
      `${suspect('...D')} fragment D on Dossier { infrastructure { node { dossiers(first: 1) { nodes { id } } } } }`,
    ],
  ])('where it asks who shares %s, however little it costs', (_what, text) => {
    expect(judged(text)).toBe(true);
  });

  test('not where it names what is shared, or is a page or a mutation', () => {
    expect(judged(suspect('infrastructure { node { id } } memberships { group { name } }'))).toBe(false);
    expect(judged('{ belarus { dossiers(first: 10) { nodes { id } } } }')).toBe(false);
    expect(judged('mutation { belarus { release { id } } }', 100_000)).toBe(false);
  });
});
