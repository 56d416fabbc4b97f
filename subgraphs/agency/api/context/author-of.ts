import type { Action } from '../../../../terms/actions.ts';
import { type Author, fingerprintOf } from '../../records/dossier/step.ts';
import type { RequestContext } from './request-context.ts';

/** The officer who takes a step, as the request proves them. The gateway signed the idempotency key with the body of the request. */
export function authorOf(context: RequestContext, action: Action, input: unknown): Author {
  return {
    by: context.viewer.subject,
    assigned: context.viewer.cases,
    mandate: context.mandate,
    at: context.now,
    idempotency: { key: context.idempotencyKey, fingerprint: fingerprintOf(action, input) },
  };
}
