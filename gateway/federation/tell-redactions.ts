import type { ApolloServerPlugin } from '@apollo/server';
import type { Redactions } from '../callers/redactions.ts';

/** Writes the receipts into the answer: a field that is empty says so, and what can be done about it. */
export const tellRedactions: ApolloServerPlugin<{ redactions: Redactions }> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const redactions = contextValue.redactions.all();
        if (redactions.length === 0 || response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, redactions };
      },
    };
  },
};
