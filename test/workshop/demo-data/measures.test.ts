import { isOpen } from '../../../subgraphs/agency/records/measures/measure-transition.ts';
import { isClosed } from '../../../subgraphs/agency/records/values/status.ts';
import { valuesOf } from '../../../subgraphs/agency/records/values/values-of.ts';
import { findProvision } from '../../../terms/codes-of-procedure/provision.ts';
import { isTargetOf, needsTarget } from '../../../terms/measure-targets.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { demoCaseOf } from '../../../workshop/demo-data/lists/cases.ts';
import { everyDossier, provisions, today } from './population.ts';

/** Those that came by the steps on measures, each with its dossier. */
const stepped = everyDossier.flatMap((dossier) =>
  dossier.measures.flatMap((measure) => (measure.plannedBy === undefined ? [] : [{ dossier, measure }])),
);

describe('the measures of the demo data that came by steps', () => {
  test('are of every stage, some urgent, some that nobody had authorised', () => {
    expect(new Set(stepped.map(({ measure }) => measure.state))).toEqual(
      new Set(['PLANNED', 'AUTHORISED', 'UNDER_WAY', 'DONE']),
    );
    expect(stepped.some(({ measure }) => measure.urgency)).toBe(true);
    expect(stepped.some(({ measure }) => measure.isUnauthorised)).toBe(true);
    expect(stepped.some(({ measure }) => measure.outcome?.seized.length)).toBe(true);
  });

  test('stand on a provision for their kind, in days of at most a fortnight', () => {
    for (const { dossier, measure } of stepped) {
      const listed = provisions[demoAgencyOf(dossier.agency)];
      expect(findProvision(listed, measure.ground)?.measures).toContain(measure.kind);
      const { from, until } = measure.window ?? { from: measure.date, until: measure.date };
      const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
      expect(days >= 0 && days <= 13 && from === measure.date).toBe(true);
    }
  });

  test('are against a value of their dossier that fits, where their kind needs one', () => {
    for (const { dossier, measure } of stepped) {
      const target = valuesOf(dossier).find(({ value }) => value.id === measure.target);
      if (measure.target !== undefined || needsTarget(measure.kind))
        expect(target && isTargetOf(measure.kind, target)).toBe(true);
    }
  });

  test('are open in no dossier that is closed, and can still be authorised and started', () => {
    const open = stepped.filter(({ measure }) => isOpen(measure));
    expect(open.filter(({ dossier }) => isClosed(dossier))).toEqual([]);
    const day = today.toISOString().slice(0, 10);
    for (const { measure } of open) expect((measure.window?.until ?? '') >= day).toBe(true);
  });

  test('are in dossiers of the demo case', () => {
    const isOfDemoCase = ({ agency, cases }: (typeof everyDossier)[number]) =>
      cases.includes(demoCaseOf(demoAgencyOf(agency)));
    expect(stepped.filter(({ dossier }) => isOfDemoCase(dossier)).length).toBeGreaterThan(6);
  });
});
