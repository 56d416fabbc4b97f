import { refusal } from '../../../../server/errors.ts';
import type { RequestStep } from '../../../../server/request-step.ts';
import type { RequestContext } from '../context/request-context.ts';

/** Lets nothing be changed by a request that the gateway has not signed itself: a grant is for reading. */
export const actionsAreSigned: RequestStep<RequestContext> = {
  admit({ operation, context: { byGrant } }) {
    if (byGrant && operation.operation !== 'query')
      throw refusal('IDENTITY_REFUSED', 'The fetch token is refused: a grant is for reading alone.');
  },
};
