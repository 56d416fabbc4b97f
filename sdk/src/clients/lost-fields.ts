import type { AnsweredError } from '../errors/answered-error.ts';
import { answering } from '../generated/cache.ts';
import { isCause } from '../visible/null-reason.ts';
import type { AnsweredQuestion } from './answered-fields.ts';
import { type Parsed, walkAnswer } from './walk-answer.ts';

/**
 * A field whose null an error has made, such as the half of an agency that is down. A cache keeps the null and not the error; with this
 * whoever reads the null is told the error too. It can be written as JSON.
 */
export interface LostField {
  readonly coordinate: string;
  readonly dossier: string;
  /** Its place as `AnsweredFields` has them. */
  readonly place: string;
  readonly barePlace: string;
  readonly error: AnsweredError;
}

/** The fields of an answer that its errors have emptied. An error that says of no place is about all that its agency answers for. */
export function lostFields({ errors, ...question }: AnsweredQuestion): LostField[] {
  if (errors.length === 0) return [];
  return [...walkAnswer(question)].flatMap(({ path, value, ...field }) => {
    if (value !== null) return [];
    const agency = answering[field.coordinate];
    const error = errors.find(
      (one) => isCause(one, path) || (!one.path && agency && one.extensions?.agency === agency),
    );
    return error ? [{ ...field, error }] : [];
  });
}

/**
 * The errors of lost fields, each at the place where data has the null of one. The data may be another question's: its variables are not
 * known, so a field that was lost with some arguments counts as lost with any.
 */
export function errorsAt(lost: readonly LostField[], document: Parsed, data: unknown): AnsweredError[] {
  if (lost.length === 0) return [];
  return [...walkAnswer({ document, variables: {}, data })].flatMap(
    ({ coordinate, barePlace, path, value }) => {
      if (value !== null) return [];
      const found = lost.find((one) => one.coordinate === coordinate && one.barePlace === barePlace);
      return found ? [{ ...found.error, path }] : [];
    },
  );
}
