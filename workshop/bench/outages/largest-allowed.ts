/**
 * The largest size that is allowed, where each that is larger than one that is not is not allowed either.
 * @returns undefined where none is
 */
export async function largestAllowed(
  most: number,
  isAllowed: (size: number) => Promise<boolean>,
): Promise<number | undefined> {
  if (await isAllowed(most)) return most;
  let [allowed, refused] = [0, most];
  while (refused - allowed > 1) {
    const size = Math.floor((allowed + refused) / 2);
    if (await isAllowed(size)) allowed = size;
    else refused = size;
  }
  return allowed === 0 ? undefined : allowed;
}
