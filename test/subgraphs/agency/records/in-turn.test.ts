import { inTurn } from '../../../../subgraphs/agency/records/in-turn.ts';

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
