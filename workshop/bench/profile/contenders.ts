import type { Agency } from '../../../terms/agencies.ts';
import { fetchHive } from '../stacks/fetch-hive.ts';
import { startRaw } from '../stacks/start-raw.ts';
import { type GatewayKind, type Stack, startStack } from '../stacks/start-stack.ts';
import type { Answer } from './load.ts';
import { answersOf } from './measure.ts';
import type { Question } from './questions.ts';

/** The floor: processes that send each other as many bytes, and do nothing with them. */
export const raw = 'raw proxy of the same bytes';

const kinds: readonly GatewayKind[] = [
  'ours',
  'stock',
  'stock, crossborder in its process',
  'hive',
  'hive, without signing',
  'plain',
  'plain, without shield',
];

/** A stack that takes part, and how it answered each question for the first time. */
export interface Contender {
  name: string;
  stack: Stack;
  cold: { firstMs: number; requestsPerSecond: number } | undefined;
}

const dataOf = ({ text }: Answer): string => JSON.stringify(JSON.parse(text.toString()).data);

/** @throws when an answer has other data than ours has, or no profile */
function demandEqual(name: string, answers: readonly Answer[], expected: readonly Answer[]): void {
  for (const [index, answer] of answers.entries()) {
    const [got, wanted] = [dataOf(answer), dataOf(expected[index] as Answer)];
    if (!got.includes('"BY-') || !got.includes('"RU-') || got !== wanted)
      throw new Error(`${name} does not answer as ours: ${answer.text.toString().slice(0, 500)}`);
  }
}

/** Asks a stack that has just started each question once; it has seen none before. */
async function firstAnswers(stack: Stack, questions: readonly Question[]) {
  const first = await answersOf(stack, questions.slice(0, 1));
  const rest = await answersOf(stack, questions.slice(1));
  return {
    answers: [...first.answers, ...rest.answers],
    cold: { firstMs: first.result.p50, requestsPerSecond: rest.result.requestsPerSecond },
  };
}

/** All that contenders have in common. */
export interface Over {
  directory: string;
  /** The agencies' databases; without them each has a stand-in in memory. */
  uris?: Record<Agency, string>;
  /** What every process is told. */
  settings: NodeJS.ProcessEnv;
  questions: readonly Question[];
}

/**
 * Starts every contender, and demands that all answer with the same data before any is measured. Hive Gateway's is the only one that
 * may be missing: where it cannot be had or does not run, a line says why, and it has no figure.
 * @param started is told of each, so that they end whatever happens
 */
export async function startContenders(
  { directory, uris, settings, questions }: Over,
  started: (stack: Stack) => void,
  print: (line: string) => void,
): Promise<Contender[]> {
  const contenders: Contender[] = [];
  let expected: readonly Answer[] | undefined;
  const take = async (name: GatewayKind, more: NodeJS.ProcessEnv) => {
    const stack = await startStack(name, directory, uris, { ...settings, ...more });
    started(stack);
    const { answers, cold } = await firstAnswers(stack, questions);
    expected ??= answers;
    demandEqual(name, answers, expected);
    contenders.push({ name, stack, cold });
  };
  for (const name of kinds) {
    if (!name.startsWith('hive')) {
      await take(name, {});
      continue;
    }
    try {
      await take(name, { BENCH_HIVE: await fetchHive(print) });
    } catch (error) {
      print(`no figure of ${name}: ${(error as Error).message}`);
    }
  }
  const [answer] = [...(expected ?? [])].sort((one, other) => one.text.length - other.text.length).slice(100);
  const stack = await startRaw(directory, String(answer?.text));
  started(stack);
  return [...contenders, { name: raw, stack, cold: undefined }];
}
