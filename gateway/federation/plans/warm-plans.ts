import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { asksSchemaOnly } from '../../callers/admission.ts';
import { ofDocument } from '../../limits/asked-document.ts';
import type { Estimator } from '../../limits/estimate.ts';
import { operationsIn } from '../../limits/operations-in.ts';
import type { Plans } from './plans.ts';

/** Milliseconds that a dear plan may wait for its turn: nobody waits for these. */
const patience = 60_000;

/**
 * Plans the operations of documents before anybody asks them. It lets requests in between two plans; and what cannot be planned is
 * left to who asks it, and to be told why.
 */
export async function warmPlans(
  texts: Iterable<string>,
  { api, estimate, plans }: { api: GraphQLSchema; estimate: Estimator; plans: Pick<Plans, 'prepare'> },
): Promise<void> {
  for (const text of texts) {
    await turn();
    try {
      const document = parse(text);
      if (validate(api, document, undefined, { maxErrors: 1 }).length > 0) continue;
      const within = ofDocument(api, document);
      const queryHash = createHash('sha256').update(text).digest('hex');
      const operations = operationsIn(document);
      for (const operation of operations) {
        if (asksSchemaOnly(operation, { get: within.fragment })) continue;
        await plans.prepare({
          document,
          queryHash,
          operationName: operations.length > 1 ? operation.name?.value : undefined,
          estimate: estimate(operation, within),
          caller: 'nobody',
          left: patience,
        });
      }
    } catch {
      // Whoever asks it is told.
    }
  }
}
