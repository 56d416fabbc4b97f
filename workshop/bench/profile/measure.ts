import type { Stack } from '../stacks/start-stack.ts';
import { type Answer, type LoadResult, load } from './load.ts';
import { processorTime } from './processor-time.ts';
import type { Question } from './questions.ts';

export interface Measured extends LoadResult {
  /** Milliseconds of processor time a request, by process. */
  processor: Map<string, number>;
}

const connections = 16;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @throws when an answer is not the one that is measured, since a fast error would look like a fast gateway */
export type Demand = (answer: Answer) => void;

const refused = ({ status, text }: Answer): Error =>
  new Error(`not what was asked for, but ${status} ${text.toString().slice(0, 300)}`);

export const demandNoErrors: Demand = (answer) => {
  if (answer.status !== 200 || answer.text.includes('"errors"')) throw refused(answer);
};

export const demandProfile: Demand = (answer) => {
  demandNoErrors(answer);
  if (!answer.text.includes('"BY-') || !answer.text.includes('"RU-')) throw refused(answer);
};

/** Asks a stack each question once. */
export async function answersOf(
  { url }: Stack,
  questions: readonly Question[],
): Promise<{ answers: Answer[]; result: LoadResult }> {
  const answers: Answer[] = [];
  const result = await load({ url, questions, connections }, (answer, index) => {
    answers[index] = answer;
  });
  return { answers, result };
}

/**
 * Asks a stack for profiles for some seconds, after some that do not count: connections that were idle while others had their
 * turn are closed by their servers in the moment in which they are used again, which the stock gateway answers with an error.
 */
export async function measure(
  stack: Stack,
  questions: readonly Question[],
  seconds: number,
  { before = 1, demand = demandProfile }: { before?: number; demand?: Demand } = {},
): Promise<Measured> {
  const asked = { url: stack.url, questions, connections };
  await load({ ...asked, seconds: before }, () => undefined);
  const used = stack.processes.map(({ pid }) => processorTime(pid) ?? Number.NaN);
  const result = await load({ ...asked, seconds }, demand);
  const processor = new Map(
    stack.processes.map(({ name, pid }, index) => {
      const more = (processorTime(pid) ?? Number.NaN) - (used[index] ?? Number.NaN);
      return [name, (more * 1000) / result.requests];
    }),
  );
  return { ...result, processor };
}

/**
 * Requests after which a stack is as quick as it will be. Measured: this project's answers 300 profiles a second in its first second
 * and 800 after 4,000, and ApolloGateway 170 and 270.
 */
export const requestsUntilWarm = 6_000;

/** While others have their turns V8 lets go of some of what it has compiled: this project's stack needs three seconds to have it again. */
export const secondsUntilWarmAgain = 4;

/** Asks a stack for profiles until it has answered so many. */
export async function warmUp(stack: Stack, questions: readonly Question[], requests: number): Promise<void> {
  for (let asked = 0; asked < requests; )
    asked += (await measure(stack, questions, 1, { before: 0 })).requests;
}
