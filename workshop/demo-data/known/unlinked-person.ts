import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoCaseOf } from '../lists/cases.ts';
import type { PerAgency } from '../people/links.ts';
import { unlinkedPerson } from './demo-ids.ts';
import { knownRecord } from './known-record.ts';
import { recordedOn } from './provenance.ts';

const day = '2026-09-14';
const recorded = recordedOn(day);
const recordedAt = new Date(`${day}T09:00:00Z`);
const legalName = { kind: 'LEGAL', provenance: recorded('A1') } as const;

/** What both agencies have from the same passport. */
const ofThePassport = () => ({
  birth: { date: '1994-02-17', provenance: recorded('A1') },
  sex: { sex: 'MALE', provenance: recorded('A1') } as const,
  citizenships: [{ country: 'BY', provenance: recorded('A1') }],
  documents: [{ kind: 'PASSPORT', issuer: 'BY', number: 'KB9603518', provenance: recorded('A1') } as const],
});

/**
 * One person whom both agencies know and of whom neither has told the other: a search gives a hit, and officers of both may
 * link the two.
 */
export const unlinkedPersonDossiers = (): PerAgency<DossierRecord> => ({
  BELARUS: knownRecord({
    _id: unlinkedPerson.BELARUS,
    agency: 'BELARUS',
    handlingCode: 'ON_RELEASE',
    cases: [demoCaseOf('BELARUS')],
    recordedAt,
    names: [
      {
        ...legalName,
        script: 'BELARUSIAN',
        surname: 'Буслейка',
        givenName: 'Арсень',
        patronymic: 'Паўлавіч',
      },
      { ...legalName, script: 'LATIN', surname: 'Busleika', givenName: 'Arsen' },
    ],
    ...ofThePassport(),
    roles: [{ kind: 'CASH_COURIER', provenance: recorded('B2') }],
    offences: [
      { article: '209', committedOn: '2026-08', case: demoCaseOf('BELARUS'), provenance: recorded('A2') },
    ],
    status: { stage: 'SUSPECTED', provenance: recorded('A1') },
  }),
  RUSSIA: knownRecord({
    _id: unlinkedPerson.RUSSIA,
    agency: 'RUSSIA',
    handlingCode: 'ON_RELEASE',
    cases: [demoCaseOf('RUSSIA')],
    recordedAt,
    names: [
      {
        ...legalName,
        script: 'RUSSIAN',
        surname: 'Буслейко',
        givenName: 'Арсений',
        patronymic: 'Павлович',
      },
      { ...legalName, script: 'LATIN', surname: 'Busleika', givenName: 'Arsen' },
    ],
    ...ofThePassport(),
    roles: [{ kind: 'CASH_COURIER', provenance: recorded('B3') }],
    offences: [
      { article: '159', committedOn: '2026-08', case: demoCaseOf('RUSSIA'), provenance: recorded('B2') },
    ],
    status: { stage: 'SUSPECTED', provenance: recorded('A1') },
  }),
});
