/** Answers that say that nothing was done, since others of the same officer were in the way for too long. */
const inTheWay = ['AGENCY_UNAVAILABLE', 'TOO_MANY_REQUESTS'];

/** Takes a step until it is answered. */
export async function untilAnswered<Answer extends { codes: readonly unknown[] }>(
  step: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await step();
    if (!answer.codes.some((code) => inTheWay.includes(String(code)))) return answer;
  }
}
