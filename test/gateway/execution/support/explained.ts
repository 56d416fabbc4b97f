import type { Answer, Compared } from './both-gateways.ts';
import type { Fault } from './random-answer.ts';
import { asText } from './verdict.ts';

/** How two answers differ: not at all, or by one of these, each of which has a trap in the list of differences. */
export type Explanation =
  | 'none'
  | 'wrong form'
  | '__typename'
  | 'order of fields'
  | 'fragments inside fragments'
  | 'wrong values beside errors'
  | 'error paths';

interface Told {
  message: string;
  path?: unknown[];
}

/** The message of the stock gateway when it drops a whole answer for one value of the wrong form. */
const dropping =
  /^(Invalid non-(list|object|string) value|Got unexpected value|Excepted output)|flatMap is not a function|Unexpected array in result/;

const withoutNumbers = (message: string): string =>
  message.replace(/contain \d+ elements/, 'contain elements');

const messagesOf = ({ errors = [] }: Answer): string =>
  asText((errors as Told[]).map(({ message }) => withoutNumbers(message)).sort());

const pathsOf = (told: unknown): string =>
  asText(Array.isArray(told) ? told.map(({ path }: Told) => asText(path ?? null)).sort() : []);

/** Tells by which difference of the list two answers differ; undefined when it is by none of them. */
export function explained({ stock, ours }: Compared, met: ReadonlySet<Fault>): Explanation | undefined {
  const [first] = (stock.errors ?? []) as Told[];
  if (stock.thrown !== undefined || (first && !('data' in stock))) {
    const isForm = dropping.test(
      (stock.thrown ?? first?.message ?? '').replace(/^\w*Error: (value[.])?/, ''),
    );
    return isForm && met.size > 0 && 'data' in ours ? 'wrong form' : undefined;
  }
  if (asText(stock.data) !== asText(ours.data)) return met.has('wrong type') ? '__typename' : undefined;
  if (messagesOf(stock) !== messagesOf(ours)) return undefined;
  const [ofStock, ofOurs] = [stock, ours].map(({ extensions }) => extensions?.valueCompletion);
  if (pathsOf(ofStock) !== pathsOf(ofOurs)) {
    if (stock.errors) return 'wrong values beside errors';
    if (ofStock && ofOurs) return 'order of fields';
    // The stock gateway makes null of an object whose type it has lost, and tells nothing.
    return ofOurs && !ofStock ? '__typename' : undefined;
  }
  return pathsOf(stock.errors) === pathsOf(ours.errors) ? 'none' : 'error paths';
}
