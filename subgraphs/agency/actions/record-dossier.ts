import type { Agency } from '../../../terms/agencies.ts';
import type { CheckedInput } from '../records/checks/check-dossier.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { type Author, mostRecordedADay } from '../records/dossier/step.ts';
import { newDossier } from '../records/dossier/steps/new-dossier.ts';
import type { DossierWrites } from '../storage/stores/dossier-writes.ts';
import { dayIsSpent } from './demand-within-day.ts';
import { demandSameRequest } from './same-request.ts';

/**
 * Records a new dossier once, however often the request is sent.
 * @throws QUOTA_SPENT
 */
export async function recordDossier(
  writes: DossierWrites,
  agency: Agency,
  input: CheckedInput,
  author: Author,
): Promise<DossierRecord> {
  const recording = newDossier(agency, input, author);
  const outcome = await writes.insert(recording);
  if (outcome === 'INSERTED') return recording.dossier;
  const recorded = await writes.recordedWith(recording.dossier.recordedWith);
  if (!recorded && outcome === 'TOO_MANY') throw dayIsSpent(author, 'recorded', { most: mostRecordedADay });
  if (!recorded) throw new Error('a recorded dossier has gone');
  const taken = await writes.taken(recorded._id, author);
  demandSameRequest(taken?.idempotency.fingerprint, author);
  await writes.confirm(recorded._id);
  return recorded;
}
