import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { contentShape } from '../../../subgraphs/agency/records/values/value-kind.ts';
import { kindOf, valueFields } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { demoDossiersOf, fieldsOf, records, sorted } from './population.ts';

describe.each(valueFields)('every field of %s that is stored', (field) => {
  const stored = sorted(['id', 'provenance', ...Object.keys(contentShape(kindOf(field)))]);
  const filledIn = (dossiers: readonly DossierRecord[]) =>
    sorted(
      dossiers.flatMap((dossier) =>
        fieldsOf(dossier)[field].flatMap((value) =>
          Object.entries(value)
            .filter(([, content]) => content !== undefined)
            .map(([name]) => name),
        ),
      ),
    );

  test.each(demoAgencies)('is filled in some dossier of %s', (agency) => {
    expect(filledIn(records[agency].dossiers)).toEqual(stored);
  });

  test('is filled in one of the demo dossiers', () => {
    expect(filledIn(demoDossiersOf(records))).toEqual(stored);
  });
});
