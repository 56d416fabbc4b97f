import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { measureDay } from '../../../subgraphs/agency/records/formats/dates/day-window.ts';
import { firstMessageId } from '../../../subgraphs/agency/records/messages/message.ts';
import type { JointOperation } from '../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import type { OperationEvent } from '../../../subgraphs/agency/records/operations/half/operation-event.ts';
import type { OperationTerms } from '../../../subgraphs/agency/records/operations/half/operation-terms.ts';
import { heardSide } from '../../../subgraphs/agency/records/operations/heard-side.ts';
import { measuresNow } from '../../../subgraphs/agency/records/operations/measures-now.ts';
import { withColumns } from '../../../subgraphs/agency/records/operations/operation-columns.ts';
import type { OperationRecord } from '../../../subgraphs/agency/records/operations/operation-record.ts';
import { withMeasuresNow } from '../../../subgraphs/agency/records/operations/steps/change-measures.ts';
import {
  heardOfOperation,
  newOperation,
} from '../../../subgraphs/agency/records/operations/steps/new-operation.ts';
import { operationTransition } from '../../../subgraphs/agency/records/operations/steps/operation-transition.ts';
import { subgraphOf } from '../../../terms/agencies.ts';
import { daysAfter } from '../../../terms/days.ts';
import type { OperationName } from '../../../terms/operation-names.ts';
import { type DemoAgency, demoAgencies } from '../agencies/demo-agencies.ts';
import { demoCaseOf } from '../lists/cases.ts';
import type { PerAgency } from '../people/links.ts';
import { activeOperation, linkedPerson } from './demo-ids.ts';
import { knownMeasureId } from './known-measures.ts';

const officer = (agency: DemoAgency, role: string) => `${subgraphOf(agency)}-${role}-1`;
const otherThan = (agency: DemoAgency): DemoAgency => (agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS');
const leadOf = (agency: DemoAgency) => ({
  officer: officer(agency, 'investigator'),
  role: 'INVESTIGATOR' as const,
});

/** The officer as whom the playground signs in unless another name is given. */
const playgroundOfficer = 'officer-1';

/** Both halves of one operation, which tell each other of every step at once. */
class Halves {
  readonly halves: PerAgency<JointOperation>;

  constructor(id: string, terms: OperationTerms, at: Date) {
    const proposed = newOperation(
      'BELARUS',
      'RUSSIA',
      { by: officer('BELARUS', 'liaison'), at },
      {
        ...{ terms, case: demoCaseOf('BELARUS'), lead: leadOf('BELARUS') },
      },
    );
    this.halves = { BELARUS: { ...proposed, id }, RUSSIA: heardOfOperation(id, 'RUSSIA', 'BELARUS') };
  }

  /** Takes a step at an agency, and tells the other one. */
  step(agency: DemoAgency, event: OperationEvent): void {
    const after = operationTransition(this.halves[agency], event);
    if ('refused' in after) throw new Error(`a step of the demo is refused: ${after.refused}`);
    this.tell(agency, after.operation);
  }

  tell(agency: DemoAgency, half: JointOperation): void {
    this.halves[agency] = half;
    if (half.mine.told === 0) return;
    const heard = heardSide(this.halves[otherThan(agency)], half.mine, { suspensions: 0 });
    if ('refused' in heard) throw new Error(`the demo tells what is refused: ${heard.refused}`);
    this.halves[otherThan(agency)] = heard.operation;
  }
}

/** An operation that four people have agreed on, with members of every role at both agencies. */
function agreed(id: string, name: OperationName, at: Date, until: Date): Halves {
  const both = new Halves(
    id,
    {
      ...{ name, purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' },
      ...{ from: measureDay(at), until: measureDay(until), conducts: ['FRAUD', 'MEANS_OF_PAYMENT'] },
      origins: [{ kind: 'LINK', ids: [linkedPerson.BELARUS, linkedPerson.RUSSIA] }],
    },
    at,
  );
  const sign = (agency: DemoAgency): OperationEvent => ({
    ...{ kind: 'SIGN', by: officer(agency, 'supervisor'), at, approves: true },
  });
  both.step('BELARUS', sign('BELARUS'));
  both.step('RUSSIA', {
    ...{ kind: 'ACCEPT', by: officer('RUSSIA', 'liaison'), at, n: 1 },
    ...{ case: demoCaseOf('RUSSIA'), lead: leadOf('RUSSIA') },
  });
  both.step('RUSSIA', sign('RUSSIA'));
  for (const agency of demoAgencies)
    both.step(agency, {
      ...{ kind: 'NAME_MEMBERS', by: officer(agency, 'supervisor'), at, lead: leadOf(agency).officer },
      members: [
        leadOf(agency),
        { officer: playgroundOfficer, role: 'INVESTIGATOR' },
        { officer: officer(agency, 'analyst'), role: 'ANALYST' },
        { officer: officer(agency, 'liaison'), role: 'LIAISON' },
        { officer: officer(agency, 'supervisor'), role: 'SUPERVISOR' },
      ],
    });
  return both;
}

/** What each agency needs of the other one for its measure against the person whom both know. */
const needs = { BELARUS: 'SAME_DAY', RUSSIA: 'PROVIDER_CONTACT' } as const;

/** An operation that goes on, with a measure of each agency in its plan. */
function active(dossiers: PerAgency<DossierRecord>, today: Date): Halves {
  const at = daysAfter(today, -10);
  const both = agreed(activeOperation, 'WAXWING', at, daysAfter(today, 60));
  for (const agency of demoAgencies) {
    both.step(agency, {
      ...{ kind: 'ADD_MEASURE', by: officer(agency, 'investigator'), at: today },
      measure: {
        ...{ id: `VDEM${agency === 'BELARUS' ? 'BY' : 'RU'}00000P1`, dossier: dossiers[agency]._id },
        of: knownMeasureId('joint', agency),
        need: { kind: needs[agency], by: measureDay(daysAfter(today, 18)) },
      },
    });
    const half = both.halves[agency];
    const { plan, outcomes } = measuresNow(half, new Map([[dossiers[agency]._id, dossiers[agency]]]));
    both.tell(agency, withMeasuresNow(half, plan, outcomes) ?? half);
  }
  return both;
}

/** An operation that is over, with what both agencies say of it. */
function evaluated(today: Date): Halves {
  const at = daysAfter(today, -120);
  const [ended, judged] = [daysAfter(today, -40), daysAfter(today, -33)];
  const both = agreed('BYO-HER0N8ZSXN3VDH9T', 'REDSTART', at, daysAfter(today, -20));
  const results = { BELARUS: 'CASES_JOINED', RUSSIA: 'GROUPS_BROKEN_UP' } as const;
  for (const agency of demoAgencies) {
    const by = officer(agency, 'supervisor');
    both.step(agency, {
      kind: 'ADD_RESULT',
      by,
      at: daysAfter(today, -50),
      result: { kind: results[agency], count: 1 },
    });
    const half = both.halves[agency];
    both.tell(agency, withMeasuresNow(half, [], []) ?? half);
  }
  both.step('BELARUS', { kind: 'END', by: officer('BELARUS', 'supervisor'), at: ended });
  const lessons = {
    BELARUS: {
      worked: ['JOINT_PLANNING' as const, 'VICTIMS' as const],
      failed: ['SPEED_OF_ANSWERS' as const],
    },
    RUSSIA: { worked: ['JOINT_PLANNING' as const], failed: ['PROVIDERS' as const, 'STAFF' as const] },
  };
  for (const agency of demoAgencies)
    both.step(agency, {
      kind: 'EVALUATE',
      by: officer(agency, 'supervisor'),
      at: judged,
      ...lessons[agency],
    });
  return both;
}

const recordOf = (half: JointOperation, at: Date, today: Date): OperationRecord => {
  const dossiers = half.mine.evaluation ? [] : half.measures.map(({ dossier }) => dossier);
  return withColumns(
    {
      ...(dossiers.length > 0 && { scoped: dossiers }),
      ...{ _id: half.id, version: 1, other: half.other, operation: half, taken: [] },
      place: `${firstMessageId(at)}-${half.id.slice(-10)}`,
    },
    today,
  );
};

/**
 * The joint operations of both agencies that every demo database has: one that goes on against the call centre of the linked person, and one that
 * both have evaluated.
 */
export function knownOperations(
  dossiers: PerAgency<DossierRecord>,
  today: Date,
): PerAgency<OperationRecord[]> {
  const [goesOn, isOver] = [active(dossiers, today), evaluated(today)];
  const of = (agency: DemoAgency) => [
    recordOf(isOver.halves[agency], daysAfter(today, -120), today),
    recordOf(goesOn.halves[agency], daysAfter(today, -10), today),
  ];
  return { BELARUS: of('BELARUS'), RUSSIA: of('RUSSIA') };
}
