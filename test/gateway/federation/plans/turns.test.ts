import { Turns } from '../../../../gateway/federation/plans/turns.ts';

const minute = 60_000;

describe('the turns of one caller', () => {
  test('are so many at a time; the next comes when one ends, in the order in which they were wanted', async () => {
    const turns = new Turns(2);
    const [first] = await Promise.all([turns.take('one', 0), turns.take('one', 0)]);
    const begun: string[] = [];
    const [third, fourth] = ['third', 'fourth'].map((name) =>
      turns.take('one', minute).then((end) => {
        begun.push(name);
        return end;
      }),
    );
    expect(begun).toEqual([]);
    first?.();
    (await third)?.();
    await fourth;
    expect(begun).toEqual(['third', 'fourth']);
  });

  test('keep no other caller waiting', async () => {
    const turns = new Turns(1);
    expect(await turns.take('one', 0)).toBeDefined();
    expect(await turns.take('other', 0)).toBeDefined();
  });

  test('that do not come in time are given up, and take no place of those behind them', async () => {
    const turns = new Turns(1);
    const end = await turns.take('one', 0);
    const patient = turns.take('one', minute);
    expect(await turns.take('one', 0)).toBeUndefined();
    end?.();
    expect(await patient).toBeDefined();
  });
});
