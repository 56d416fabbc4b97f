import type { Work } from './work.ts';

/**
 * Reads one thing after the other, counts each as work, and lets others have their turn in between.
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
