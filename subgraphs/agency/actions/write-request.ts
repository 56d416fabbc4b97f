import { withColumns } from '../records/requests/request-columns.ts';
import type { RequestRecord } from '../records/requests/request-record.ts';
import type { DecidedStep } from '../records/requests/steps/step-on-request.ts';
import type { Written } from '../storage/database/written.ts';
import type { BesideRequest, RequestStore } from '../storage/requests/request-store.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';

/** The stores that a step on a request writes in. */
export interface RequestWrites {
  requests: Pick<RequestStore, 'read' | 'replace' | 'take'>;
  writes: Pick<DossierWrites, 'read' | 'take'>;
}

/** A change of a request that is decided, with the step on the dossier that belongs to it. */
export interface DecidedRequest extends Omit<DecidedStep, 'counts'> {
  /** The counts for its officer's day, and the notices to others; a step with these takes none on a dossier. */
  beside?: BesideRequest;
}

/** The request as it is after a change. */
export const requestAfter = ({ contents }: DecidedRequest, now: Date): RequestRecord =>
  withColumns(contents, now);

/** Writes a change of a request, and the release that it creates in the same transaction. */
export async function writeRequest(
  { requests, writes }: RequestWrites,
  decided: DecidedRequest,
  now: Date,
): Promise<Written> {
  const { messages, onDossier, beside } = decided;
  const request = requestAfter(decided, now);
  if (!onDossier)
    return beside ? requests.take(request, messages, beside) : requests.replace(request, messages);
  const { dossier, step } = onDossier;
  const written = await writes.take(
    dossier,
    step,
    async (session) => (await requests.replace(request, messages, session)) === 'WRITTEN',
  );
  // A release joins nobody with anybody: that other outcome is of links alone.
  return written === 'WRITTEN' ? written : 'CONFLICT';
}
