import type { JointOperation } from '../../../subgraphs/agency/records/operations/half/joint-operation.ts';
import type {
  OperationEvent,
  OperationRefusal,
} from '../../../subgraphs/agency/records/operations/half/operation-event.ts';
import type { OperationTerms } from '../../../subgraphs/agency/records/operations/half/operation-terms.ts';
import { heardSide } from '../../../subgraphs/agency/records/operations/heard-side.ts';
import {
  operationData,
  operationTold,
  toldMessage,
} from '../../../subgraphs/agency/records/operations/operation-data.ts';
import {
  heardOfOperation,
  newOperation,
} from '../../../subgraphs/agency/records/operations/steps/new-operation.ts';
import { operationTransition } from '../../../subgraphs/agency/records/operations/steps/operation-transition.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';

/** Terms of an operation from the first day of December to its twentieth. */
export const terms: OperationTerms = {
  name: 'AVOCET',
  purpose: 'INVESTIGATION',
  legalBasis: 'COOPERATION_AGREEMENT',
  from: '2026-12-01',
  until: '2026-12-20',
  conducts: ['FRAUD'],
  origins: [],
};

/** Noon in Minsk, so many days after the last day of October. */
export const on = (day: number): Date => new Date(Date.UTC(2026, 9, 31 + day, 9));

/** The first day of December is the 31st after that. */
export const december = (day: number): Date => on(30 + day);

type Halves = Record<Agency, JointOperation>;

/** What an agency has told and the other one has not heard yet. */
type Wire = Record<Agency, unknown[]>;

/** Both agencies' halves of one operation that Belarus proposes, with what is on its way between them. */
export function twoAgencies(at = on(1)) {
  const proposed = newOperation(
    'BELARUS',
    'RUSSIA',
    { by: 'liaison BY', at },
    {
      terms,
      case: 'BY-2026-000001',
      lead: { officer: 'lead BY', role: 'SUPERVISOR' },
    },
  );
  const halves: Halves = {
    BELARUS: proposed,
    RUSSIA: heardOfOperation(proposed.id, 'RUSSIA', 'BELARUS'),
  };
  const wire: Wire = { BELARUS: [], RUSSIA: [] };

  const hear = (agency: Agency, data: unknown): string | undefined => {
    const { side, yours } = operationData[operationTold].parse(data);
    const heard = heardSide(halves[agency], side, yours);
    halves[agency] = heard.operation;
    return heard.refused;
  };

  return {
    halves,
    wire,
    /** Takes a step; the reason where it is refused. */
    step(agency: Agency, event: OperationEvent, isLeadSuspended = false): OperationRefusal | undefined {
      const after = operationTransition(halves[agency], event, isLeadSuspended);
      if ('refused' in after) return after.refused;
      halves[agency] = after.operation;
      if (after.tells) wire[agency].push(toldMessage(after.operation, event.at).data);
      return undefined;
    },
    hear,
    /** Delivers all that is on its way; what was refused. */
    deliver(): string[] {
      return agencyNames.flatMap((from) => {
        const to = from === 'BELARUS' ? 'RUSSIA' : 'BELARUS';
        return wire[from].splice(0).flatMap((data) => hear(to, data) ?? []);
      });
    },
  };
}

export type TwoAgencies = ReturnType<typeof twoAgencies>;

export const sign = (by: string, at: Date, approves = true): OperationEvent => ({
  kind: 'SIGN',
  by,
  at,
  approves,
});

export const accept = (at: Date, n = 1, by = 'liaison RU'): OperationEvent => ({
  ...{ kind: 'ACCEPT', by, at, n, case: 'RU-2026-000001' },
  lead: { officer: 'lead RU', role: 'INVESTIGATOR' },
});

/** Both agencies, of which Belarus has proposed and told. */
export function proposed(): TwoAgencies {
  const both = twoAgencies();
  both.step('BELARUS', sign('head BY', on(2)));
  both.deliver();
  return both;
}

/** Both agencies, agreed by four people on the fourth day. */
export function agreed(): TwoAgencies {
  const both = proposed();
  both.step('RUSSIA', accept(on(3)));
  both.step('RUSSIA', sign('head RU', on(4)));
  both.deliver();
  return both;
}
