import { classBelow, classInHistory, classOfField, rolesOfAction } from './fields.ts';
import {
  actionRefusal,
  classRefusal,
  fieldRefusal,
  isVisible,
  policyRefusal,
  type Question,
} from './oracle.ts';
import type { DossierState } from './states.ts';
import { columns, type Owner } from './table.ts';

/** A receipt that must be there; nobody compares what it advises. */
export interface Receipt {
  coordinate: string;
  class: string;
  owner: Owner;
  reason: string;
  records: string[] | null;
}

const typePrefix = { BELARUS: 'Belarus', RUSSIA: 'Russia' } as const;
const releasing = [...rolesOfAction.keys()].filter((path) => path.startsWith('releases/'));
const ofMeasures = [...rolesOfAction.keys()].filter((path) => /^(measures|plannedMeasures)\//.test(path));

/** What a link has that was only told and decided. */
const inLink = 'agency dossier state needsReview decided decided/decision told told/decision'.split(' ');

/** The paths that an answer must hold something at, of all that a full dossier has. */
export function expectedPaths(
  question: Question,
  dossier: DossierState | undefined,
  full: readonly string[],
): string[] {
  if (!isVisible(question, dossier)) return [];
  const isReleasing = !actionRefusal(question, 'releases/reason');
  const shown = dossier.releases.filter(({ isGranted }) => isReleasing || isGranted);
  const isInRelease = (field: string): boolean => {
    if (field === 'case')
      return shown.some((release) => release.case && (isReleasing || release.case === question.case));
    if (field === 'grantedBy') return shown.some(({ isGranted }) => isGranted);
    if (field.startsWith('recall')) return shown.some(({ isRecalled }) => isRecalled);
    return shown.length > 0;
  };
  return full.filter((path) => {
    const [field = '', below] = path.split('/');
    const parts = path.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const isRefused = (each: string) =>
      actionRefusal(question, each) || classRefusal(question, classBelow.get(each) ?? 'OPEN', dossier);
    if (fieldRefusal(question, field, dossier) || above.some(isRefused)) return false;
    if (field === 'shareable') return dossier.handlingCode === 'SHAREABLE';
    // What waits in a full dossier, for a signature and to be kept for a shorter time, is a contact.
    if (['waiting', 'removals'].includes(field) && below !== undefined)
      return !classRefusal(question, 'CONTACT', dossier);
    if (field === 'links' && below !== undefined)
      return dossier.link !== undefined && inLink.includes(path.replace('links/', ''));
    return field !== 'releases' || below === undefined || isInRelease(below);
  });
}

/** What a dossier's history withholds of the values that it tells of, and of releases. */
function historyReceipts(question: Question, dossier: DossierState, id: string): Receipt[] {
  if (fieldRefusal(question, 'history', dossier)) return [];
  const withheld = new Map<string, { of: string; reason: string }>();
  const note = (of: string, reason: string | undefined) => {
    if (reason) withheld.set(`${of} ${reason}`, { of, reason });
  };
  note('CASE', actionRefusal(question, 'releases/reason')?.reason);
  note('CASE', actionRefusal(question, 'links')?.reason);
  for (const of of classInHistory.values()) note(of, classRefusal(question, of, dossier)?.reason);
  return [...withheld.values()].map(({ of, reason }) => ({
    coordinate: 'HistoryEntry.changes',
    class: of,
    owner: question.owner,
    reason,
    records: [id],
  }));
}

/** Every receipt of the answer about one dossier and about the record of reads. */
export function expectedReceipts(
  question: Question,
  dossier: DossierState | undefined,
  id: string,
): Receipt[] {
  const { owner } = question;
  const prefix = typePrefix[owner];
  const receipts: Receipt[] = [];
  const open = (coordinate: string, reason: string) =>
    receipts.push({ coordinate, class: 'OPEN', owner, reason, records: null });
  const noReads = actionRefusal(question, 'Query/reads');
  if (noReads) open(`${prefix}Query.reads`, noReads.reason);
  const noEntrance = policyRefusal(question, 'OPEN');
  if (noEntrance) {
    open(`Suspect.${prefix.toLowerCase()}`, noEntrance.reason);
    return receipts;
  }
  for (const path of releasing) {
    const refused = actionRefusal(question, path);
    if (refused) open(path.replace('releases/', `${prefix}Release.`), refused.reason);
  }
  // Asked only where the reads are that they stand in.
  for (const field of ['requests', 'operations']) {
    const refused = actionRefusal(question, `reads/nodes/${field}`);
    if (refused && !actionRefusal(question, 'reads')) open(`RecordedRead.${field}`, refused.reason);
  }
  // Asked only where the groups are that it is of.
  for (const field of ['history', 'waiting']) {
    const refused = actionRefusal(question, `memberships/group/${field}`);
    if (!refused || policyRefusal(question, 'CASE')) continue;
    const { reason } = refused;
    receipts.push({ coordinate: `${prefix}Group.${field}`, class: 'CASE', owner, reason, records: null });
  }
  // Asked only where the measures are that they are of.
  const isThere = isVisible(question, dossier);
  for (const path of ofMeasures) {
    const [list = '', field] = path.split('/');
    const of = classBelow.get(path) ?? 'OPEN';
    const isShown = isThere && !fieldRefusal(question, list, dossier);
    const refused =
      actionRefusal(question, path) ??
      (isShown ? classRefusal(question, of, dossier) : policyRefusal(question, of));
    if (!refused || policyRefusal(question, classOfField.get(list) ?? 'OPEN')) continue;
    const coordinate = `${list === 'measures' ? 'Measure' : 'PlannedMeasure'}.${field}`;
    const { reason, isStatic } = refused;
    receipts.push({ coordinate, class: of, owner, reason, records: isStatic ? null : [id] });
  }
  for (const [field, of] of classOfField) {
    // Whatever is refused by policy or for want of an action is so for no dossier at all too.
    const refused = isThere
      ? fieldRefusal(question, field, dossier)
      : (actionRefusal(question, field) ?? policyRefusal(question, of));
    if (!refused) continue;
    const records = refused.isStatic ? null : [id];
    receipts.push({
      coordinate: `${prefix}Dossier.${field}`,
      class: of,
      owner,
      reason: refused.reason,
      records,
    });
  }
  return isThere ? [...receipts, ...historyReceipts(question, dossier, id)] : receipts;
}

/** The classes whose marks an answer about a dossier must hold; those that it has no text of apart from its history. */
export function expectedMarks(question: Question, dossier: DossierState | undefined): string[] {
  if (!isVisible(question, dossier)) return [];
  const isHistoryShown = !fieldRefusal(question, 'history', dossier);
  const found: string[] = columns.filter(
    (column) => !classRefusal(question, column, dossier) && (column !== 'VICTIM' || isHistoryShown),
  );
  const isReleasingShown =
    dossier.releases.length > 0 || isHistoryShown || dossier.handlingCode === 'SHAREABLE';
  if (question.side === 'own' && found.includes('CONTACT')) found.push('UNSIGNED');
  if (!actionRefusal(question, 'releases/reason') && isReleasingShown) found.push('RELEASING');
  return found;
}

export const everyMark: readonly string[] = [...columns, 'UNSIGNED', 'RELEASING'];
