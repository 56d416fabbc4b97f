import { dueAt } from '../records/requests/request-columns.ts';
import { dueWarnings } from '../records/requests/request-warnings.ts';
import type { NoticeBook } from '../storage/notices/notice-book.ts';
import type { RequestStore } from '../storage/requests/request-store.ts';

export interface WarningOfDeadlines {
  requests: Pick<RequestStore, 'read' | 'noteWarned'>;
  book: Pick<NoticeBook, 'note'>;
}

/**
 * Puts the warnings of a request's deadline that are due on the list of notices, each once however often this runs. They are no step of
 * anybody's, and so no new version of the request.
 */
export async function warnOfDeadline(
  { requests, book }: WarningOfDeadlines,
  id: string,
  now: Date,
): Promise<void> {
  const request = await requests.read(id);
  const due = request && dueWarnings(request, now);
  if (!due) return;
  for (const notice of due.notices) await book.note(notice);
  const { warned } = due;
  const next = dueAt({ ...request, warned }, now);
  await requests.noteWarned(request, { warned, ...(next && { due: next }) });
}
