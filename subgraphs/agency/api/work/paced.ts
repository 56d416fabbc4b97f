import type { Work } from './work.ts';

/**
 * What is read one by one, counted as work, and at a pace that lets others have their turn.
 * @param objects that each of them counts as
 */
export async function* paced<Item>(
  items: AsyncIterable<Item>,
  work: Pick<Work, 'made' | 'pause' | 'whenFree'>,
  objects: number,
): AsyncGenerator<Item> {
  for await (const item of items) {
    await (work.made(objects) ? work.pause() : work.whenFree());
    yield item;
  }
}
