import type { ActionOutcome } from '../../records/action-outcome.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { type ReleaseRules, readRelease } from '../../records/dossier/releases/read-release.ts';
import { propose } from '../../records/dossier/releases/release-steps.ts';
import type { Author, Step, StepResult } from '../../records/dossier/step.ts';
import { withoutRoom } from '../../records/dossier/without-room.ts';
import type { JointOperation, ReleaseDraft } from '../../records/operations/half/joint-operation.ts';
import { contentsOf, withColumns } from '../../records/operations/operation-columns.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { operationTransition } from '../../records/operations/steps/operation-transition.ts';
import { refusedOperationStep } from '../../records/operations/steps/refused-operation-step.ts';
import { termsOfRelease } from '../../records/operations/terms-of-release.ts';
import type { OperationStore } from '../../storage/operations/operation-store.ts';
import type { DossierWrites } from '../../storage/stores/dossier-writes.ts';
import { demandWithinDay } from '../demand-within-day.ts';
import { type OfficersStepResult, stepOfOfficer } from '../step-of-officer.ts';
import { takenAs, takenStep, withTaken } from '../with-taken.ts';
import type { AskedOperationStep } from './step-operation.ts';

/** The stores that the step writes in. */
export interface ProposingReleases {
  operations: Pick<OperationStore, 'read' | 'replace' | 'confirm'>;
  writes: Pick<DossierWrites, 'read' | 'take' | 'counted'>;
}

/** The draft that is to be proposed, by whom, and under which rules. */
export interface AskedRelease extends Omit<AskedOperationStep, 'event'> {
  draft: string;
  rules: ReleaseRules;
  /** Throws FORBIDDEN where the officer may not read what the release is to open. */
  demand(dossier: DossierRecord, draft: ReleaseDraft): void;
  /** The step as it counts for the officer's day. */
  counted(result: StepResult, dossier: DossierRecord): StepResult;
}

interface Before {
  record: OperationRecord;
  draft: ReleaseDraft | undefined;
  dossier: DossierRecord | null;
}

interface Proposed {
  dossier: DossierRecord;
  step: Step;
  record: OperationRecord;
}

/** The release of a draft, in its dossier. */
function releaseOf(
  operation: JointOperation,
  draft: ReleaseDraft,
  dossier: DossierRecord,
  author: Author,
  { rules, counted }: Pick<AskedRelease, 'rules' | 'counted'>,
): StepResult {
  const given = {
    ...termsOfRelease(operation, author.at, rules),
    classes: draft.classes,
    reason: draft.reason,
  };
  const read = readRelease(given, { owner: operation.own, rules, now: author.at });
  if ('problems' in read)
    return { problems: read.problems.map((problem) => ({ ...problem, path: 'draft' })) };
  const release = { ...read.release, operation: operation.id, isHeld: true as const };
  const result = counted(propose(dossier, author, release), dossier);
  return 'step' in result ? (withoutRoom(dossier, result.step) ?? result) : result;
}

/**
 * Proposes a release that a member has drafted for an operation: the release and the operation are written together.
 * @throws QUOTA_SPENT, FORBIDDEN
 */
export async function proposeOperationRelease(
  { operations, writes }: ProposingReleases,
  author: Author,
  asked: AskedRelease,
): Promise<ActionOutcome<{ record: OperationRecord }>> {
  async function decide({ record, draft, dossier }: Before): Promise<OfficersStepResult<Proposed>> {
    const { lead } = record.operation;
    const isLeadSuspended = lead !== undefined && asked.isSuspended(lead);
    const event = { kind: 'PROPOSE_RELEASE', by: author.by, at: author.at, draft: asked.draft } as const;
    const after = operationTransition(record.operation, event, isLeadSuspended);
    if ('refused' in after) return refusedOperationStep(after.refused);
    if (!draft || !dossier) return refusedOperationStep('NO_RELEASE_DRAFT');
    asked.demand(dossier, draft);
    const result = releaseOf(after.operation, draft, dossier, author, asked);
    if (!('step' in result)) return result;
    await demandWithinDay(writes, author, result.step.counts);
    const contents = {
      ...contentsOf(record),
      operation: after.operation,
      taken: withTaken(record.taken, { ...takenStep(author), at: author.at }),
      releasing: [...new Set([...(record.releasing ?? []), dossier._id])],
      version: record.version + 1,
    };
    return { step: { dossier, step: result.step, record: withColumns(contents, author.at) } };
  }

  const outcome = await stepOfOfficer<Before, Proposed, never>(
    {
      async read(id) {
        const record = await operations.read(id);
        if (!record) return { kept: null };
        const draft = record.operation.releaseDrafts?.find((each) => each.id === asked.draft);
        const dossier = draft ? await writes.read(draft.dossier) : null;
        return { kept: { record, draft, dossier }, takenAs: takenAs(record, author) };
      },
      versionOf: ({ record }) => record.version,
      confirm: operations.confirm,
      async write({ dossier, step, record }) {
        const written = await writes.take(
          dossier,
          { ...step, assigned: author.assigned },
          async (session) => (await operations.replace(record, [], session)) === 'WRITTEN',
        );
        // A release joins nobody with anybody: that other outcome is of links alone.
        return written === 'WRITTEN' ? written : 'CONFLICT';
      },
    },
    { id: asked.operation, ...(asked.version !== undefined && { version: asked.version }) },
    author,
    { isKnown: async ({ record }) => asked.isKnown(record), decide },
  );
  if (!('before' in outcome)) return outcome;
  return { record: outcome.step?.record ?? outcome.before.record };
}
