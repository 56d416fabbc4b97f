import type { HistoryAction } from '../../../../../terms/enums.ts';
import type { HistoryChange } from '../../history/history-entry.ts';
import { refuse } from '../../problem.ts';
import { once } from '../counts.ts';
import type { DossierRecord } from '../dossier-record.ts';
import { obstacleAbroad } from '../obstacle-abroad.ts';
import type { Shareable } from '../shareable.ts';
import { type Author, counted, entryOf, type Step, type StepResult } from '../step.ts';
import { type ShareableEvent, type ShareableRefusal, transition } from './shareable-transition.ts';
import { type Signing, signedBy, waitingIn } from './signing.ts';

const reasons: Record<ShareableRefusal, string> = {
  ALREADY_PROPOSED: 'A proposal already waits for a countersignature: have it countersigned or turned down.',
  ALREADY_DECIDED: 'This dossier is already SHAREABLE.',
  NOT_PROPOSED: 'There is no proposal to make this dossier SHAREABLE, or it was turned down.',
  SAME_OFFICER: 'You proposed this, so you cannot countersign it: ask another supervisor.',
};

function stepOf(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  changed: Step['set'],
  changes: HistoryChange[],
): StepResult {
  const version = dossier.version + 1;
  return {
    step: {
      set: { ...changed, version, updatedAt: author.at },
      unset: [],
      entry: entryOf(author, version, action, changes),
    },
  };
}

function onShareable(
  dossier: DossierRecord,
  author: Author,
  action: HistoryAction,
  event: ShareableEvent,
  signing?: Signing,
): StepResult {
  const before = dossier.shareable ?? {};
  const result = transition(before, event);
  if ('refused' in result) return refuse(result.refused, reasons[result.refused], 'dossier');
  const { shareable } = result;
  const signed = signing && signedBy(dossier, author, signing);
  const code: HistoryChange[] = shareable.decided
    ? [{ field: 'handlingCode', before: dossier.handlingCode, after: 'SHAREABLE' }]
    : [];
  const told: HistoryChange = {
    field: 'shareable',
    before: JSON.stringify(before),
    after: JSON.stringify(shareable),
  };
  return stepOf(
    dossier,
    author,
    action,
    { ...signed?.set, shareable, ...(shareable.decided && { handlingCode: 'SHAREABLE' as const }) },
    [told, ...code, ...(signed?.changes ?? [])],
  );
}

/** The proposals of one officer in a day: each waits for a second officer, and no list is to be filled by one. */
const mostProposedADay = 50;

/** Proposes that other agencies may see a dossier without a release. Nothing is shown by it. */
export function proposeShareable(dossier: DossierRecord, author: Author, reason: string): StepResult {
  const { by, at } = author;
  const proposed =
    obstacleAbroad(dossier) ??
    onShareable(dossier, author, 'PROPOSE_SHAREABLE', { kind: 'PROPOSE', by, at, reason });
  return counted(proposed, { proposedShareable: once(mostProposedADay) });
}

/**
 * Puts a proposal in force: by another officer than its proposer, so that no one person shows a dossier abroad. Of the values that
 * wait it signs those that were there when it was proposed, as a grant does.
 */
export const countersignShareable = (
  dossier: DossierRecord,
  author: Author,
  given: Omit<Signing, 'until'>,
): StepResult => {
  const proposal = dossier.shareable?.proposal;
  const signing: Signing = { ...given, ...(proposal && { until: proposal.proposedAt }) };
  const { neutrality } = signing;
  const note = neutrality === undefined ? {} : { neutrality };
  const event = { kind: 'COUNTERSIGN', by: author.by, at: author.at, ...note } as const;
  return obstacleAbroad(dossier) ?? onShareable(dossier, author, 'COUNTERSIGN_SHAREABLE', event, signing);
};

export const turnDownShareable = (dossier: DossierRecord, author: Author): StepResult =>
  onShareable(dossier, author, 'TURN_DOWN_SHAREABLE', { kind: 'TURN_DOWN' });

/** The rest of the decision when the dossier is narrowed or its person cleared; undefined where there was none. */
export function narrowed({ shareable }: DossierRecord): { shareable: Shareable } | undefined {
  if (!shareable) return undefined;
  const result = transition(shareable, { kind: 'NARROW' });
  return 'shareable' in result ? result : undefined;
}

/** Countersigns the values that others have added, so that other agencies see them as far as policy and releases allow. */
export function countersignValues(
  dossier: DossierRecord,
  author: Author,
  signing: Omit<Signing, 'until'>,
): StepResult {
  const obstacle = obstacleAbroad(dossier);
  if (obstacle) return obstacle;
  const waiting = waitingIn(dossier);
  const { set, changes } = signedBy(dossier, author, signing);
  if (changes.length > 0) return stepOf(dossier, author, 'COUNTERSIGN_VALUES', set, changes);
  if (waiting.length === 0)
    return refuse('NOT_PROPOSED', 'No value of this dossier waits for a countersignature.', 'dossier');
  if (waiting.every(({ value }) => value.provenance.unsigned?.by === author.by))
    return refuse(
      'SAME_OFFICER',
      'You added these values, so you cannot countersign them: ask another supervisor.',
      'dossier',
    );
  return refuse(
    'MISSING',
    'The values that wait are free texts: state in `neutrality` that they give facts of the case and nothing about opinions.',
    'neutrality',
  );
}
