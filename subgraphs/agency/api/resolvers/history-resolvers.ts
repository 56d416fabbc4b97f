import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { Permissions } from '../../permissions/permissions.ts';
import { contentParts } from '../../records/history/content-parts.ts';
import type { HistoryChange } from '../../records/history/history-entry.ts';
import { recordFieldOf } from '../../records/history/record-field.ts';
import { classOfValue, type ValueField } from '../../records/values/value-kinds.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { ShownEntry } from './history-page.ts';

/** The subject of a change: a class of values, or decisions of officers, for viewers who may read these themselves. */
type Subject = { class: InformationClass; action?: Action };

const releasing: Subject = { class: 'CASE', action: 'readReleasing' };
const linking: Subject = { class: 'CASE', action: 'readLinks' };
/** Changes that are not of a value, and name officers and their reasons. */
const decisions: Readonly<Record<string, Subject>> = {
  releases: releasing,
  shareable: releasing,
  links: linking,
};
const subjects: readonly Subject[] = [
  ...[...new Set(Object.values(classOfValue))].map((informationClass) => ({ class: informationClass })),
  releasing,
  linking,
];

/** Undefined for the handling code, which is open to whoever reads the history, and for what nobody knows to be open. */
function subjectOf({ field }: HistoryChange): Subject | undefined {
  const ofValue: InformationClass | undefined =
    field === 'cases' ? 'CASE' : classOfValue[field as ValueField];
  if (ofValue) return subjects.find((subject) => subject.class === ofValue && !subject.action);
  return decisions[field];
}

/**
 * The changes of an entry that the viewer may read. That there was another is withheld too: it would say that the dossier
 * has such a value, or that it is contested. So there is a receipt for each subject that he may not read, whether anything
 * of it was changed or not.
 */
function changesShown(
  { changes, dossier }: ShownEntry,
  { verdicts, decide, withheld }: Permissions,
): HistoryChange[] {
  // All of a group is of one class, without which nobody comes to its history.
  if (!dossier) return changes;
  const refused = new Set<Subject>();
  for (const subject of subjects) {
    const mayTake = !subject.action || mayAct(verdicts.side, verdicts.roles, subject.action);
    const ruling = mayTake ? (subject.action ? 'ALLOW' : decide(subject.class, dossier)) : 'ROLE';
    if (ruling === 'ALLOW') continue;
    refused.add(subject);
    withheld.note({ coordinate: 'HistoryEntry.changes', ...subject }, ruling, dossier._id);
  }
  return changes.filter((change) => {
    const subject = subjectOf(change);
    return subject ? !refused.has(subject) : change.field === 'handlingCode';
  });
}

const partsOf = (field: string, content: string | undefined) =>
  content === undefined ? null : contentParts(field, content);

export const historyResolvers: Resolvers<RequestContext> = {
  HistoryChange: {
    field: ({ field }: HistoryChange) => recordFieldOf[field],
    before: ({ field, before }: HistoryChange) => partsOf(field, before),
    after: ({ field, after }: HistoryChange) => partsOf(field, after),
  },
  HistoryEntry: {
    purpose: ({ mandate }: ShownEntry) => mandate.purpose,
    case: ({ mandate }: ShownEntry) => mandate.case,
    changes: (entry: ShownEntry, _arguments: unknown, { permissions }: RequestContext) =>
      changesShown(entry, permissions),
  },
};
