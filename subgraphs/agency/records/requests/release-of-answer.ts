import { releaseNamed } from '../../../../terms/release-id.ts';
import type { DossierRecord } from '../dossier/dossier-record.ts';
import type { Release } from '../dossier/release.ts';
import type { ProposedRelease } from '../dossier/releases/read-release.ts';
import type { RequestAnswer } from './information-request.ts';
import type { RequestContents } from './request-record.ts';

/** The release that an answer is. */
export type ReleaseOfAnswer = ProposedRelease &
  Pick<Release, 'id' | 'proposedBy' | 'proposedAt' | 'handling' | 'handlingRemark'>;

/**
 * The release that the end of a request creates: of the classes that are granted, for the case and the purpose of the request.
 * @returns undefined where it has not ended with one
 */
export function releaseOfAnswer({ _id, half, content, words }: RequestContents): ReleaseOfAnswer | undefined {
  const { end } = half;
  if (half.side !== 'ANSWERER' || !end?.answer || !('classes' in end.answer)) return undefined;
  const named = releaseNamed(end.answer.release);
  const { proposal } = half;
  const { until, handling = 'H0', remark } = words.terms ?? {};
  if (!named || !proposal || !until) return undefined;
  return {
    id: named.release,
    to: half.asker,
    classes: [...end.answer.classes],
    purposes: [content.purpose],
    case: content.case,
    from: end.at,
    until,
    reason: `Answer to ${_id}`,
    proposedBy: proposal.by,
    proposedAt: proposal.at,
    ...(handling !== 'H0' && { handling, ...(remark !== undefined && { handlingRemark: remark }) }),
  };
}

/** Tells if an answer is about a dossier: the release that it gives names the one that it was proposed for, and no other is released by it. */
export const isAnswerOn = (answer: RequestAnswer, { _id }: Pick<DossierRecord, '_id'>): boolean =>
  !('classes' in answer) || releaseNamed(answer.release)?.dossier === _id;
