import { paced } from '../../../../../subgraphs/agency/api/work/paced.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n += 1) yield n;
}

test('what is counted one by one counts as work, and lets others have their turn', async () => {
  let [objects, pauses, waits] = [0, 0, 0];
  const work = {
    made: (more: number) => {
      objects += more;
      return objects % 5 !== 0;
    },
    pause: () => {
      pauses += 1;
      return undefined;
    },
    whenFree: async () => {
      waits += 1;
    },
  };
  const seen: number[] = [];
  for await (const n of paced(numbers(20), work, 0.5)) seen.push(n);
  expect(seen).toHaveLength(20);
  expect({ objects, pauses, waits }).toEqual({ objects: 10, pauses: 18, waits: 2 });
});

test('nothing more is read once the work is stopped', async () => {
  const stopped = { made: () => true, whenFree: async () => undefined };
  const reason = new Error('nobody waits for it');
  const work = {
    ...stopped,
    pause: () => {
      throw reason;
    },
  };
  await expect(paced(numbers(20), work, 1).next()).rejects.toBe(reason);
});
