/** The values of promises, each as soon as it is there. It ends with the first that is rejected. */
export async function* asTheyCome<Value>(
  promises: readonly Promise<Value>[],
): AsyncGenerator<Value, void, undefined> {
  const waiting = new Map(
    promises.map((promise, index) => [index, promise.then((value) => ({ index, value }))]),
  );
  while (waiting.size > 0) {
    const { index, value } = await Promise.race(waiting.values());
    waiting.delete(index);
    yield value;
  }
}
