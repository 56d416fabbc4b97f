import type { NoticeKind } from '../../../../terms/enums.ts';

/**
 * The types of the messages by which one agency notifies another. Other kinds are told by messages of links and of requests, which make them
 * notices to those who have to act, or by no message.
 */
export const noticeTypes = {
  RELEASE_GRANTED: 'concord.release.granted.v1',
  RELEASE_RECALLED: 'concord.release.recalled.v1',
  RELEASE_EXPIRED: 'concord.release.expired.v1',
  DOSSIER_WITHDRAWN: 'concord.dossier.withdrawn.v1',
} as const satisfies Partial<Record<NoticeKind, string>>;

/** Kinds that have messages of their own. */
export type KindWithMessage = keyof typeof noticeTypes;
export const kindsWithMessage = Object.keys(noticeTypes) as KindWithMessage[];

export const kindOf = (type: string): NoticeKind | undefined =>
  kindsWithMessage.find((kind) => noticeTypes[kind] === type);
