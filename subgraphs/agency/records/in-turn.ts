/** The members of several lists without repeats: the first of each, then the second of each, and so on, so that no long list takes the place of a short one. */
export function inTurn<Member>(lists: readonly (readonly Member[])[]): Member[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_none, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  );
  return [...new Set(turns.flat())];
}

/**
 * The first of each who recorded some, then the second of each, and so on: whoever records a hundred takes the place of nobody else's.
 * @param found in their order
 */
export function inRecordersTurn<Found extends { recorder: string }>(
  found: readonly Found[],
  most: number,
): Found[] {
  const ofEach = new Map<string, Found[]>();
  for (const one of found) ofEach.set(one.recorder, [...(ofEach.get(one.recorder) ?? []), one]);
  return inTurn([...ofEach.values()]).slice(0, most);
}
