import type { SelectionMap } from '../document/operation-map.ts';
import type { AnsweredError } from '../errors/answered-error.ts';
import { planOf } from '../visible/plan.ts';
import type { Receipt } from '../visible/receipt.ts';

/** The parts of an answer that a cache does not keep. */
export interface Kept {
  readonly receipts: readonly Receipt[];
  readonly errors: readonly AnsweredError[];
}

const none: Kept = { receipts: [], errors: [] };

/** Puts every text of an answer into a set. */
function textsIn(value: unknown, texts: Set<string>): Set<string> {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inside of Object.values(value)) textsIn(inside, texts);
  return texts;
}

/**
 * The receipts and errors of the answers that one cache holds, all under one mandate. A cache shows what one question was answered
 * to another one, and has no place for what came beside it. What a question is answered again replaces what it was answered
 * before; a receipt of another question stays until then, since a field must rather be called withheld than absent.
 */
export class KeptReceipts {
  /** By question: its name and variables. The newest is the last. */
  readonly #answers = new Map<string, Kept & { name: string }>();

  keep(name: string, variables: unknown, kept: Kept): void {
    const question = JSON.stringify([name, variables ?? {}]);
    this.#answers.delete(question);
    this.#answers.set(question, { name, ...kept });
  }

  /** All that was kept. */
  all(): Kept {
    const answers = [...this.#answers.values()];
    return {
      receipts: answers.flatMap(({ receipts }) => receipts),
      errors: answers.flatMap(({ errors }) => errors),
    };
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
}
