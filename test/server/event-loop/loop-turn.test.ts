import { loopTurn } from '../../../server/event-loop/loop-turn.ts';

/** The rounds of the loop in which ten that wait at once go on. */
async function roundsOf(wait: () => Promise<void>): Promise<number[]> {
  let round = 0;
  let isOver = false;
  const count = () => {
    round += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const rounds = await Promise.all(Array.from({ length: 10 }, () => wait().then(() => round)));
  isOver = true;
  return rounds;
}

test('all that wait for the next turn go on in it', async () => {
  expect(new Set(await roundsOf(() => loopTurn.next())).size).toBe(1);
});

test('one that waits to go on alone has a turn of its own, in the order in which they came', async () => {
  const rounds = await roundsOf(() => loopTurn.alone());
  expect(new Set(rounds).size).toBe(10);
  expect(rounds).toEqual(rounds.toSorted((one, other) => one - other));
});
