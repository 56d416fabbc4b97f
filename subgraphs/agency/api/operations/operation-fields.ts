import type { Agency } from '../../../../terms/agencies.ts';
import type { Article, Conduct } from '../../../../terms/criminal-codes/article.ts';
import { operationRoles } from '../../../../terms/enums.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { markedTerms } from '../../records/formats/text/marked-terms.ts';
import { agreedAt, lapseOf } from '../../records/operations/half/agreed-at.ts';
import { draftOf } from '../../records/operations/half/draft-of.ts';
import {
  caseOf,
  isAsked,
  type OperationDraft,
  type OwnMeasure,
  offerOf,
  termsOf,
} from '../../records/operations/half/joint-operation.ts';
import { resultsOf } from '../../records/operations/half/operation-results.ts';
import type { OperationSide } from '../../records/operations/half/operation-side.ts';
import { endOf, lastDay, operationState, planShown } from '../../records/operations/half/operation-state.ts';
import type { OperationTerms } from '../../records/operations/half/operation-terms.ts';
import { ownCase } from '../../records/operations/operation-columns.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { waitsOnOperation } from '../../records/operations/waits-on-operation.ts';
import type { RequestContext } from '../context/request-context.ts';
import { listedMeasure } from '../measures/listed-measure.ts';

/** The articles of both agencies' lists that punish a conduct. */
export function articlesOf(
  { agency, criminalCode, foreignCodes }: AgencyDefinition,
  other: Agency,
  conducts: readonly Conduct[],
): (Article & { agency: Agency })[] {
  const codes: [Agency, readonly Article[]][] = [
    [agency, criminalCode],
    [other, foreignCodes[other] ?? []],
  ];
  return codes.flatMap(([owner, articles]) =>
    articles
      .filter(({ conduct, alsoConducts = [] }) =>
        [conduct, ...alsoConducts].some((each) => conducts.includes(each)),
      )
      .map((article) => ({ ...article, agency: owner })),
  );
}

/** Terms with the agencies whose articles they name. */
export interface ShownTerms {
  terms: OperationTerms;
  other: Agency;
}

/** The terms of an operation: one that is stored has some. */
const shownTerms = ({ operation }: OperationRecord): OperationTerms => {
  const terms = termsOf(operation);
  if (!terms) throw new Error(`operation ${operation.id} has no terms`);
  return terms;
};

/** The fields of what both agencies have agreed on, or discuss. */
const common = {
  agency: ({ other }: OperationRecord) => other,
  state: ({ operation }: OperationRecord, _arguments: unknown, { now }: RequestContext) =>
    operationState(operation, now),
  name: (record: OperationRecord) => shownTerms(record).name,
  purpose: (record: OperationRecord) => shownTerms(record).purpose,
  legalBasis: (record: OperationRecord) => shownTerms(record).legalBasis,
  case: ({ operation }: OperationRecord) => ownCase(operation) ?? null,
  otherCase: ({ operation: { theirs } }: OperationRecord) => caseOf(theirs) ?? null,
  from: (record: OperationRecord) => shownTerms(record).from,
  until: (record: OperationRecord) => lastDay(record.operation) ?? shownTerms(record).until,
  origins: (record: OperationRecord) => shownTerms(record).origins,
  offer: ({ operation, other }: OperationRecord) => {
    const offer = offerOf(operation);
    if (!offer) return null;
    const { n: number, at, terms } = offer;
    return { number, by: isAsked(operation) ? other : operation.own, at, lapsesAt: lapseOf(at, terms.until) };
  },
  endsAt: ({ operation }: OperationRecord) => endOf(operation) ?? null,
};

const counted = (members: OperationSide['members']) =>
  operationRoles.flatMap((role) => {
    const number = members[role];
    return number === undefined ? [] : [{ role, members: number }];
  });

const hasSuspended = ({ suspensions, resumed }: OperationSide): boolean => suspensions > (resumed?.own ?? 0);

/** The fields of an agency's own half, and of the other one's as it was told. */
const half = {
  draft: ({ operation, other }: OperationRecord, _arguments: unknown, { now }: RequestContext) => {
    const draft = draftOf(operation, now);
    return draft ? { draft, other } : null;
  },
  waits: ({ operation }: OperationRecord, _arguments: unknown, { now }: RequestContext) =>
    waitsOnOperation(operation, now)?.kind ?? null,
  lead: ({ operation }: OperationRecord) => operation.lead ?? null,
  members: ({ operation }: OperationRecord, _arguments: unknown, { stores }: RequestContext) =>
    operation.members.map((member) => ({
      ...member,
      isSuspended: stores.suspensions.isSuspended(member.officer),
    })),
  otherMembers: ({ operation }: OperationRecord) => counted(operation.theirs.members),
  measures: ({ operation }: OperationRecord) =>
    operation.measures.map((measure) => ({ ...measure, told: operation.mine.plan })),
  plan: ({ operation }: OperationRecord, _arguments: unknown, { now }: RequestContext) =>
    planShown(operation, now),
  results: ({ operation }: OperationRecord) =>
    agreedAt(operation) ? (operation.mine.results ?? resultsOf([], operation.added)) : null,
  otherResults: ({ operation }: OperationRecord) => operation.theirs.results ?? null,
  evaluation: ({ operation }: OperationRecord) => operation.mine.evaluation ?? null,
  otherEvaluation: ({ operation }: OperationRecord) => operation.theirs.evaluation ?? null,
  isSuspendedHere: ({ operation }: OperationRecord) => hasSuspended(operation.mine),
  isSuspendedThere: ({ operation }: OperationRecord) => hasSuspended(operation.theirs),
  releaseDrafts: async (
    { operation }: OperationRecord,
    _arguments: unknown,
    { loaders, permissions, dossiers }: RequestContext,
  ) => {
    const { releaseDrafts = [] } = operation;
    const found = await Promise.all(
      releaseDrafts.map(({ dossier: id }) => loaders.found.load({ id, fields: ['cases'] })),
    );
    return releaseDrafts.filter((_draft, index) => {
      const dossier = found[index];
      if (!dossier || permissions.decide('CASE', dossier) !== 'ALLOW') return false;
      dossiers.told(dossier);
      return true;
    });
  },
  steps: ({ operation }: OperationRecord) => operation.steps,
};

/** The fields of an agency's half of a joint operation. */
export const operationFields = (definition: AgencyDefinition) => ({
  ...common,
  ...half,
  offences: (record: OperationRecord) => articlesOf(definition, record.other, shownTerms(record).conducts),
});

interface ShownDraft {
  draft: OperationDraft;
  other: Agency;
}

/** The fields of a step that waits for a second officer. */
export const draftFields = {
  kind: ({ draft }: ShownDraft) => draft.kind,
  by: ({ draft }: ShownDraft) => draft.by,
  at: ({ draft }: ShownDraft) => draft.at,
  terms: ({ draft, other }: ShownDraft): ShownTerms | null =>
    draft.kind === 'OFFER' ? { terms: draft.terms, other } : null,
  case: ({ draft }: ShownDraft) => ('case' in draft ? draft.case : null),
  lead: ({ draft }: ShownDraft) => ('lead' in draft ? draft.lead.officer : null),
  until: ({ draft }: ShownDraft) => ('until' in draft ? draft.until : null),
  words: ({ draft }: ShownDraft) => ('words' in draft ? draft.words : null),
  markedTerms: ({ draft }: ShownDraft) => ('words' in draft ? markedTerms([draft.words]) : null),
};

/** The fields of the terms of an offer that waits. */
export const termsFields = (definition: AgencyDefinition) => ({
  name: ({ terms }: ShownTerms) => terms.name,
  purpose: ({ terms }: ShownTerms) => terms.purpose,
  legalBasis: ({ terms }: ShownTerms) => terms.legalBasis,
  from: ({ terms }: ShownTerms) => terms.from,
  until: ({ terms }: ShownTerms) => terms.until,
  origins: ({ terms }: ShownTerms) => terms.origins,
  offences: ({ terms, other }: ShownTerms) => articlesOf(definition, other, terms.conducts),
});

type ShownMeasure = OwnMeasure & { told: OperationSide['plan'] };

/** The fields of a measure of an operation. It stays in its dossier, which decides who reads it. */
export const operationMeasureFields = {
  measure: ({ dossier, of }: ShownMeasure, _arguments: unknown, context: RequestContext) =>
    listedMeasure({ dossier, of }, context),
  need: ({ need }: ShownMeasure) => need ?? null,
  isTold: ({ id, told }: ShownMeasure) => told.some((each) => each.id === id),
};
