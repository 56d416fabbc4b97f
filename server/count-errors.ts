import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

/**
 * Counts the errors of each answer, as the caller sees them. It stands behind all other plugins, since they may add some.
 * @param codeOf the code that the caller is shown of an error which ends a request before it is an operation
 */
export function countErrors<Context extends BaseContext>(
  count: (code: unknown) => void,
  codeOf: (error: Error) => unknown,
): ApolloServerPlugin<Context> {
  const countAll = (errors: readonly GraphQLFormattedError[] = []) => {
    for (const { extensions } of errors) count(extensions?.code);
  };
  const countOne = async ({ error }: { error: Error }) => count(codeOf(error));
  return {
    contextCreationDidFail: countOne,
    invalidRequestWasReceived: countOne,
    unexpectedErrorProcessingRequest: async () => count(undefined),
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body } }) {
          countAll(body.kind === 'single' ? body.singleResult.errors : body.initialResult.errors);
        },
      };
    },
  };
}
