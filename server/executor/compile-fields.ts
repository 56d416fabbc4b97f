import type { FieldNode, GraphQLObjectType } from 'graphql';
import { compileField } from './compile-field.ts';
import { type Compiling, isPromise, type RunFields } from './run.ts';

/** An object without a prototype, of a shape that the engine knows: one of `Object.create(null)` is a slow table. */
const Answer = function Answer() {} as unknown as new () => Record<string, unknown>;
Answer.prototype = Object.create(null);

/** A field that is answered later. */
interface Waiting {
  key: string;
  value: Promise<unknown>;
}

// Both stand by themselves, since a closure in the way of objects that are there at once costs each of them an allocation.

async function settled(answer: Record<string, unknown>, waiting: readonly Waiting[]) {
  const values = await Promise.all(waiting.map(({ value }) => value));
  waiting.forEach(({ key }, index) => {
    answer[key] = values[index];
  });
  return answer;
}

/** Fields that are under way may reject too, and somebody must hear it. */
const failedAfter = (waiting: readonly Waiting[], error: unknown): Promise<never> =>
  Promise.all(waiting.map(({ value }) => value)).finally(() => {
    throw error;
  }) as Promise<never>;

/** Compiles the fields that are asked of an object of one type, by their keys. */
export function compileFields(
  compiling: Compiling,
  parent: GraphQLObjectType,
  asked: ReadonlyMap<string, readonly FieldNode[]>,
): RunFields {
  const fields = [...asked].flatMap(([key, nodes]) => {
    const run = compileField(compiling, { parent, key, nodes });
    return run ? [{ key, run }] : [];
  });
  compiling.grown(fields.length);
  return (run, source, place) => {
    const answer = new Answer();
    let waiting: Waiting[] | undefined;
    try {
      for (const field of fields) {
        const value = field.run(run, source, place);
        answer[field.key] = value;
        if (isPromise(value)) {
          waiting ??= [];
          waiting.push({ key: field.key, value });
        }
      }
    } catch (error) {
      if (!waiting) throw error;
      return failedAfter(waiting, error);
    }
    return waiting ? settled(answer, waiting) : answer;
  };
}
