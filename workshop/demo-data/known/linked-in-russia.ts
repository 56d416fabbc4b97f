import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoCaseOf } from '../lists/cases.ts';
import { knownGroups, linkedPerson } from './demo-ids.ts';
import { knownRecord } from './known-record.ts';
import { recordedOn } from './provenance.ts';
import { sharedSimBox, sharedWallet } from './shared.ts';

const day = '2026-02-09';
const recorded = recordedOn(day);

/** The same person as Russia's ministry knows them. */
export const linkedInRussia = (): DossierRecord =>
  knownRecord({
    _id: linkedPerson.RUSSIA,
    agency: 'RUSSIA',
    handlingCode: 'SHAREABLE',
    cases: [demoCaseOf('RUSSIA'), 'RU-2025-000009'],
    recordedAt: new Date(`${day}T09:00:00Z`),
    names: [
      {
        kind: 'LEGAL',
        script: 'RUSSIAN',
        surname: 'Городейко',
        givenName: 'Евгений',
        patronymic: 'Григорьевич',
        provenance: recorded('A1'),
      },
      {
        kind: 'LEGAL',
        script: 'LATIN',
        surname: 'Gorodeiko',
        givenName: 'Evgenii',
        provenance: recorded('B1'),
      },
      {
        // Copied from the Belarusian passport, which has the patronymic on another page.
        kind: 'LEGAL',
        script: 'BELARUSIAN',
        surname: 'Гарадзейка',
        givenName: 'Яўген',
        provenance: recorded('B1', { legalBasis: 'COOPERATION_AGREEMENT' }),
      },
      { kind: 'HANDLE', script: 'LATIN', handle: 'grey.stork417', provenance: recorded('B2') },
    ],
    birth: { date: '1989-08-23', provenance: recorded('A1') },
    birthPlace: { country: 'BY', provenance: recorded('B2') },
    sex: { sex: 'MALE', provenance: recorded('A1') },
    citizenships: [{ country: 'BY', provenance: recorded('A1') }],
    documents: [
      {
        kind: 'PERSONAL_NUMBER',
        issuer: 'BY',
        number: '3230889H904PB9',
        provenance: recorded('B1', { legalBasis: 'COOPERATION_AGREEMENT' }),
      },
      { kind: 'PASSPORT', issuer: 'BY', number: 'BM9417082', provenance: recorded('B1') },
      {
        kind: 'TAX_NUMBER',
        issuer: 'RU',
        number: '004170823104',
        provenance: recorded('A1'),
      },
      {
        kind: 'INSURANCE_NUMBER',
        issuer: 'RU',
        number: '90417082380',
        provenance: recorded('A1'),
      },
    ],
    contacts: [
      { kind: 'PHONE', value: '+70004170823', provenance: recorded('A2') },
      { kind: 'PHONE', value: '+70002308417', provenance: recorded('C3', { contested: true }) },
      { kind: 'MESSENGER', value: '+70004170823', service: 'WhatsApp', provenance: recorded('B2') },
      { kind: 'EMAIL', value: 'grey.stork417@example.org', provenance: recorded('B3') },
    ],
    instruments: [
      { ...sharedWallet(), provenance: recorded('B2') },
      {
        kind: 'ACCOUNT',
        account: '40817000304170823417',
        bank: 'Otter Demo Bank',
        provenance: recorded('A2'),
      },
    ],
    infrastructure: [
      { ...sharedSimBox(), provenance: recorded('A2') },
      // Its last digit was mistyped: Belarus has the same telephone with a 9.
      { kind: 'IMEI', value: '001010041708230', provenance: recorded('B3') },
      { kind: 'IP_ADDRESS', value: '2001:db8:417::823', provenance: recorded('B2') },
      { kind: 'MALWARE_FAMILY', value: 'GreyStork', provenance: recorded('B3') },
    ],
    roles: [
      { kind: 'GSM_GATEWAY_OPERATOR', provenance: recorded('A2') },
      { kind: 'CALL_CENTRE_LEADER', provenance: recorded('B3') },
    ],
    memberships: [{ group: knownGroups.RUSSIA, rank: 'ORGANISER', provenance: recorded('B2') }],
    offences: [
      {
        article: '274.3',
        committedOn: '2025-09-24',
        case: 'RU-2025-000009',
        provenance: recorded('A2'),
      },
      {
        article: '159',
        committedOn: '2026-01',
        case: demoCaseOf('RUSSIA'),
        provenance: recorded('B2'),
      },
    ],
    measures: [
      {
        kind: 'SEIZURE',
        state: 'DONE',
        date: '2025-10-13',
        ground: 'Code of Criminal Procedure, Article 183',
        case: 'RU-2025-000009',
        provenance: recorded('A1'),
      },
      {
        kind: 'INTERCEPTION',
        state: 'PLANNED',
        date: '2026-03',
        ground: 'Code of Criminal Procedure, Article 186',
        case: demoCaseOf('RUSSIA'),
        provenance: recorded('A1'),
      },
    ],
    harms: [{ victims: 97, loss: '41250000', currency: 'RUB', country: 'RU', provenance: recorded('A2') }],
    status: { stage: 'SUSPECTED', provenance: recorded('A1') },
  });
