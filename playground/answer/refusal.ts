import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { Answer } from '../wire/answer.ts';

/** The member of a result that refuses an action: nothing was written. */
export interface Refusal {
  /** The name of its type, such as `StaleVersion`. */
  member: string;
  /** The owner's sentence, in English, where it was asked for. */
  message: string | undefined;
}

/** True if a type refuses an action. */
export function isRefusal(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  const refusal = schema.getType('Refusal');
  return isObjectType(type) && isInterfaceType(refusal) && schema.isSubType(refusal, type);
}

/** The member that came as the result of an action, where the answer names it. */
export const memberOf = (value: unknown): string | undefined => {
  const name = (value as { __typename?: unknown } | null)?.__typename;
  return typeof name === 'string' ? name : undefined;
};

export function refusalIn(schema: GraphQLSchema, value: unknown): Refusal | undefined {
  const member = memberOf(value);
  if (member === undefined || !isRefusal(schema, member)) return undefined;
  const { message } = value as { message?: unknown };
  return { member, message: typeof message === 'string' ? message : undefined };
}

/** Errors after which a change may have been made all the same. */
const mayHaveWritten = ['OUTCOME_UNKNOWN', 'INTERNAL_SERVER_ERROR'];

/** True for the code of an error that comes before anything is written. */
export const comesBeforeWriting = (code: string): boolean => !mayHaveWritten.includes(code);

/** True if an answer to a mutation has errors alone, and each of them comes before anything is written. */
export function isStopped({ data, errors = [] }: Answer): boolean {
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  const results = Object.values(data ?? {}).flatMap((agency) => Object.values(agency ?? {}));
  return codes.length > 0 && codes.every(comesBeforeWriting) && results.every((result) => result === null);
}
