import { GraphQLError, Kind, visit } from 'graphql';
import { objectsOf } from '../work/work-limits.ts';
import { operationNamed } from './operation-named.ts';
import type { Execute, OperationRequest } from './operation-request.ts';

const countOf = (representations: unknown): number =>
  Array.isArray(representations) ? representations.length : 0;

/** The objects of a mutation's input, in its variables and in its text; what else stands in a list counts as one, and so many characters. */
function inputObjects({ variables, document }: OperationRequest): number {
  let [found, characters] = [0, 0];
  const count = (value: unknown): void => {
    if (typeof value === 'string') characters += value.length;
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    if (!isList) found += 1;
    for (const part of Object.values(value)) {
      if (isList && typeof part !== 'object') found += 1;
      count(part);
    }
  };
  count(variables);
  visit(document, {
    ObjectValue: () => {
      found += 1;
    },
    ListValue: ({ values }) => {
      found += values.filter(({ kind }) => kind !== Kind.OBJECT).length;
    },
    StringValue: ({ value }) => {
      characters += value.length;
    },
  });
  return found + Math.floor(characters / objectsOf.characters);
}

/** Characters that data has in an answer, about. */
function charactersOf(data: unknown): number {
  if (typeof data === 'string') return data.length + 3;
  if (typeof data !== 'object' || data === null) return 5;
  let characters = 2;
  if (Array.isArray(data)) for (const part of data) characters += charactersOf(part);
  else
    for (const name in data)
      characters += name.length + 4 + charactersOf((data as Record<string, unknown>)[name]);
  return characters;
}

/**
 * Executes operations within the bounds of their work, see `Work`. One that is stopped is answered at once: with an error of its own
 * where that is the caller's to mend, which the gateway hands on beside what other agencies have answered.
 * @throws the reason of any other stop
 */
export const inBounds =
  (run: Execute): Execute =>
  async (request) => {
    const { work } = request.context;
    const isWriting = operationNamed(request.document, request.operationName)?.operation === 'mutation';
    const stopped = new Promise<never>((_resolve, reject) => {
      work.begin({ isWriting }, reject);
    });
    const begin = () => {
      const waiting = work.reads(countOf(request.variables?.representations));
      return waiting ? waiting.then(() => run(request)) : run(request);
    };
    try {
      const entering = work.enter(isWriting ? inputObjects(request) : 0);
      const answer = await Promise.race([entering ? entering.then(begin) : begin(), stopped]);
      work.wrote(() => charactersOf(answer.data));
      return answer;
    } catch (error) {
      if (error === work.reason && error instanceof GraphQLError) return { data: null, errors: [error] };
      throw error;
    } finally {
      work.end();
    }
  };
