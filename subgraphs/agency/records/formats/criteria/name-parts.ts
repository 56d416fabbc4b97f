import type { NameReading } from '../../../../../terms/search-exchange.ts';

/** A reading of a name: which words are taken for which part. */
export type NameParts = Pick<NameReading, 'surname' | 'givenName' | 'patronymic'>;

/** More words than these are no name of one person here. */
export const mostWords = 3;

/**
 * Endings of patronymics: Иванович, Ильич, Ивановна, Никитична; Іванавіч, Ільіч, Іванаўна, Мікітычна; and in Latin
 * letters by English, Belarusian, Czech, Polish, German and French ways. In Latin a bare -rich is Friedrich's or
 * Heinrich's.
 */
const endings = [
  /\p{L}{2}[иі]ч$/u,
  /\p{L}{2}([оеёая][вў]на|[иіы]чна)$/u,
  /\p{L}{2}[aeoiy][vw]i(ch|c|č|ć|cz|tch|tsch)$/u,
  /\p{L}([^r\P{L}])i(ch|č|cz|tch|tsch)$/u,
  /\p{L}{2}([aeo][vwuŭ]na|[iy](ch|c|č|cz|tsch)na)$/u,
];

const isPatronymic = (word: string): boolean => endings.some((ending) => ending.test(word.toLowerCase()));

/**
 * The parts that a name's words may be. A patronymic that is second is followed by the surname, one that is third comes
 * after the given name; where both look like one, as in Иван Петрович Мацкевич, either may be it.
 * @param words one to three
 */
export function ordersOf(words: readonly string[]): NameParts[] {
  const [first = '', second, third] = words;
  if (second === undefined) return [{ surname: first }];
  if (third === undefined) return [{ surname: first, givenName: second }];
  const orders: NameParts[] = [];
  if (isPatronymic(second)) orders.push({ surname: third, givenName: first, patronymic: second });
  if (isPatronymic(third) || orders.length === 0)
    orders.push({ surname: first, givenName: second, patronymic: third });
  return orders;
}
