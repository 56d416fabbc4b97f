import type { RequestStep } from '../../server/request-step.ts';
import type { Redactions } from '../callers/redactions.ts';

/** Writes the receipts into the answer: a field that is empty says so, and what can be done about it. */
export const tellRedactions: RequestStep<{ redactions: Redactions }> = {
  finish(leaving, { redactions }) {
    const receipts = redactions.all();
    if (receipts.length === 0) return;
    leaving.result = {
      ...leaving.result,
      extensions: { ...leaving.result.extensions, redactions: receipts },
    };
  },
};
