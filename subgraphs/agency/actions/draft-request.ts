import type { Author } from '../records/dossier/step.ts';
import { countedDraft } from '../records/requests/counted-request-step.ts';
import type { RequestRecord } from '../records/requests/request-record.ts';
import type { RequestStore } from '../storage/requests/request-store.ts';
import { dayIsSpent } from './demand-within-day.ts';
import { demandSameRequest } from './same-request.ts';

/**
 * Drafts a request, once; and what is asked for already is answered with the request that asks for it.
 * @throws QUOTA_SPENT
 */
export async function draftRequest(
  requests: Pick<RequestStore, 'draft' | 'same' | 'confirm'>,
  request: RequestRecord,
  author: Author,
): Promise<{ request: RequestRecord; isRepeat: boolean }> {
  const { draftedWith = '', asks = '' } = request;
  const counts = countedDraft(request.content);
  let same: RequestRecord | null = null;
  // One that asked for the same may end between the two.
  while (!same) {
    const outcome = await requests.draft(request, author, counts);
    if (outcome === 'INSERTED') return { request, isRepeat: false };
    same = await requests.same({ draftedWith, asks });
    if (!same && outcome === 'TOO_MANY') throw dayIsSpent(author, 'drafted', counts.drafted);
  }
  const isOwn = same.draftedWith === draftedWith;
  if (isOwn) demandSameRequest(same.taken[0]?.fingerprint, author);
  await requests.confirm(same._id);
  return { request: same, isRepeat: !isOwn };
}
