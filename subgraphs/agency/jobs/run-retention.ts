import { daysAfter } from '../../../terms/days.ts';
import { takeStep } from '../actions/take-step.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { settleContests } from '../records/dossier/removals/settle-contests.ts';
import { settleRemovals } from '../records/dossier/removals/settle-removals.ts';
import { erasureOf } from '../records/dossier/retention/erasure-of.ts';
import type { Step } from '../records/dossier/step.ts';
import { heldDays } from '../storage/retention/dossier-retention.ts';
import type { Eraser, Erasers, RetentionStore } from '../storage/retention/retention-store.ts';

/** The numbers of a run, those of `Erasers` among them: neither content nor ids. */
export interface RetentionReport extends Record<keyof Erasers, number> {
  /** Values, by the field that they stood in. */
  values: Record<string, number>;
  /** Dossiers that lost some values. */
  dossiersReduced: number;
  dossiersErased: number;
  /** Dossiers in which removals that officers had proposed took effect or lapsed. */
  removalsSettled: number;
  /** Dossiers of which a value is compared for early warnings no more, since officers of other cases have contested it. */
  contestsSettled: number;
  /** Dossiers whose erasure waits for the end of another agency's request. */
  dossiersHeld: number;
  groupsErased: number;
  /** Groups whose retention has ended and that a dossier still names. */
  groupsHeld: number;
  /** Dossiers that others wrote each time that they were about to be erased. */
  leftForNextRun: number;
  /** Dossiers that an error kept from being erased. */
  failed: number;
}

export interface RunOptions {
  signal?: AbortSignal;
  /** Called with the error that kept a dossier from being erased; the run goes on with the next. */
  onFailure?: (error: unknown) => void;
}

/** A dossier as it was read, and what of it must go. */
interface DueErasure {
  dossier: DossierRecord;
  erasure: ReturnType<typeof erasureOf>;
}

/** The steps that time takes on a dossier before anything of it is erased, by their numbers in the report. */
const settling = {
  removalsSettled: settleRemovals,
  contestsSettled: settleContests,
} satisfies Partial<Record<keyof RetentionReport, typeof settleRemovals>>;

/** Takes one of these steps on a dossier, where its time has come. */
async function settleDue(
  store: RetentionStore,
  id: string,
  now: Date,
  report: RetentionReport,
  counted: keyof typeof settling,
) {
  const taken = await takeStep({
    read: () => store.read(id),
    decide(dossier): { step: { dossier: DossierRecord; step: Step } } | { answer: undefined } {
      const step = dossier && settling[counted](dossier, now, store);
      return step ? { step: { dossier, step } } : { answer: undefined };
    },
    write: ({ dossier, step }) => store.eraseValues(dossier, { ...step, messages: step.messages ?? [] }),
  });
  if (taken.kind === 'CONTENDED') report.leftForNextRun++;
  if (taken.kind === 'WRITTEN') report[counted]++;
}

/** Erases of one dossier what is due; one that others write each time is left for the next run. */
async function eraseDue(store: RetentionStore, id: string, now: Date, report: RetentionReport) {
  const taken = await takeStep({
    read: () => store.read(id),
    async decide(dossier): Promise<{ step: DueErasure } | { answer: 'NOTHING_DUE' | 'HELD' }> {
      if (!dossier || dossier.nextErasure > now) return { answer: 'NOTHING_DUE' };
      // However many requests follow each other, they keep nothing longer than this past its time.
      const isHoldOver = dossier.nextErasure <= daysAfter(now, -heldDays);
      if (!isHoldOver && (await store.isAskedFor(id, now))) return { answer: 'HELD' };
      const erasure = erasureOf(dossier, now, await store.pastOf(dossier), await store.readersOf(id));
      return { step: { dossier, erasure } };
    },
    write({ dossier, erasure }) {
      if (erasure.kind === 'WHOLE') return store.eraseDossier(dossier, erasure.messages, now);
      if (erasure.kind === 'VALUES') return store.eraseValues(dossier, erasure.step);
      return store.lookAgain(dossier, erasure);
    },
  });
  if (taken.kind === 'CONTENDED') report.leftForNextRun++;
  if (taken.kind === 'ANSWERED' && taken.answer === 'HELD') report.dossiersHeld++;
  if (taken.kind !== 'WRITTEN') return;
  const { erasure } = taken.step;
  if (erasure.kind === 'WHOLE') report.dossiersErased++;
  if (erasure.kind !== 'VALUES') return;
  report.dossiersReduced++;
  for (const field of erasure.step.erased) report.values[field] = (report.values[field] ?? 0) + 1;
}

/**
 * Erases what may no longer be held. An amendment that comes between wins, and the erasure is decided anew on what it
 * left; so two runs at once erase the same as one. Dossiers are erased before groups,
 * so that a group which only they named goes in the same run.
 */
export async function runRetention(
  store: RetentionStore,
  now: Date,
  { signal, onFailure }: RunOptions = {},
): Promise<RetentionReport> {
  const report: RetentionReport = {
    values: {},
    dossiersReduced: 0,
    dossiersErased: 0,
    removalsSettled: 0,
    contestsSettled: 0,
    dossiersHeld: 0,
    groupsErased: 0,
    groupsHeld: 0,
    readsErased: 0,
    historyErased: 0,
    hitsErased: 0,
    alertsErased: 0,
    measureChecksErased: 0,
    noticesErased: 0,
    suspensionsErased: 0,
    requestsErased: 0,
    messagesErased: 0,
    leftForNextRun: 0,
    failed: 0,
  };
  for await (const id of store.dueDossiers(now)) {
    if (signal?.aborted) return report;
    try {
      await settleDue(store, id, now, report, 'removalsSettled');
      await settleDue(store, id, now, report, 'contestsSettled');
      await eraseDue(store, id, now, report);
    } catch (error) {
      report.failed++;
      onFailure?.(error);
    }
  }
  for await (const group of store.dueGroups(now)) {
    if (signal?.aborted) return report;
    if (group.heldUntil && group.heldUntil <= now) {
      await store.forgetOfGroup(group, now);
      if (group.provenance.retainUntil > now) continue;
    }
    if (await store.isNamed(group._id)) report.groupsHeld++;
    else if (await store.eraseGroup(group)) report.groupsErased++;
  }
  for (const [what, erase] of Object.entries(store.erasers) as [keyof Erasers, Eraser][])
    if (!signal?.aborted) report[what] = await erase(now);
  if (!signal?.aborted) await store.forgetNumbers(now);
  return report;
}
