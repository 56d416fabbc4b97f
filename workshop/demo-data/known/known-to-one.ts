import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoCaseOf } from '../lists/cases.ts';
import { knownGroups, knownToOne } from './demo-ids.ts';
import { knownRecord } from './known-record.ts';
import { recordedOn } from './provenance.ts';
import { sharedSimBox, sharedWallet } from './shared.ts';

const day = '2026-05-18';
const recorded = recordedOn(day);
const legalName = { kind: 'LEGAL', provenance: recorded('A1') } as const;

/**
 * Known to Belarus alone: the other half of this suspect is null, and that is no error. A SIM box, a wallet and a group lead
 * from her to the linked person.
 */
export const knownToOneDossier = (): DossierRecord =>
  knownRecord({
    _id: knownToOne,
    agency: 'BELARUS',
    handlingCode: 'SHAREABLE',
    cases: [demoCaseOf('BELARUS'), 'BY-2026-000023'],
    recordedAt: new Date(`${day}T09:00:00Z`),
    names: [
      {
        ...legalName,
        script: 'BELARUSIAN',
        surname: 'Церашчук',
        givenName: 'Вольга',
        patronymic: 'Мікалаеўна',
      },
      {
        ...legalName,
        script: 'RUSSIAN',
        surname: 'Терещук',
        givenName: 'Ольга',
        patronymic: 'Николаевна',
      },
      { ...legalName, script: 'LATIN', surname: 'Tserashchuk', givenName: 'Volha' },
      {
        kind: 'MAIDEN',
        script: 'BELARUSIAN',
        surname: 'Верасовіч',
        givenName: 'Вольга',
        patronymic: 'Мікалаеўна',
        provenance: recorded('A2'),
      },
      {
        kind: 'ALIAS',
        script: 'RUSSIAN',
        surname: 'Вересова',
        givenName: 'Ольга',
        provenance: recorded('C3'),
      },
      { kind: 'HANDLE', script: 'LATIN', handle: 'amber.plover288', provenance: recorded('B2') },
    ],
    birth: { date: '1996-11-05', provenance: recorded('A1') },
    birthPlace: { country: 'BY', place: 'Ліда', provenance: recorded('A1') },
    sex: { sex: 'FEMALE', provenance: recorded('A1') },
    citizenships: [
      { country: 'BY', provenance: recorded('A1') },
      { country: 'KZ', provenance: recorded('X4', { contested: true }) },
    ],
    documents: [
      {
        kind: 'PERSONAL_NUMBER',
        issuer: 'BY',
        number: '4051196K917PB3',
        provenance: recorded('A1'),
      },
      { kind: 'PASSPORT', issuer: 'BY', number: 'PP9288110', provenance: recorded('A1') },
    ],
    contacts: [
      { kind: 'PHONE', value: '+375002881105', provenance: recorded('A1') },
      { kind: 'MESSENGER', value: '@amber.plover288', service: 'Telegram', provenance: recorded('B2') },
      { kind: 'EMAIL', value: 'amber.plover288@example.com', provenance: recorded('B2') },
    ],
    instruments: [
      {
        kind: 'ACCOUNT',
        account: 'BY06DEMO30149692823575792120',
        bank: 'Plover Demo Bank',
        provenance: recorded('A1'),
      },
      { kind: 'CARD', cardFirst6: '555555', cardLast4: '2881', provenance: recorded('A1') },
      { ...sharedWallet(), provenance: recorded('B2') },
      {
        kind: 'CASH_OUT_POINT',
        place: 'Лида, рынок, банкомат 0288',
        bank: 'Plover Demo Bank',
        provenance: recorded('A2'),
      },
    ],
    infrastructure: [
      { ...sharedSimBox(), provenance: recorded('B2') },
      { kind: 'IMEI', value: '001010288110503', provenance: recorded('A1') },
      { kind: 'ICCID', value: '8900101288110500024', provenance: recorded('A1') },
    ],
    roles: [
      { kind: 'MONEY_MULE', coerced: false, provenance: recorded('A2') },
      { kind: 'MULE_RECRUITER', provenance: recorded('B3') },
    ],
    memberships: [{ group: knownGroups.BELARUS, rank: 'ASSOCIATE', provenance: recorded('B2') }],
    offences: [
      {
        article: '222',
        committedOn: '2025-12-11',
        case: demoCaseOf('BELARUS'),
        provenance: recorded('A2'),
      },
      { article: '235', committedOn: '2026-04', case: 'BY-2026-000023', provenance: recorded('B2') },
    ],
    measures: [
      {
        kind: 'INTERVIEW',
        state: 'DONE',
        date: '2026-05-12',
        ground: 'Code of Criminal Procedure, Article 217',
        case: 'BY-2026-000023',
        provenance: recorded('A1'),
      },
      {
        kind: 'SURVEILLANCE',
        state: 'PLANNED',
        date: '2026-06',
        ground: 'Law 307-Z of 15 July 2015 on operational-search activity, Article 18',
        provenance: recorded('A1'),
      },
    ],
    harms: [{ victims: 6, loss: '18240.50', currency: 'BYN', country: 'BY', provenance: recorded('B2') }],
    status: { stage: 'ACCUSED', provenance: recorded('A1') },
  });
