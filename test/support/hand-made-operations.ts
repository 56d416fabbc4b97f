import { measureDay } from '../../subgraphs/agency/records/formats/dates/day-window.ts';
import { firstMessageId } from '../../subgraphs/agency/records/messages/message.ts';
import type { JointOperation } from '../../subgraphs/agency/records/operations/half/joint-operation.ts';
import type { OperationEvent } from '../../subgraphs/agency/records/operations/half/operation-event.ts';
import type { OperationTerms } from '../../subgraphs/agency/records/operations/half/operation-terms.ts';
import { heardSide } from '../../subgraphs/agency/records/operations/heard-side.ts';
import { withColumns } from '../../subgraphs/agency/records/operations/operation-columns.ts';
import type { OperationRecord } from '../../subgraphs/agency/records/operations/operation-record.ts';
import {
  heardOfOperation,
  newOperation,
} from '../../subgraphs/agency/records/operations/steps/new-operation.ts';
import { operationTransition } from '../../subgraphs/agency/records/operations/steps/operation-transition.ts';
import { daysAfter } from '../../terms/days.ts';
import { type OperationName, operationNames } from '../../terms/operation-names.ts';

/** What an operation of Belarus's has come to. */
export type OperationStage =
  | 'DRAFT'
  | 'OFFERED'
  | 'RECEIVED'
  | 'ACTIVE'
  | 'RELEASING'
  | 'RENEWAL'
  | 'SUSPENDED'
  | 'ENDED'
  | 'WORDED'
  | 'EVALUATED';

export const operationStages: readonly OperationStage[] = [
  'DRAFT',
  'OFFERED',
  'RECEIVED',
  'ACTIVE',
  'RELEASING',
  'RENEWAL',
  'SUSPENDED',
  'ENDED',
  'WORDED',
  'EVALUATED',
];

interface Given {
  /** Its own characters, which make its id. */
  name: string;
  code?: OperationName;
  case?: string;
  /** The officer who leads it here, in the role of an INVESTIGATOR. */
  lead?: string;
  liaison?: string;
  /** The dossier for which a member has drafted a release. */
  dossier?: string;
  /** A measure of a dossier that belongs to it. */
  measure?: { dossier: string; of: string };
  at?: Date;
}

const lead = (officer: string) => ({ officer, role: 'INVESTIGATOR' }) as const;

const termsOf = (at: Date, name: OperationName): OperationTerms => ({
  ...{ name, purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' },
  ...{ from: measureDay(at), until: measureDay(daysAfter(at, 60)), conducts: ['FRAUD'] },
  origins: [{ kind: 'ALERT', ids: ['BYA-7Q4KZ0XN3VDH9TRC'] }],
});

/** The half after a step. */
function after(operation: JointOperation, event: OperationEvent): JointOperation {
  const made = operationTransition(operation, event);
  if ('refused' in made) throw new Error(`refused: ${made.refused}`);
  return made.operation;
}

/** The half of an agency after all that the other one has done. */
function heard(operation: JointOperation, { mine }: JointOperation): JointOperation {
  const made = heardSide(operation, mine, { suspensions: 0 });
  if ('refused' in made) throw new Error(`refused: ${made.refused}`);
  return made.operation;
}

const steps = (at: Date) => ({
  sign: (by: string): OperationEvent => ({ kind: 'SIGN', by, at, approves: true }),
  accept: (own: string, officer: string): OperationEvent => ({
    ...{ kind: 'ACCEPT', by: `${officer} liaison`, at, n: 1, case: own, lead: lead(officer) },
  }),
});

/** An operation that both agencies have agreed on, as Belarus has it. */
function agreed(proposed: JointOperation, given: Required<Pick<Given, 'lead' | 'liaison' | 'at'>> & Given) {
  const { at, liaison, measure } = given;
  const { sign, accept } = steps(at);
  const offered = after(proposed, sign('head'));
  const theirs = heard(heardOfOperation(offered.id, 'RUSSIA', 'BELARUS'), offered);
  const accepted = after(after(theirs, accept('RU-2026-000001', 'lead RU')), sign('head RU'));
  const active = after(heard(offered, accepted), {
    ...{ kind: 'NAME_MEMBERS', by: 'head', at, lead: given.lead },
    members: [lead(given.lead), { officer: liaison, role: 'LIAISON' }],
  });
  return measure
    ? after(active, { kind: 'ADD_MEASURE', by: liaison, at, measure: { id: 'V00000000000A', ...measure } })
    : active;
}

function operationAtStage(stage: OperationStage, given: Given): JointOperation {
  const { at = new Date(), case: own = 'BY-2026-000001', name, code = 'AVOCET' } = given;
  const { lead: officer = 'investigator-1', liaison = 'liaison-1' } = given;
  const { sign } = steps(at);
  const terms = termsOf(at, code);
  if (stage === 'RECEIVED') {
    const made = newOperation(
      'RUSSIA',
      'BELARUS',
      { by: 'liaison RU', at },
      {
        ...{ terms, case: 'RU-2026-000001', lead: lead('lead RU') },
      },
    );
    const theirs = after({ ...made, id: `RUO-${name}` }, sign('head RU'));
    return heard(heardOfOperation(theirs.id, 'BELARUS', 'RUSSIA'), theirs);
  }
  const made = newOperation(
    'BELARUS',
    'RUSSIA',
    { by: 'proposer', at },
    {
      ...{ terms, case: own, lead: lead(officer) },
    },
  );
  const proposed = { ...made, id: `BYO-${name}` };
  if (stage === 'DRAFT') return proposed;
  if (stage === 'OFFERED') return after(proposed, sign('head'));
  const active = agreed(proposed, { ...given, at, lead: officer, liaison });
  if (stage === 'ACTIVE') return active;
  if (stage === 'RELEASING') {
    const draft = { id: 'V00000000000D', dossier: given.dossier ?? 'BY-0000000000', reason: 'as agreed' };
    const drafts = [{ ...draft, classes: ['IDENTITY' as const], by: officer, at }];
    return after(active, { kind: 'DRAFT_RELEASES', by: officer, at, drafts });
  }
  if (stage === 'RENEWAL')
    return after(active, { kind: 'RENEW', by: 'proposer', at, until: measureDay(daysAfter(at, 90)) });
  if (stage === 'SUSPENDED') return after(active, { kind: 'SUSPEND', by: 'head', at });
  const ended = after(active, { kind: 'END', by: 'head', at });
  if (stage === 'ENDED') return ended;
  const lessons = { worked: ['JOINT_PLANNING' as const], failed: ['STAFF' as const] };
  const evaluated = after(ended, {
    kind: 'EVALUATE',
    by: 'evaluator',
    at,
    ...lessons,
    words: 'More translators',
  });
  return stage === 'WORDED' ? evaluated : after(evaluated, sign('head'));
}

/** A joint operation of Belarus's and Russia's, as Belarus's database holds it. */
export function operationAt(stage: OperationStage, given: Given): OperationRecord {
  const operation = operationAtStage(stage, given);
  const { at = new Date() } = given;
  const place = `${firstMessageId(at)}-${given.name.slice(-10)}`;
  const contents = { _id: operation.id, version: 1, other: 'RUSSIA' as const, place, operation, taken: [] };
  return withColumns(contents, new Date());
}

/** The code name of one of many operations. */
export const nameOfMany = (index: number): OperationName =>
  operationNames[index % operationNames.length] ?? 'AVOCET';
