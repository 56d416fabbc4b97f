import type { AnsweredError } from '../errors/answered-error.ts';
import { type AnswerPath, type Question, walkAnswer } from './walk-answer.ts';

/**
 * The fields that an answer has said something about, a value or a null: by coordinate and by the dossier that they are in (empty
 * for none), each with its place below the nearest object with an id, arguments included. A place is empty where there is no such object:
 * then nothing tells it from the same place in another answer. It can be written as JSON.
 */
export type AnsweredFields = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** An answer and its question. */
export interface AnsweredQuestion extends Question {
  readonly variables: Record<string, unknown>;
  readonly errors: readonly AnsweredError[];
}

/** It leaves out all that it is not certain of: a receipt must rather stay too long than too short. */
export function answeredFields({ errors, ...question }: AnsweredQuestion): AnsweredFields {
  const found: Record<string, Record<string, string[]>> = {};
  /** An error below a null, or one that says of no place, can be its cause: then it says nothing about the field. */
  const isLost = (value: unknown, place: AnswerPath) =>
    value === null && errors.some(({ path }) => !path || place.every((key, index) => path[index] === key));
  for (const { coordinate, dossier, place, path, value } of walkAnswer(question)) {
    if (isLost(value, path)) continue;
    const ofField = found[coordinate] ?? {};
    found[coordinate] = ofField;
    const places = ofField[dossier] ?? [];
    if (!places.includes(place)) ofField[dossier] = [...places, place];
  }
  return found;
}
