import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { RequestStep } from './request-step.ts';

type Count = (code: unknown) => void;

/** Counts the errors of each answer, as the caller sees them. It stands behind all other steps, since they may add some. */
export const countErrors = <Context>(count: Count): RequestStep<Context> => ({
  finish({ result: { errors = [] } }) {
    for (const { extensions } of errors) count(extensions?.code);
  },
});

/**
 * Counts the errors by which a request ends before it is an operation.
 * @param codeOf the code that the caller is shown of such an error
 */
export function countRefusals<Context extends BaseContext>(
  count: Count,
  codeOf: (error: Error) => unknown,
): ApolloServerPlugin<Context> {
  const countOne = async ({ error }: { error: Error }) => count(codeOf(error));
  return {
    contextCreationDidFail: countOne,
    invalidRequestWasReceived: countOne,
    unexpectedErrorProcessingRequest: async () => count(undefined),
  };
}
