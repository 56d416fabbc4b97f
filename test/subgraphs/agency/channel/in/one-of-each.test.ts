import { OneOfEach } from '../../../../../subgraphs/agency/channel/in/one-of-each.ts';

/** Work that is begun in some order, and ends when it is told to. */
function works(ofEach: OneOfEach<string>) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (of: string, name: string) =>
    ofEach.inTurn(of, () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    });
  return { begun, ends, start };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('one thing of each is done at a time, in order, beside those of others', async () => {
  const { begun, ends, start } = works(new OneOfEach());
  const first = start('BELARUS', 'one');
  void start('BELARUS', 'two');
  void start('RUSSIA', 'other');
  await settled();
  expect(begun).toEqual(['one', 'other']);
  ends.get('one')?.();
  expect(await first).toBe('one');
  await settled();
  expect(begun).toEqual(['one', 'other', 'two']);
});

test('one that fails is over', async () => {
  const ofEach = new OneOfEach<string>();
  await expect(ofEach.inTurn('BELARUS', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  await expect(ofEach.inTurn('BELARUS', async () => 'done')).resolves.toBe('done');
});
