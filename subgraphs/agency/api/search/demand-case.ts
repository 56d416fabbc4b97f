import { callerError } from '../../../../server/errors.ts';
import { type Mandate, mandateHeaders } from '../../../../terms/mandate.ts';

/**
 * Refuses what is compared with another agency's records without a case to compare it for.
 * @throws MANDATE_INVALID, before anything of the records is looked at
 */
export function demandCase({ case: caseNumber }: Mandate, subject: string): void {
  if (caseNumber !== undefined) return;
  throw callerError(
    'MANDATE_INVALID',
    `${subject} needs a case, whatever the purpose: name one of yours in ${mandateHeaders.case}.`,
  );
}
