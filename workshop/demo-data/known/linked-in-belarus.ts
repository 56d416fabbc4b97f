import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoCaseOf } from '../lists/cases.ts';
import { knownGroups, linkedPerson } from './demo-ids.ts';
import { knownRecord } from './known-record.ts';
import { recordedOn } from './provenance.ts';
import { sharedSimBox, sharedTrunk, sharedWallet } from './shared.ts';

const day = '2026-03-02';
const recorded = recordedOn(day);
const legalName = { kind: 'LEGAL', provenance: recorded('A1') } as const;

/**
 * The name shows what a search must bridge: Гарадзейка Яўген Рыгоравіч and Городейко Евгений Григорьевич are one name, and
 * so are Haradzeika Yauhen and Gorodeiko Evgenii; hardly a letter agrees.
 */
export const linkedInBelarus = (): DossierRecord =>
  knownRecord({
    _id: linkedPerson.BELARUS,
    agency: 'BELARUS',
    handlingCode: 'SHAREABLE',
    cases: [demoCaseOf('BELARUS'), 'BY-2025-000017'],
    recordedAt: new Date(`${day}T09:00:00Z`),
    names: [
      {
        ...legalName,
        script: 'BELARUSIAN',
        surname: 'Гарадзейка',
        givenName: 'Яўген',
        patronymic: 'Рыгоравіч',
      },
      {
        ...legalName,
        script: 'RUSSIAN',
        surname: 'Городейко',
        givenName: 'Евгений',
        patronymic: 'Григорьевич',
      },
      { ...legalName, script: 'LATIN', surname: 'Haradzeika', givenName: 'Yauhen' },
      {
        kind: 'ALIAS',
        script: 'RUSSIAN',
        surname: 'Городецкий',
        givenName: 'Евгений',
        provenance: recorded('C3', { contested: true }),
      },
      { kind: 'HANDLE', script: 'LATIN', handle: 'grey.stork417', provenance: recorded('B2') },
    ],
    birth: { date: '1989-08-23', provenance: recorded('A1') },
    birthPlace: { country: 'BY', place: 'Орша', provenance: recorded('A1') },
    sex: { sex: 'MALE', provenance: recorded('A1') },
    citizenships: [{ country: 'BY', provenance: recorded('A1') }],
    documents: [
      {
        kind: 'PERSONAL_NUMBER',
        issuer: 'BY',
        number: '3230889H904PB9',
        provenance: recorded('A1'),
      },
      {
        kind: 'PASSPORT',
        issuer: 'BY',
        number: 'BM9417082',
        use: 'OFFENDER',
        provenance: recorded('A1'),
      },
      {
        kind: 'TAX_NUMBER',
        issuer: 'RU',
        number: '004170823104',
        provenance: recorded('B2', { legalBasis: 'COOPERATION_AGREEMENT' }),
      },
      // The driving licence.
      { kind: 'OTHER', issuer: 'BY', number: 'DEMO417082', provenance: recorded('A2') },
    ],
    contacts: [
      { kind: 'PHONE', value: '+375004170823', use: 'OFFENDER', provenance: recorded('A2') },
      { kind: 'PHONE', value: '+70004170823', provenance: recorded('B2') },
      { kind: 'MESSENGER', value: '@grey.stork417', service: 'Telegram', provenance: recorded('B2') },
      { kind: 'MESSENGER', value: '+375004170823', service: 'Viber', provenance: recorded('B2') },
      { kind: 'EMAIL', value: 'grey.stork417@example.org', provenance: recorded('B2') },
    ],
    instruments: [
      {
        kind: 'ACCOUNT',
        account: 'BY39DEMO30146524709616324135',
        bank: 'Heron Demo Bank',
        use: 'OFFENDER',
        provenance: recorded('A2'),
      },
      {
        kind: 'CARD',
        cardFirst6: '411111',
        cardLast4: '4170',
        bank: 'Heron Demo Bank',
        provenance: recorded('A2'),
      },
      { ...sharedWallet(), provenance: recorded('B2') },
      { kind: 'CASH_OUT_POINT', place: 'Орша, вокзал, банкомат 0417', provenance: recorded('B3') },
    ],
    infrastructure: [
      { ...sharedSimBox(), provenance: recorded('A1') },
      { ...sharedTrunk(), provenance: recorded('B2') },
      { kind: 'IMEI', value: '001010041708239', use: 'OFFENDER', provenance: recorded('A1') },
      { kind: 'IMSI', value: '001014170823001', provenance: recorded('A1') },
      { kind: 'ICCID', value: '8900101417082300010', provenance: recorded('A2') },
      { kind: 'DOMAIN', value: 'stork-support417.example', provenance: recorded('B2') },
      { kind: 'IP_ADDRESS', value: '203.0.113.41', provenance: recorded('B3') },
    ],
    roles: [
      { kind: 'CALL_CENTRE_LEADER', provenance: recorded('B2') },
      { kind: 'GSM_GATEWAY_OPERATOR', provenance: recorded('B2', { legalBasis: 'COOPERATION_AGREEMENT' }) },
    ],
    memberships: [{ group: knownGroups.BELARUS, rank: 'LEADER', provenance: recorded('B2') }],
    offences: [
      {
        article: '209',
        committedOn: '2025-03-14',
        case: 'BY-2025-000017',
        provenance: recorded('A2'),
      },
      {
        article: '212',
        committedOn: '2025-11',
        case: demoCaseOf('BELARUS'),
        provenance: recorded('B2'),
      },
    ],
    measures: [
      {
        kind: 'SEARCH',
        state: 'DONE',
        date: '2026-02-24',
        ground: 'Code of Criminal Procedure, Article 208',
        case: demoCaseOf('BELARUS'),
        outcome: {
          ...{ arrested: 0, searched: 2, questioned: 1, blocked: 0, victimsFound: 3, victimsWarned: 3 },
          things: [{ kind: 'SIM_CARD', count: 240 }],
          seized: [{ amount: '18400.00', currency: 'BYN' }],
          returned: [{ amount: '6200.00', currency: 'BYN' }],
        },
        provenance: recorded('A1'),
      },
      {
        kind: 'ACCOUNT_FREEZE',
        state: 'UNDER_WAY',
        date: '2026-02-26',
        ground: 'Code of Criminal Procedure, Article 132',
        provenance: recorded('A1'),
      },
      {
        kind: 'ARREST',
        state: 'AUTHORISED',
        date: '2026-04',
        ground: 'Code of Criminal Procedure, Article 126',
        case: demoCaseOf('BELARUS'),
        provenance: recorded('A1'),
      },
    ],
    harms: [
      { victims: 214, loss: '1834250.75', currency: 'BYN', country: 'BY', provenance: recorded('A2') },
      { victims: 41, loss: '96400', currency: 'EUR', provenance: recorded('B3') },
    ],
    status: { stage: 'ACCUSED', provenance: recorded('A1') },
  });
