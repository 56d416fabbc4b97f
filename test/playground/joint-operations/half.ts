import type {
  OperationHalf,
  OwnLine,
  ToldMeasure,
} from '../../../playground/joint-operations/own/own-operations.ts';

const article = (agency: 'BELARUS' | 'RUSSIA', code: string) => ({
  ...{ agency, code, validTo: null, be: 'Махлярства', ru: 'Мошенничество', en: 'Fraud' },
});

/** An operation that goes on, as the agency of Belarus has it. */
export const active: OperationHalf = {
  ...{ agency: 'RUSSIA', version: 7, state: 'ACTIVE', name: 'AVOCET' },
  ...{ purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' },
  ...{ case: 'BY-2026-000001', otherCase: 'RU-2026-000001', from: '2026-12-01', until: '2026-12-31' },
  offences: [article('BELARUS', '209'), article('RUSSIA', '159')],
  origins: [],
  offer: {
    ...{ number: 2, by: 'RUSSIA', at: '2026-11-20T10:00:00.000Z', lapsesAt: '2026-12-20T10:00:00.000Z' },
  },
  ...{ draft: null, waits: null, lead: 'zaitsava' },
  members: [
    { officer: 'zaitsava', role: 'INVESTIGATOR', isSuspended: false },
    { officer: 'kavaleva', role: 'LIAISON', isSuspended: false },
  ],
  otherMembers: [{ role: 'INVESTIGATOR', members: 4 }],
  ...{ measures: [], plan: [], results: null, otherResults: null },
  ...{ evaluation: null, otherEvaluation: null, isSuspendedHere: false, isSuspendedThere: false },
  ...{ endsAt: '2026-12-31T21:00:00.000Z', steps: [], gaps: [], releaseDrafts: [] },
};

/** The other agency's offer, which waits for an answer. */
export const offered: OperationHalf = {
  ...active,
  ...{ state: 'PROPOSED', waits: 'OPERATION_TO_ANSWER', case: null, lead: null, members: [], endsAt: null },
};

/** The operation once its last day is over. */
export const ended: OperationHalf = { ...active, state: 'ENDED', waits: 'OPERATION_TO_EVALUATE' };

/** A step that another officer has written. */
export const draftOf = (
  kind: NonNullable<OperationHalf['draft']>['kind'],
  by = 'kavaleva',
): NonNullable<OperationHalf['draft']> => ({
  ...{ kind, by, at: '2026-12-01T09:00:00.000Z', terms: null, case: null, lead: null },
  ...{ until: null, words: null, markedTerms: null },
});

/** A measure of this agency that the officer may read. */
export const ownLine = (
  id: string,
  [from, until]: readonly [from: string, until: string],
  need: OwnLine['need'] = null,
): OwnLine => ({
  ...{ id, isTold: true, need, of: `BY-7Q4KZ0XN3VDH9TRC ${id}`, dossier: 'BY-7Q4KZ0XN3VDH9TRC' },
  measure: {
    ...{ id, kind: 'SEARCH', state: 'AUTHORISED', date: from, window: { from, until }, region: 'BY-HM' },
    check: { state: 'CONFLICT' },
  },
});

/** A measure of the other agency, as it tells it. */
export const toldMeasure = (
  id: string,
  [from, until]: readonly [from: string, until: string],
  need: ToldMeasure['need'] = null,
): ToldMeasure => ({
  ...{ id, kind: 'DOMAIN_BLOCK', state: 'PLANNED', from, until, region: null, target: null, need },
});
