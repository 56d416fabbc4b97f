import { blind } from '../../../subgraphs/agency/matching/two-key/blind.ts';
import { evaluate } from '../../../subgraphs/agency/matching/two-key/evaluate.ts';
import { newEvaluationKey } from '../../../subgraphs/agency/matching/two-key/evaluation-key.ts';
import { finish } from '../../../subgraphs/agency/matching/two-key/finish.ts';
import { groupIsReady } from '../../../subgraphs/agency/matching/two-key/group.ts';
import type { Indicator } from '../../../subgraphs/agency/matching/two-key/indicator.ts';

await groupIsReady;

/** Milliseconds of processor time that each step of one token takes. */
export interface StepTimes {
  blind: number;
  evaluate: number;
  finish: number;
}

function timed<Result>(work: () => Result): [Result, number] {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return [result, (user + system) / 1_000];
}

/** Each step of the tokens of these identifiers, in batches of one size. */
export function stepTimes(indicators: readonly Indicator[], size: number): StepTimes {
  const [own, other] = [newEvaluationKey(), newEvaluationKey()];
  const sums: StepTimes = { blind: 0, evaluate: 0, finish: 0 };
  for (let from = 0; from < indicators.length; from += size) {
    const [batch, blinding] = timed(() => indicators.slice(from, from + size).map((each) => blind(each)));
    const asked = batch.map(({ element }) => element);
    const [answer, evaluating] = timed(() => evaluate(other, asked));
    if (answer.kind === 'refused') throw new Error(answer.fault);
    const [finished, finishing] = timed(() => finish({ own, other: other.publicKey, batch, answer }));
    if (finished.kind === 'refused') throw new Error(finished.fault);
    sums.blind += blinding;
    sums.evaluate += evaluating;
    sums.finish += finishing;
  }
  const each = (sum: number) => sum / indicators.length;
  return { blind: each(sums.blind), evaluate: each(sums.evaluate), finish: each(sums.finish) };
}
