import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { endOfDay } from '../../../subgraphs/agency/records/formats/dates/day-window.ts';
import {
  type CheckRecord,
  withCheckColumns,
} from '../../../subgraphs/agency/records/measures/comparing/check-record.ts';
import { runOf } from '../../../subgraphs/agency/records/measures/comparing/compared-measure.ts';
import { comparedMeasuresOf } from '../../../subgraphs/agency/records/measures/comparing/compared-measures-of.ts';
import { isoWeekOf } from '../../../subgraphs/agency/records/measures/comparing/iso-week.ts';
import type { Measure } from '../../../subgraphs/agency/records/values/measures.ts';
import { subgraphOf } from '../../../terms/agencies.ts';
import { dayOf, daysAfter } from '../../../terms/days.ts';
import { type DemoAgency, demoAgencies } from '../agencies/demo-agencies.ts';
import { demoCaseOf } from '../lists/cases.ts';
import { groundOf, type MeasureKind } from '../lists/grounds.ts';
import type { PerAgency } from '../people/links.ts';
import { activeOperation } from './demo-ids.ts';
import { recordedOn } from './provenance.ts';

interface Plan {
  id: string;
  kind: MeasureKind;
  /** The first and the last day, as days from today. */
  days: readonly [from: number, until: number];
  region: Measure['region'];
}

/**
 * Authorised measures of both agencies against one person in the same days, which neither knows of until they are compared: one is to search what the other
 * arrests for, and one is to arrest the courier whom the other follows.
 */
const plans: Record<'linked' | 'unlinked' | 'joint', PerAgency<Plan>> = {
  linked: {
    BELARUS: { id: 'VDEMBY0000010', kind: 'SEARCH', days: [2, 4], region: 'BY-HM' },
    RUSSIA: { id: 'VDEMRU0000010', kind: 'ARREST', days: [3, 5], region: 'RU-SMO' },
  },
  unlinked: {
    BELARUS: { id: 'VDEMBY0000011', kind: 'ARREST', days: [1, 2], region: 'BY-VI' },
    RUSSIA: { id: 'VDEMRU0000011', kind: 'SURVEILLANCE', days: [0, 4], region: 'RU-SMO' },
  },
  // Planned together, in the joint operation that goes on, so that they do not clash.
  joint: {
    BELARUS: { id: 'VDEMBY0000012', kind: 'SEARCH', days: [17, 19], region: 'BY-HM' },
    RUSSIA: { id: 'VDEMRU0000012', kind: 'ARREST', days: [18, 20], region: 'RU-SMO' },
  },
};

/** The id of the measure against a known person, in its dossier. */
export const knownMeasureId = (person: keyof typeof plans, agency: DemoAgency): string =>
  plans[person][agency].id;

/** The measure against a known person that an agency has authorised today. */
export function knownMeasure(person: keyof typeof plans, agency: DemoAgency, today: Date): Measure {
  const { id, kind, days, region } = plans[person][agency];
  const [from, until] = [dayOf(daysAfter(today, days[0])), dayOf(daysAfter(today, days[1]))];
  return {
    ...{ id, kind, state: 'AUTHORISED', date: from, window: { from, until }, region },
    ground: groundOf(agency, kind),
    case: demoCaseOf(agency),
    ...(person === 'joint' && { operation: activeOperation }),
    plannedBy: `${subgraphOf(agency)}-investigator-2`,
    authorisedBy: `${subgraphOf(agency)}-supervisor-1`,
    authorisedAt: today,
    provenance: recordedOn(dayOf(daysAfter(today, -1)))('A1'),
  };
}

/** Names of the tokens by which the measures against the courier were found to be about one person. */
const tokens: PerAgency<string> = { BELARUS: 'DEM0BY00000000000011', RUSSIA: 'DEM0RV00000000000011' };

/** The comparison of the measure against the courier, about which supervisors of both agencies have talked; undefined for any other dossier. */
export function knownCheck(dossier: DossierRecord): CheckRecord | undefined {
  const row = comparedMeasuresOf(dossier).find(
    ({ measure }) => measure === plans.unlinked[dossier.agency as DemoAgency].id,
  );
  const at = row?.authorised?.at;
  const [other] = demoAgencies.filter((agency) => agency !== dossier.agency);
  if (!row || !at || !other) return undefined;
  const { _id, measure, cases, plannedBy, authorised, window } = row;
  const check = {
    run: runOf(row),
    ...{ since: at, listedAt: at, toldAt: at, changedAt: at, isCompared: true },
    meetings: [
      {
        ...{
          other,
          own: tokens[dossier.agency as DemoAgency],
          theirs: tokens[other],
          week: isoWeekOf(window.from),
          at,
        },
        here: { how: 'COORDINATED', at, ...(authorised && { by: authorised.by }) },
        there: { how: 'COORDINATED', at },
      },
    ],
  } as const;
  const facts = { _id, dossier: dossier._id, measure, cases, plannedBy, endsAt: endOfDay(window.until) };
  return withCheckColumns({ ...facts, version: 1, place: _id, check }, at);
}
