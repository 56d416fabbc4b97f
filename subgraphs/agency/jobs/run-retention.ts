import { erasureOf } from '../records/dossier/retention/erasure-of.ts';
import type { RetentionStore } from '../storage/stores/retention-store.ts';

/** What a run has erased, in numbers alone: neither content nor ids. */
export interface RetentionReport {
  /** Values, by the field that they stood in. */
  values: Record<string, number>;
  /** Dossiers that lost some values. */
  dossiersReduced: number;
  dossiersErased: number;
  groupsErased: number;
  /** Groups whose retention has ended and that a dossier still names. */
  groupsHeld: number;
  /** Entries of the record of reads. */
  readsErased: number;
  /** References of hits whose time is over. */
  hitsErased: number;
  /** Notices that were received. */
  noticesErased: number;
  /** Suspensions of officers that were undone. */
  suspensionsErased: number;
  /** Messages of either direction that lost their content. */
  messagesErased: number;
  /** Dossiers that were amended each time they were about to be written: the next run's. */
  leftForNextRun: number;
  /** Dossiers that an error kept from being erased. */
  failed: number;
}

export interface RunOptions {
  signal?: AbortSignal;
  /** Told of what kept a dossier from being erased; the run goes on with the next. */
  onFailure?: (error: unknown) => void;
}

/** A dossier is amended by people: whoever does it five times within one step of this run is none. */
const mostAttempts = 5;

async function eraseDue(store: RetentionStore, id: string, now: Date, report: RetentionReport) {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const dossier = await store.read(id);
    if (!dossier || dossier.nextErasure > now) return;
    const { version } = dossier;
    const erasure = erasureOf(dossier, now, await store.pastOf(dossier), await store.readersOf(id));
    switch (erasure.kind) {
      case 'WHOLE':
        if (!(await store.eraseDossier(dossier, erasure.messages))) continue;
        report.dossiersErased++;
        return;
      case 'VALUES':
        if (!(await store.eraseValues(dossier, erasure.step))) continue;
        report.dossiersReduced++;
        for (const field of erasure.step.erased) report.values[field] = (report.values[field] ?? 0) + 1;
        return;
      case 'LATER':
        if (!(await store.lookAgain(id, version, erasure))) continue;
        return;
    }
  }
  report.leftForNextRun++;
}

/**
 * Erases what may no longer be held. An amendment that comes between wins, and the decision is made anew on what it
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
    groupsErased: 0,
    groupsHeld: 0,
    readsErased: 0,
    hitsErased: 0,
    noticesErased: 0,
    suspensionsErased: 0,
    messagesErased: 0,
    leftForNextRun: 0,
    failed: 0,
  };
  for await (const id of store.dueDossiers(now)) {
    if (signal?.aborted) return report;
    try {
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
  if (!signal?.aborted) report.readsErased = await store.eraseReads(now);
  if (!signal?.aborted) report.hitsErased = await store.eraseHits(now);
  if (!signal?.aborted) report.noticesErased = await store.eraseNotices(now);
  if (!signal?.aborted) report.suspensionsErased = await store.eraseSuspensions(now);
  if (!signal?.aborted) report.messagesErased = await store.eraseMessages(now);
  return report;
}
