import type { HistoryAction } from '../../../../../terms/enums.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import { writtenInHistory } from '../../history/written-in-history.ts';
import type { Message } from '../../messages/message.ts';
import { releaseNotice } from '../../notices/notice-messages.ts';
import { refuse } from '../../problem.ts';
import { newValueId } from '../../random-id.ts';
import { type Signing, signedBy } from '../countersigning/signing.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { obstacleAbroad } from '../obstacle-abroad.ts';
import { type Release, stateOf } from '../release.ts';
import { type Author, entryOf, type StepResult } from '../step.ts';
import type { ProposedRelease } from './read-release.ts';

/** The history's entry for a release that is new, or has changed. */
const changeOf = (before: Release | undefined, after: Release): HistoryChange => ({
  field: 'releases',
  ...(before && { before: writtenInHistory(before) }),
  after: writtenInHistory(after),
});

/** The dossier with releases new or changed, and a line of its history. */
export function changedReleases(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  changed: readonly Release[],
  messages: Message[] = [],
): StepResult {
  const before = new Map(dossier.releases.map((release) => [release.id, release]));
  const after = new Map([...before, ...changed.map((release) => [release.id, release] as const)]);
  const version = dossier.version + 1;
  const changes = changed.map((release) => changeOf(before.get(release.id), release));
  return {
    step: {
      set: { releases: [...after.values()], version, updatedAt: author.at },
      unset: [],
      entry: entryOf(author, version, action, changes),
      messages,
    },
  };
}

/** The same of one release. */
const stepWith = (
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  release: Release,
  messages: Message[] = [],
): StepResult => changedReleases(dossier, author, action, [release], messages);

const problem = (...refusal: Parameters<typeof refuse>): StepResult => refuse(...refusal);

/** Most releases that have not ended: more would only hide which are in force. */
export const mostReleases = 200;

/** Most releases in all; those that have ended say why something is no longer shown. */
export const mostKept = 300;

const endOf = ({ recalledAt, until }: Release): number => (recalledAt ?? until).getTime();

/**
 * Room for one more: of those that have ended the oldest gives way, but for the last that says that an agency was ever given
 * anything, and for those of whose end it is still to be told.
 */
function withRoom(releases: readonly Release[], now: Date): readonly Release[] | undefined {
  if (releases.length < mostKept) return releases;
  const isOnlyOne = ({ to, grantedAt }: Release) =>
    grantedAt !== undefined && releases.filter((one) => one.to === to && one.grantedAt).length === 1;
  const [oldest] = releases
    .filter((one) => ['EXPIRED', 'RECALLED'].includes(stateOf(one, now)) && !one.endUntold && !isOnlyOne(one))
    .sort((one, other) => endOf(one) - endOf(other));
  return oldest && releases.filter((one) => one !== oldest);
}

/** The dossier with room for another release, which is proposed, or granted by an answer; or why it takes none. */
function opened(
  dossier: DossierRecord,
  now: Date,
  becomes: 'PROPOSED' | 'GRANTED',
): { dossier: DossierRecord } | StepResult {
  const obstacle = obstacleAbroad(dossier);
  if (obstacle) return obstacle;
  const isOfState = (state: 'PROPOSED' | 'GRANTED') => (one: Release) => stateOf(one, now) === state;
  const granted = dossier.releases.filter(isOfState('GRANTED'));
  const proposed = dossier.releases.filter(isOfState('PROPOSED'));
  // What two officers have decided is kept from nobody by what one has proposed: of that the oldest gives way.
  const open = becomes === 'GRANTED' ? granted : [...granted, ...proposed];
  const [oldest] = becomes === 'GRANTED' ? proposed : [];
  const releases =
    withRoom(dossier.releases, now) ?? (oldest && dossier.releases.filter((one) => one !== oldest));
  if (open.length < mostReleases && releases) return { dossier: { ...dossier, releases: [...releases] } };
  return problem(
    'TOO_MANY',
    `A dossier has at most ${mostReleases} releases that have not ended.`,
    'dossier',
  );
}

export function propose(dossier: DossierRecord, author: Author, proposed: ProposedRelease): StepResult {
  const taking = opened(dossier, author.at, 'PROPOSED');
  if (!('dossier' in taking)) return taking;
  const release = { id: newValueId(), ...proposed, proposedBy: author.by, proposedAt: author.at };
  return stepWith(taking.dossier, author, 'PROPOSE_RELEASE', release);
}

/** The step, by which values that waited are countersigned as well. */
function withSigned(result: StepResult, { set, changes }: ReturnType<typeof signedBy>): StepResult {
  if (!('step' in result)) return result;
  const { step } = result;
  const entry = { ...step.entry, changes: [...step.entry.changes, ...changes] };
  return { step: { ...step, set: { ...set, ...step.set }, entry } };
}

/**
 * Grants a proposal: by another officer than its proposer, so that no one person gives anything away. The officer may read the classes
 * that it releases, or the step was not for them.
 */
export function grant(
  dossier: DossierRecord,
  author: Author,
  id: string,
  signing: Omit<Signing, 'until' | 'classes'>,
): StepResult {
  const release = dossier.releases.find((one) => one.id === id);
  if (!release) return { unknown: id };
  const obstacle = obstacleAbroad(dossier);
  if (obstacle) return obstacle;
  switch (stateOf(release, author.at)) {
    case 'EXPIRED':
      return problem(
        'RELEASE_PAST',
        'The period of this release has ended: have another one proposed.',
        'release',
      );
    case 'GRANTED':
    case 'RECALLED':
      return problem('NOT_PROPOSED', 'This release has already been decided on.', 'release');
    case 'PROPOSED':
      if (release.proposedBy === author.by)
        return problem(
          'SAME_OFFICER',
          'You proposed this release, so you cannot grant it: ask another supervisor.',
          'release',
        );
      return withSigned(
        stepWith(
          dossier,
          author,
          'GRANT_RELEASE',
          { ...release, grantedBy: author.by, grantedAt: author.at, endUntold: release.until },
          [releaseNotice('GRANTED', dossier._id, release, author.at)],
        ),
        // Of nothing else was this officer asked: values of other classes and later ones wait on.
        signedBy(dossier, author, { ...signing, classes: release.classes, until: release.proposedAt }),
      );
  }
}

/**
 * Grants in one step the release that is the answer to a request: one officer has proposed it there, and another has decided on it.
 * @param by the officer who has decided, where time alone puts the decision in force
 */
export function grantAnswer(
  dossier: DossierRecord,
  author: Author,
  answer: ProposedRelease & Pick<Release, 'id' | 'proposedBy' | 'proposedAt' | 'handling' | 'handlingRemark'>,
  { by = author.by, ...signing }: Omit<Signing, 'until' | 'classes'> & { by?: string },
): StepResult {
  if (answer.until <= (answer.from ?? author.at))
    return problem(
      'RELEASE_PAST',
      'The release would have ended before it begins: turn the answer down, and have another one proposed.',
      'request',
    );
  const taking = opened(dossier, author.at, 'GRANTED');
  if (!('dossier' in taking)) return taking;
  const release = { ...answer, grantedBy: by, grantedAt: author.at, endUntold: answer.until };
  return withSigned(
    stepWith(taking.dossier, author, 'GRANT_RELEASE', release, [
      releaseNotice('GRANTED', dossier._id, release, author.at),
    ]),
    signedBy(dossier, { ...author, by }, { ...signing, classes: answer.classes, until: answer.proposedAt }),
  );
}

function recalled({ endUntold: _, ...release }: Release, author: Author, reason: string): Release {
  return { ...release, recalledBy: author.by, recalledAt: author.at, recallReason: reason };
}

/** The notices to the other agency when a release is recalled: none for one that was only proposed. */
const recallNotices = (dossier: string, release: Release, { at }: Author): Message[] =>
  release.grantedAt ? [releaseNotice('RECALLED', dossier, release, at)] : [];

/** Takes a release back at once, or turns a proposal down. */
export function recall(dossier: DossierRecord, author: Author, id: string, reason: string): StepResult {
  const release = dossier.releases.find((one) => one.id === id);
  if (!release) return { unknown: id };
  if (['EXPIRED', 'RECALLED'].includes(stateOf(release, author.at)))
    return problem('RELEASE_ENDED', 'This release has already ended.', 'release');
  return stepWith(
    dossier,
    author,
    'RECALL_RELEASE',
    recalled(release, author, reason),
    recallNotices(dossier._id, release, author),
  );
}

/** The releases of a dossier whose person was cleared, of which none goes on, and what the history says of it. */
export function recallAll(
  before: readonly Release[],
  author: Author,
  reason: string,
): { releases: Release[]; changes: HistoryChange[]; messagesOf: (dossier: string) => Message[] } {
  const goesOn = (release: Release) => !['EXPIRED', 'RECALLED'].includes(stateOf(release, author.at));
  const after = (release: Release) => (goesOn(release) ? recalled(release, author, reason) : release);
  return {
    releases: before.map(after),
    changes: before.filter(goesOn).map((release) => changeOf(release, after(release))),
    messagesOf: (dossier) =>
      before.filter(goesOn).flatMap((release) => recallNotices(dossier, release, author)),
  };
}
