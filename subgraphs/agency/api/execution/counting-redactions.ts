import type { Registry } from 'prom-client';
import { counterOf } from '../../../../server/create-registry.ts';
import type { Redaction } from '../../permissions/redactions.ts';
import type { Execute } from './operation-request.ts';

/** Executes operations, and counts the receipts that their answers carry for what was withheld. */
export function countingRedactions(run: Execute, registry: Registry): Execute {
  const counter = counterOf(
    registry,
    'concord_redactions_total',
    'Receipts for withheld fields in the answers of this agency, one for each field and reason.',
    ['owner', 'class', 'reason'],
  );
  return async (request) => {
    const result = await run(request);
    const redactions = (result.extensions?.redactions ?? []) as readonly Redaction[];
    for (const { owner, class: informationClass, reason } of redactions)
      counter.inc({ owner, class: informationClass, reason });
    return result;
  };
}
