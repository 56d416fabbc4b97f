import { inRecordersTurn, inTurn } from '../../../../subgraphs/agency/records/in-turn.ts';

test.each([
  ['the first of each, then the second', [['a', 'b', 'c'], ['d']], ['a', 'd', 'b', 'c']],
  [
    'each once',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    ['a', 'b'],
  ],
  ['nothing of nothing', [[], []], []],
])('%s', (_what, lists, expected) => {
  expect(inTurn(lists)).toEqual(expected);
});

test('who recorded a hundred takes the place of nobody else’s', () => {
  const of = (recorder: string, count: number) =>
    Array.from({ length: count }, (_none, n) => ({ recorder, name: `${recorder} ${n}` }));
  const found = inRecordersTurn([...of('flooding', 100), ...of('one', 2), ...of('another', 1)], 5);
  expect(found.map(({ name }) => name)).toEqual(['flooding 0', 'one 0', 'another 0', 'flooding 1', 'one 1']);
});
