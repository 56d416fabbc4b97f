/**
 * Numbers questions, so that the answer to the last one counts, whichever comes last.
 * @returns begins a question, and gives a way to ask whether it is still the last
 */
export function lastOne(): () => () => boolean {
  let last = 0;
  return () => {
    last += 1;
    const mine = last;
    return () => mine === last;
  };
}
