import type { SelectionMap } from '../document/operation-map.ts';
import type { AnsweredError } from '../errors/answered-error.ts';
import { planOf } from '../visible/plan.ts';
import type { Receipt } from '../visible/receipt.ts';
import { type AnsweredFields, type AnsweredQuestion, answeredFields } from './answered-fields.ts';
import { type LostField, lostFields } from './lost-fields.ts';

/** The parts of an answer that a cache does not keep. */
export interface Kept {
  readonly receipts: readonly Receipt[];
  readonly errors: readonly AnsweredError[];
  /** The fields that the answer has said something about; where they are not known, its receipts stay until it is asked again. */
  readonly answered?: AnsweredFields;
  /** The fields that its errors have emptied. */
  readonly lost?: readonly LostField[];
}

/** The parts of an answer to a document that are kept, and the fields that it has answered and lost. */
export const keptOf = (question: AnsweredQuestion, receipts: readonly Receipt[]): Kept => ({
  receipts,
  errors: [],
  answered: answeredFields(question),
  lost: lostFields(question),
});

type KeptAnswer = Kept & { readonly name: string };

const none: Kept = { receipts: [], errors: [] };

/** Puts every text of an answer into a set. */
function textsIn(value: unknown, texts: Set<string>): Set<string> {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inside of Object.values(value)) textsIn(inside, texts);
  return texts;
}

/** A receipt without the dossiers of which a newer answer says all that this one said of its field; none when no dossier is left. */
function unlessAnswered(receipt: Receipt, before: AnsweredFields, now: AnsweredFields): Receipt[] {
  const { coordinate, records } = receipt;
  const asked = before[coordinate];
  const again = now[coordinate];
  if (!asked || !again) return [receipt];
  const isAnswered = (dossier: string) =>
    asked[dossier]?.every((place) => place !== '' && again[dossier]?.includes(place)) === true;
  const dossiers = records ?? Object.keys(asked);
  const left = dossiers.filter((dossier) => !isAnswered(dossier));
  if (left.length === 0) return [];
  // What is in no dossier has no id by which it could be named.
  return left.length === dossiers.length || left.includes('') ? [receipt] : [{ ...receipt, records: left }];
}

const isAnswered = ({ coordinate, dossier, place }: LostField, now: AnsweredFields): boolean =>
  place !== '' && now[coordinate]?.[dossier]?.includes(place) === true;

/** The fields that an answer may have to be compared by: those of which it withholds something. */
const comparable = (answered: AnsweredFields, receipts: readonly Receipt[]): AnsweredFields =>
  Object.fromEntries(
    receipts.flatMap(({ coordinate }) => {
      const fields = answered[coordinate];
      return fields ? [[coordinate, fields]] : [];
    }),
  );

const isWhole = ({ receipts, errors, lost = [] }: Kept): boolean =>
  receipts.length === 0 && errors.length === 0 && lost.length === 0;

/**
 * The receipts and errors of the answers that one cache holds, all under one mandate. A cache shows what one question was answered
 * to another one, and has no place for what came beside it. An answer replaces what the same question was answered before, and takes
 * from other questions' receipts the fields that it has answered itself: what it still withholds has a receipt of its own. All
 * other receipts stay, since a field must rather be called withheld than absent. Of answers that were whole only the name of the newest one
 * is kept: a day's work does not fill it.
 */
export class KeptReceipts {
  /** By question: its name and variables. The newest is the last. */
  readonly #answers = new Map<string, KeptAnswer>();

  keep(name: string, variables: unknown, kept: Kept): void {
    const question = JSON.stringify([name, variables ?? {}]);
    this.#answers.delete(question);
    const { answered: now } = kept;
    for (const [other, answer] of this.#answers) {
      const { receipts, answered: before, lost = [] } = answer;
      const left: KeptAnswer =
        now && before
          ? {
              ...answer,
              receipts: receipts.flatMap((receipt) => unlessAnswered(receipt, before, now)),
              lost: lost.filter((field) => !isAnswered(field, now)),
            }
          : answer;
      if (isWhole(left) && left.name === name) this.#answers.delete(other);
      else this.#answers.set(other, left);
    }
    const answered = now && comparable(now, kept.receipts);
    this.#answers.set(question, { name, ...kept, ...(answered && { answered }) });
  }

  /** All that was kept. */
  all(): Kept {
    const answers = [...this.#answers.values()];
    return {
      receipts: answers.flatMap(({ receipts }) => receipts),
      errors: answers.flatMap(({ errors }) => errors),
    };
  }

  /** The fields that were lost and have not been answered since. */
  lost(): LostField[] {
    return [...this.#answers.values()].flatMap(({ lost = [] }) => lost);
  }

  /**
   * The receipts that are about data: those of its dossiers, those of its fields that hold for all dossiers, and whatever else the newest
   * answer to an operation of this name said.
   */
  about(name: string, fields: SelectionMap, data: unknown): readonly Receipt[] {
    const own = [...this.#answers.values()].filter((answer) => answer.name === name).at(-1) ?? none;
    const texts = textsIn(data, new Set());
    const { coordinates } = planOf(fields);
    const isAbout = ({ coordinate, records }: Receipt) =>
      records ? records.some((id) => texts.has(id)) : coordinates.has(coordinate);
    const ofInput = own.receipts.filter(
      ({ coordinate, records }) => !records && !coordinates.has(coordinate),
    );
    const found = [...this.all().receipts.filter(isAbout), ...ofInput];
    return [...new Map(found.map((receipt) => [JSON.stringify(receipt), receipt])).values()];
  }

  /** All of it as a text, to be saved with a cache. */
  saved(): string {
    return JSON.stringify([...this.#answers]);
  }

  /** Takes what was saved in the place of what is here. */
  restore(saved: string): void {
    this.#answers.clear();
    for (const [question, answer] of JSON.parse(saved) as [string, KeptAnswer][])
      this.#answers.set(question, answer);
  }
}
