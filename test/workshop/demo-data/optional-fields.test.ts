import { describe, expect, test } from '@jest/globals';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import * as conduct from '../../../subgraphs/agency/records/values/conduct.ts';
import { storedContact } from '../../../subgraphs/agency/records/values/contacts.ts';
import { storedDocument } from '../../../subgraphs/agency/records/values/documents.ts';
import type { DossierValues } from '../../../subgraphs/agency/records/values/dossier-values.ts';
import { storedInfrastructure } from '../../../subgraphs/agency/records/values/infrastructure.ts';
import { storedInstrument } from '../../../subgraphs/agency/records/values/instruments.ts';
import { storedName } from '../../../subgraphs/agency/records/values/names.ts';
import * as person from '../../../subgraphs/agency/records/values/person.ts';
import { agencyNames } from '../../../terms/agencies.ts';
import { demoDossiersOf, fieldsOf, records, sorted } from './population.ts';

/** What the product stores of each value beside what it stores of every one; the database refuses anything else. */
const definitions: Record<keyof DossierValues, object> = {
  names: storedName,
  birth: person.storedBirth,
  birthPlace: person.storedBirthPlace,
  sex: person.storedSex,
  citizenships: person.storedCitizenship,
  documents: storedDocument,
  contacts: storedContact,
  instruments: storedInstrument,
  infrastructure: storedInfrastructure,
  roles: conduct.storedRole,
  memberships: conduct.storedMembership,
  offences: conduct.storedOffence,
  measures: conduct.storedMeasure,
  harms: conduct.storedHarm,
  status: conduct.storedStatus,
};

describe.each(Object.entries(definitions))('every field of %s that is stored', (field, definition) => {
  const stored = sorted(['id', 'provenance', ...Object.keys(definition)]);
  const filledIn = (dossiers: readonly DossierRecord[]) =>
    sorted(
      dossiers.flatMap((dossier) =>
        fieldsOf(dossier)[field as keyof DossierValues].flatMap((value) =>
          Object.entries(value)
            .filter(([, content]) => content !== undefined)
            .map(([name]) => name),
        ),
      ),
    );

  test.each(agencyNames)('is filled in some dossier of %s', (agency) => {
    expect(filledIn(records[agency].dossiers)).toEqual(stored);
  });

  test('is filled in one of the demo dossiers', () => {
    expect(filledIn(demoDossiersOf(records))).toEqual(stored);
  });
});
