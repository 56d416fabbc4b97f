import { type ActionOutcome, invalid, stale, unknownRecord } from '../records/action-outcome.ts';
import type { Author } from '../records/dossier/step.ts';
import type { Problem } from '../records/problem.ts';
import type { Written } from '../storage/database/written.ts';
import { demandSameRequest } from './same-request.ts';
import { takeStep } from './take-step.ts';

/**
 * The result of working out an officer's step: a record that it names and that is not there is `unknown`, and `nothing` is to be written where the
 * record is as the step would make it.
 */
export type OfficersStepResult<Step> =
  | { step: Step }
  | { nothing: true }
  | { unknown: string }
  | { problems: Problem[] };

/** A record as a step finds it. */
export interface Found<Kept> {
  kept: Kept | null;
  /** The fingerprint of the request by which the officer has taken a step on it before, under the key of this one. */
  takenAs?: string | undefined;
}

/** One kind of record, as officers step on it. */
export interface SteppedOn<Kept, Step, Refusal extends string = never> {
  read(id: string): Promise<Found<Kept>>;
  /** The version that its officers are told of. */
  versionOf(kept: Kept): number;
  /** Waits until what was read can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
  /** Puts on record that the officer has learned of the record: every answer says something of it, a refusal too. */
  noteRead?(kept: Kept): void;
  write(step: Step, kept: Kept): Promise<Written | Refusal>;
  /** The problems of a step that the database has refused. */
  problemsOf?(refusal: Refusal): Problem[];
}

/** One step, as its officer asks for it. */
export interface AskedStep<Kept, Step> {
  /** Tells if the officer may know of the record: to one who may not there is none, unless they have taken this step before. */
  isKnown?(kept: Kept): Promise<boolean>;
  /** Throws for an officer who may not read the record: they learn nothing of it, not even that it has changed. */
  demand?(kept: Kept): void;
  decide(kept: Kept): OfficersStepResult<Step> | Promise<OfficersStepResult<Step>>;
}

/** The end of a step that was taken: now, or by the same request before, and then without the step. */
export interface StepTaken<Kept, Step> {
  before: Kept;
  step?: Step;
}

/**
 * Takes an officer's step, from the version that they have read: of two steps from one version one is taken, and the other is
 * STALE. So is a step that others came before each time it was tried. A request that was taken before is answered as it was then.
 * @param target without a version for a step that is right on whatever the record has become, such as a recall
 */
export async function stepOfOfficer<Kept, Step, Refusal extends string>(
  records: SteppedOn<Kept, Step, Refusal>,
  target: { id: string; version?: number },
  author: Author,
  asked: AskedStep<Kept, Step>,
): Promise<ActionOutcome<StepTaken<Kept, Step>>> {
  const { id, version } = target;
  type Answer = { repeated: Kept } | { refused: Exclude<ActionOutcome<never>, never> };
  const refuse = (refused: ActionOutcome<never>) => ({ answer: { refused } });
  const taken = await takeStep({
    read: () => records.read(id),
    async decide({ kept, takenAs }): Promise<{ step: { kept: Kept; step: Step } } | { answer: Answer }> {
      if (!kept) return refuse(unknownRecord(id));
      records.noteRead?.(kept);
      if (takenAs !== undefined) {
        demandSameRequest(takenAs, author);
        return { answer: { repeated: kept } };
      }
      if (asked.isKnown && !(await asked.isKnown(kept))) return refuse(unknownRecord(id));
      asked.demand?.(kept);
      const told = records.versionOf(kept);
      if (version !== undefined && told !== version) return refuse(stale(told));
      const result = await asked.decide(kept);
      if ('unknown' in result) return refuse(unknownRecord(result.unknown));
      if ('problems' in result) return refuse(invalid(result.problems));
      if ('nothing' in result) return { answer: { repeated: kept } };
      return { step: { kept, step: result.step } };
    },
    write: ({ kept, step }) => records.write(step, kept),
  });
  switch (taken.kind) {
    case 'WRITTEN':
      return { before: taken.step.kept, step: taken.step.step };
    case 'REFUSED':
      return invalid(records.problemsOf?.(taken.refusal) ?? []);
    case 'CONTENDED':
      return stale(taken.before.kept ? records.versionOf(taken.before.kept) : 0);
    case 'ANSWERED':
      if ('refused' in taken.answer) return taken.answer.refused;
      await records.confirm(id);
      return { before: taken.answer.repeated };
  }
}
