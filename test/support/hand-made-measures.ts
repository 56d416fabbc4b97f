import { measureDay } from '../../subgraphs/agency/records/formats/dates/day-window.ts';
import {
  type CheckRecord,
  withCheckColumns,
} from '../../subgraphs/agency/records/measures/comparing/check-record.ts';
import { runOf } from '../../subgraphs/agency/records/measures/comparing/compared-measure.ts';
import { comparedMeasuresOf } from '../../subgraphs/agency/records/measures/comparing/compared-measures-of.ts';
import type { Measure } from '../../subgraphs/agency/records/values/measures.ts';
import { daysAfter } from '../../terms/days.ts';
import { dossierOf } from './hand-made-dossiers.ts';

/** A day so many days from today, where measures are taken. */
export const dayFromNow = (days: number, now = new Date()): string => measureDay(daysAfter(now, days));

const { provenance } = dossierOf('BY-0000000000').status;

/** A measure whose days have begun, as an officer of nobody else's has planned it. */
export const measureOf = (id: string, changed: Partial<Measure> = {}): Measure => ({
  id,
  kind: 'SEARCH',
  state: 'PLANNED',
  date: dayFromNow(-1),
  window: { from: dayFromNow(-1), until: dayFromNow(5) },
  ground: 'Code of Criminal Procedure, Article 208',
  case: 'BY-2026-000001',
  plannedBy: 'investigator-9',
  provenance,
  ...changed,
});

/** So long ago that no answer of another agency is waited for. */
const authorised = { authorisedBy: 'supervisor-9', authorisedAt: daysAfter(new Date(), -2) };
const started = { startedBy: 'investigator-9', startedAt: new Date() };

/** The measure that clashes with one of another agency. */
export const inConflict = 'VCONFLICT0001';

/** One of each state in which a step on it can be taken. */
export const openMeasures = (): Measure[] => [
  measureOf('VPLANNED00001'),
  measureOf('VAUTHORISED01', { state: 'AUTHORISED', ...authorised }),
  measureOf('VUNDERWAY0001', { state: 'UNDER_WAY', ...authorised, ...started }),
  measureOf('VTOCANCEL0001'),
  measureOf(inConflict, { state: 'AUTHORISED', ...authorised }),
];

/** The comparisons of those of them that are authorised: one is in conflict, and the others with none. */
export const openChecks = (dossier: string, now = new Date()): CheckRecord[] =>
  comparedMeasuresOf({ _id: dossier, cases: ['BY-2026-000001'], measures: openMeasures() })
    .filter((row) => row.authorised)
    .map((row) => {
      const { _id, measure, cases, plannedBy, authorised: given } = row;
      const since = given?.at ?? now;
      const meeting = {
        other: 'RUSSIA',
        own: 'OWN',
        theirs: `THEIRS ${dossier}`,
        week: '2026-W53',
        at: since,
      } as const;
      const check = {
        run: runOf(row),
        since,
        isCompared: true,
        listedAt: since,
        toldAt: since,
        meetings: measure === inConflict ? [meeting] : [],
        changedAt: since,
      };
      const kept = {
        _id,
        version: 1,
        dossier,
        measure,
        cases,
        plannedBy,
        endsAt: daysAfter(now, 1),
        place: _id,
        check,
      };
      return withCheckColumns(kept, now);
    });
