import type { DossierState, ReleaseState } from './states.ts';
import { type Column, type Owner, type PurposeName, type Side, shareable } from './table.ts';

/** What a viewer comes with, as far as a record asks for it. */
export interface Comes {
  side: Side;
  purpose: PurposeName;
  case?: string | undefined;
}

const isRunning = ({ isGranted, isRecalled, from, until }: ReleaseState): boolean =>
  isGranted && !isRecalled && from <= 0 && until > 0;

const isForCase = (release: ReleaseState, comes: Comes) =>
  release.case === undefined || release.case === comes.case;
const isForPurpose = ({ purposes }: ReleaseState, { purpose }: Comes) => purposes.includes(purpose);
const isFor = (release: ReleaseState, comes: Comes) =>
  isForCase(release, comes) && isForPurpose(release, comes);

/** Whether a dossier is there at all for a viewer who reads any class. */
export function isKnown({ handlingCode, link, releases }: DossierState, comes: Comes): boolean {
  if (comes.side === 'own' || handlingCode === 'SHAREABLE') return true;
  if (handlingCode === 'ORIGINATOR_ONLY') return false;
  return (
    (link ?? []).join() === 'SAME,SAME' ||
    releases.some((release) => isRunning(release) && isFor(release, comes))
  );
}

/** What a record says of a class that policy leaves to it: nothing when it may be read, or why it may not. */
export function recordRefusal(
  owner: Owner,
  column: Column,
  dossier: DossierState,
  comes: Comes,
): string | undefined {
  if (comes.side === 'own') return comes.case && dossier.cases.includes(comes.case) ? undefined : 'CASE';
  if (dossier.handlingCode === 'SHAREABLE' && shareable[owner].includes(column)) return undefined;
  const given = dossier.releases.filter(({ isGranted, classes }) => isGranted && classes.includes(column));
  if (given.some((release) => isRunning(release) && isFor(release, comes))) return undefined;
  const had = given.filter((release) => isFor(release, comes) && release.from <= 0);
  if (had.some(({ isRecalled }) => isRecalled)) return 'RELEASE_RECALLED';
  if (had.some(({ until }) => until <= 0)) return 'RELEASE_EXPIRED';
  const running = given.filter(isRunning);
  if (running.length === 0) return 'NOT_RELEASED';
  return running.some((release) => isForPurpose(release, comes)) ? 'CASE' : 'PURPOSE';
}
