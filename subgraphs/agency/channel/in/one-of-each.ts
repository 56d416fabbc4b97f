/** Does one thing at a time for each of several, the others in the order in which they came. */
export class OneOfEach<Of> {
  readonly #underWay = new Map<Of, { number: number; last: Promise<unknown> }>();

  inTurn<Result>(of: Of, work: () => Promise<Result>): Promise<Result> {
    const { number, last } = this.#underWay.get(of) ?? { number: 0, last: Promise.resolve() };
    const done = last.then(work);
    const after = { number: number + 1, last: done.catch(() => undefined) };
    this.#underWay.set(of, after);
    const leave = () => {
      const left = this.#underWay.get(of);
      if (!left) return;
      left.number -= 1;
      if (left.number === 0) this.#underWay.delete(of);
    };
    void after.last.then(leave);
    return done;
  }
}
