import type { Message } from '../../messages/message.ts';
import { releaseNotice } from '../../notices/notice-messages.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { type Release, stateOf } from '../release.ts';
import type { Author, StepResult } from '../step.ts';
import { changedReleases } from './release-steps.ts';

/** Tells what a joint operation makes of the releases that were given for it. */
export type OperationOfReleases = {
  id: string;
  /** OPEN while it goes on, HELD while it is suspended or the other agency is silent, OVER for good. */
  releases: 'OPEN' | 'HELD' | 'OVER';
};

/** The reason that a history has for the end of a release with its operation. Whoever reads it may not know that there is one. */
const endReason = 'What it was given for is over.';

const goesOn = (release: Release, now: Date): boolean =>
  !['EXPIRED', 'RECALLED'].includes(stateOf(release, now));

/** True where the operation has releases in the dossier that may still open something. */
export const hasOpenReleases = (
  { releases }: Pick<DossierRecord, 'releases'>,
  id: string,
  now: Date,
): boolean => releases.some((release) => release.operation === id && goesOn(release, now));

/** The release as its operation has it; a proposal is held until it is granted, and ends with the operation. */
function asOperation(
  release: Release,
  { id, releases }: OperationOfReleases,
  { by, at }: Author,
): Release | undefined {
  if (release.operation !== id || !goesOn(release, at)) return undefined;
  const { isHeld, endUntold: _told, ...rest } = release;
  if (releases === 'OVER') return { ...rest, recalledBy: by, recalledAt: at, recallReason: endReason };
  if (!release.grantedAt || (releases === 'HELD') === (isHeld ?? false)) return undefined;
  if (releases === 'HELD') return { ...release, isHeld: true };
  const { isHeld: _held, ...open } = release;
  return open;
}

const actionOf = { OPEN: 'OPEN_RELEASE', HELD: 'HOLD_RELEASE', OVER: 'RECALL_RELEASE' } as const;

/**
 * The step by which the releases of a dossier follow their joint operation: they are closed while it is held, open while it goes on, and end
 * with it. Undefined where they do already.
 */
export function releasesOfOperation(
  dossier: DossierRecord,
  operation: OperationOfReleases,
  author: Author,
): StepResult | undefined {
  const changed = dossier.releases.flatMap((release) => asOperation(release, operation, author) ?? []);
  if (changed.length === 0) return undefined;
  const isOver = operation.releases === 'OVER';
  const messages: Message[] = changed
    .filter(({ grantedAt }) => isOver && grantedAt)
    .map((release) => releaseNotice('RECALLED', dossier._id, release, author.at));
  return changedReleases(dossier, author, actionOf[operation.releases], changed, messages);
}
