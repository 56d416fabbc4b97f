import { TurnsOfAddresses } from '../../../server/connections/turns-of-addresses.ts';

/** Requests that are begun or refused, and end when they are told to. */
function requests(turns: TurnsOfAddresses) {
  const begun: string[] = [];
  const refused: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (address: string, name: string) =>
    ends.set(
      name,
      turns.ask(
        address,
        () => begun.push(name),
        () => refused.push(name),
      ),
    );
  return { begun, refused, ask, end: (name: string) => ends.get(name)?.() };
}

const turnOfLoop = () => new Promise((resolve) => setImmediate(resolve));

test('a few are under way at a time, and the next begins in the turn of the loop after one has ended', async () => {
  const { begun, refused, ask, end } = requests(
    new TurnsOfAddresses({ atOnce: 2, ofAddress: 4, waiting: 4 }),
  );
  for (const name of ['one', 'two', 'three']) ask('a', name);
  expect(begun).toEqual(['one', 'two']);
  end('one');
  expect(begun).toEqual(['one', 'two']);
  ask('b', 'other');
  await turnOfLoop();
  expect(begun).toEqual(['one', 'two', 'three']);
  end('two');
  await turnOfLoop();
  expect([begun, refused]).toEqual([['one', 'two', 'three', 'other'], []]);
});

test('what is over at once is begun no more often in a turn of the loop', async () => {
  const { begun, ask, end } = requests(new TurnsOfAddresses({ atOnce: 2, ofAddress: 100, waiting: 100 }));
  for (let n = 0; n < 5; n += 1) {
    ask('a', `${n}`);
    end(`${n}`);
  }
  // The third and later ones had ended before they were begun.
  expect(begun).toEqual(['0', '1']);
  await turnOfLoop();
  ask('a', 'next');
  expect(begun).toEqual(['0', '1', 'next']);
});

test('addresses take turns, however many requests one of them has', async () => {
  const { begun, ask, end } = requests(new TurnsOfAddresses({ atOnce: 1, ofAddress: 9, waiting: 9 }));
  for (const name of ['a1', 'a2', 'a3']) ask('a', name);
  ask('b', 'b1');
  for (const name of ['a1', 'a2', 'b1', 'a3']) {
    end(name);
    await turnOfLoop();
  }
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
});

test('one too many of an address is refused, and one of another address waits', async () => {
  const { refused, ask, end, begun } = requests(
    new TurnsOfAddresses({ atOnce: 1, ofAddress: 2, waiting: 9 }),
  );
  for (const name of ['a1', 'a2', 'a3']) ask('a', name);
  ask('b', 'b1');
  expect(refused).toEqual(['a3']);
  end('a1');
  await turnOfLoop();
  ask('a', 'a4');
  expect([begun, refused]).toEqual([['a1', 'a2'], ['a3']]);
});

test('where no more can wait, the address with the most waiting gives one up to another, and not to one with as many', async () => {
  const { refused, ask, begun, end } = requests(
    new TurnsOfAddresses({ atOnce: 1, ofAddress: 9, waiting: 3 }),
  );
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) ask('a', name);
  expect(refused).toEqual(['a5']);
  ask('b', 'b1');
  expect(refused).toEqual(['a5', 'a4']);
  ask('b', 'b2');
  ask('c', 'c1');
  expect(refused).toEqual(['a5', 'a4', 'b2', 'a3']);
  for (const name of ['a1', 'a2', 'b1']) {
    end(name);
    await turnOfLoop();
  }
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1']);
});

test('one that leaves while it waits is not begun, and leaving twice makes room once', async () => {
  const { begun, ask, end } = requests(new TurnsOfAddresses({ atOnce: 1, ofAddress: 9, waiting: 9 }));
  for (const name of ['one', 'gone', 'two', 'three']) ask('a', name);
  end('gone');
  end('gone');
  end('one');
  end('one');
  await turnOfLoop();
  expect(begun).toEqual(['one', 'two']);
});
