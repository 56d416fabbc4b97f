import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Release } from '../../../subgraphs/agency/records/dossier/release.ts';
import type { GroupRecord } from '../../../subgraphs/agency/records/group/group-record.ts';
import type { StoredEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import { plannedStates } from '../../../subgraphs/agency/records/values/measures.ts';
import { type ListField, listFields } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { dossierIn, type MarkedRecords } from '../../support/marked/records.ts';
import { classInHistory, classOfField } from '../../support/policy/fields.ts';
import {
  actionRefusal,
  classRefusal,
  fieldRefusal,
  isVisible,
  type Question,
} from '../../support/policy/oracle.ts';
import { type DossierState, stateNames, states } from '../../support/policy/states.ts';
import { type Column, letterOf, type Owner } from '../../support/policy/table.ts';

export const stateOfId = (owner: Owner, id: string): DossierState | undefined => {
  const name = stateNames.find((one) => dossierIn(owner, one) === id);
  return name && states[name];
};

const hidden = 'something else';

/** The lists of a dossier by their class; measures have two, and are looked at one by one. */
export const emptied: Partial<Record<Column, ListField[]>> = {};
for (const field of listFields.filter((name) => name !== 'measures')) {
  const column = classOfField.get(field) as Column;
  emptied[column] = [...(emptied[column] ?? []), field];
}

/** Values that wait for a countersignature are nobody's to know of abroad. */
export const signed = (contacts: DossierRecord['contacts']): DossierRecord['contacts'] =>
  contacts.filter(({ provenance }) => provenance.unsigned === undefined);

/** True for a release that is in force for this viewer: they are told how they may use what it opens. */
const isInForceFor = (release: Release, { side, purpose, case: caseNumber }: Question, now: Date): boolean =>
  side === 'foreign' &&
  release.purposes.includes(purpose) &&
  (release.case === undefined || release.case === caseNumber) &&
  release.grantedAt !== undefined &&
  release.recalledAt === undefined &&
  release.from <= now &&
  now < release.until;

function otherRelease(release: Release, isReleasingShown: boolean, question: Question): Release {
  const { handling: _handling, handlingRemark: _remark, ...unrestricted } = release;
  const seen = isInForceFor(release, question, new Date()) ? release : unrestricted;
  if (isReleasingShown) return seen;
  return { ...seen, reason: hidden, proposedBy: hidden, proposedAt: release.from };
}

/** A measure's part that is for the owner's officers alone, otherwise than it is. */
const ofOtherOfficers = {
  ...{ target: hidden, plannedBy: hidden, authorisedBy: hidden, startedBy: hidden },
  ...{ urgency: 'LIFE', isUnauthorised: false },
} as const;

/** A dossier that differs in all that the viewer may not read, and in nothing that he may. */
function twinOf(dossier: DossierRecord, state: DossierState, question: Question): DossierRecord {
  const isDenied = (column: Column) => classRefusal(question, column, state) !== undefined;
  const twin: Record<string, unknown> = { ...dossier };
  for (const [column, fields] of Object.entries(emptied)) {
    if (isDenied(column as Column)) for (const field of fields) twin[field] = [];
  }
  if (question.side === 'foreign') twin.contacts = signed(twin.contacts as DossierRecord['contacts']);
  if (isDenied('IDENTITY')) for (const field of ['birth', 'birthPlace', 'sex']) delete twin[field];
  const areOfficersShown = !actionRefusal(question, 'measures/plannedBy');
  twin.measures = dossier.measures
    .filter((measure) => !isDenied(plannedStates.includes(measure.state) ? 'TACTICAL' : 'CASE'))
    .map((measure) => (areOfficersShown ? measure : { ...measure, ...ofOtherOfficers }));
  if (isDenied('CASE')) {
    twin.status = { ...dossier.status, stage: 'SUSPECTED' };
    twin.cases = dossier.cases.filter((number) => number === question.case && question.side === 'own');
  }
  const isReleasingShown = !actionRefusal(question, 'releases/reason');
  if (!isReleasingShown) delete twin.shareable;
  twin.releases = dossier.releases
    .filter(({ grantedAt }) => isReleasingShown || grantedAt)
    .map((release) => otherRelease(release, isReleasingShown, question));
  return twin as unknown as DossierRecord;
}

/** The same of its history. */
function twinHistory(
  history: readonly StoredEntry[],
  state: DossierState,
  question: Question,
): StoredEntry[] {
  if (fieldRefusal(question, 'history', state)) return [];
  const isReleasingShown = !actionRefusal(question, 'releases/reason');
  return history.map((entry) => ({
    ...entry,
    changes: entry.changes.filter((change) => {
      const of = classInHistory.get(change.field);
      return of
        ? classRefusal(question, of, state) === undefined
        : change.field === 'handlingCode' || isReleasingShown;
    }),
  }));
}

/** A group as others may know of it: abroad one that waits is what was countersigned of it, and who recorded it is for those who decide. */
function otherGroup(group: GroupRecord, question: Question): GroupRecord[] {
  const { provenance, vouched } = group;
  if (!provenance.unsigned) return [group];
  if (question.side === 'foreign') return vouched ? [{ ...group, ...vouched }] : [];
  if (!actionRefusal(question, 'memberships/group/waiting')) return [group];
  const unsigned = { ...provenance.unsigned, by: hidden };
  return [{ ...group, provenance: { ...provenance, unsigned } }];
}

/** Another world, which this viewer must not be able to tell from the first by anything that he asks. */
export function twinWorld(records: MarkedRecords, question: Question): MarkedRecords {
  const { owner, side, roles, purpose } = question;
  const seen = records.dossiers.flatMap((dossier) => {
    const state = stateOfId(owner, dossier._id);
    return isVisible(question, state) ? [twinOf(dossier, state, question)] : [];
  });
  const isEveryGroupShown = roles.some((role) => letterOf(owner, side, role, purpose, 'CASE') === 'A');
  const joined = new Set(seen.flatMap(({ memberships }) => memberships.map(({ group }) => group)));
  const groups = records.groups
    .filter(({ _id }) => isEveryGroupShown || joined.has(_id))
    .flatMap((group) => otherGroup(group, question));
  const isHistoryShown = !actionRefusal(question, 'memberships/group/history');
  const ofGroups = new Set(isHistoryShown ? groups.map(({ _id }) => _id) : []);
  return {
    dossiers: seen,
    groups,
    reads: [],
    history: [
      ...seen.flatMap(({ _id }) => {
        const state = stateOfId(owner, _id);
        const lines = records.history.filter(({ record }) => record === _id);
        return state ? twinHistory(lines, state, question) : [];
      }),
      ...records.history.filter(({ record }) => ofGroups.has(record)),
    ],
  };
}

const marksOf = new WeakMap<MarkedRecords, string[]>();

/** Every mark that the records hold; looked for once, since thousands of answers are compared with the same records. */
function marksIn(records: MarkedRecords): string[] {
  const known = marksOf.get(records);
  if (known) return known;
  const marks = [...new Set(JSON.stringify(records).match(/MARK-[A-Z]+-[A-Z0-9-]+?-(?=[a-z])/g) ?? [])];
  marksOf.set(records, marks);
  return marks;
}

/** The texts that an answer to this viewer must not hold: marks of what he may not read, and ids of what is not there. */
export function forbidden(records: MarkedRecords, question: Question, asked: string): string[] {
  const { owner } = question;
  const twin = twinWorld(records, question);
  const allowed = JSON.stringify(twin);
  const marks = marksIn(records).filter((mark) => !allowed.includes(mark));
  const ids = records.dossiers
    .map(({ _id }) => _id)
    .filter((id) => !isVisible(question, stateOfId(owner, id)) && !asked.includes(id));
  return [...marks, ...ids];
}
