/** A criterion that nobody can be searched by. Its message says why, and repeats nothing of it. */
export class RefusedCriterion extends Error {
  /** The criterion, such as `document.number`; empty for all of them. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
