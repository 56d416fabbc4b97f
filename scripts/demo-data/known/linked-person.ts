import type { DossierRecord } from '../../../subgraphs/agency/dossiers/record.ts';
import type { LinkRecord } from '../../../subgraphs/agency/links/record.ts';
import { linkedPerson } from '../demo-ids.ts';
import { linkRecords, type PerAgency } from '../links.ts';
import { demoCaseOf } from '../lists/cases.ts';
import { recorded } from './provenance.ts';

/**
 * The name shows what a search must bridge: Гарадзейка Яўген Рыгоравіч and Городейко Евгений Григорьевич are one name, and
 * so are Haradzeika Yauhen and Gorodeiko Evgenii; hardly a letter agrees.
 */
const belarus = (): DossierRecord => ({
  _id: linkedPerson.BELARUS,
  agency: 'BELARUS',
  handlingCode: 'SHAREABLE',
  cases: [demoCaseOf('BELARUS'), 'BY-2025-000017'],
  names: [
    {
      kind: 'LEGAL',
      script: 'BELARUSIAN',
      surname: 'Гарадзейка',
      givenName: 'Яўген',
      patronymic: 'Рыгоравіч',
      provenance: recorded('A1', '2025-06-16'),
    },
    {
      kind: 'LEGAL',
      script: 'RUSSIAN',
      surname: 'Городейко',
      givenName: 'Евгений',
      patronymic: 'Григорьевич',
      provenance: recorded('A1', '2025-06-16'),
    },
    {
      kind: 'LEGAL',
      script: 'LATIN',
      surname: 'Haradzeika',
      givenName: 'Yauhen',
      provenance: recorded('A1', '2025-06-16'),
    },
    {
      kind: 'ALIAS',
      script: 'RUSSIAN',
      surname: 'Городецкий',
      givenName: 'Евгений',
      provenance: recorded('C3', '2025-11-03', { contested: true }),
    },
    { kind: 'HANDLE', script: 'LATIN', handle: 'grey.stork417', provenance: recorded('B2', '2025-07-21') },
  ],
  birth: { date: '1989-08-23', provenance: recorded('A1', '2025-06-16') },
  citizenships: [{ country: 'BY', provenance: recorded('A1', '2025-06-16') }],
  contacts: [
    { kind: 'PHONE', value: '+375004170823', provenance: recorded('A2', '2025-06-16') },
    { kind: 'PHONE', value: '+70004170823', provenance: recorded('B2', '2025-11-03') },
    {
      kind: 'MESSENGER',
      value: '@grey.stork417',
      service: 'Telegram',
      provenance: recorded('B2', '2025-07-21'),
    },
    { kind: 'MESSENGER', value: '+375004170823', service: 'Viber', provenance: recorded('B2', '2025-07-21') },
    { kind: 'EMAIL', value: 'grey.stork417@example.org', provenance: recorded('B2', '2025-07-21') },
  ],
  roles: [
    { kind: 'CALL_CENTRE_LEADER', provenance: recorded('B2', '2025-06-16') },
    {
      kind: 'GSM_GATEWAY_OPERATOR',
      provenance: recorded('B2', '2026-03-02', { legalBasis: 'COOPERATION_AGREEMENT' }),
    },
  ],
  offences: [
    {
      article: '209',
      committedOn: '2025-03-14',
      case: 'BY-2025-000017',
      provenance: recorded('A2', '2025-06-16'),
    },
    {
      article: '212',
      committedOn: '2025-11',
      case: demoCaseOf('BELARUS'),
      provenance: recorded('B2', '2026-01-19'),
    },
  ],
  status: { stage: 'ACCUSED', provenance: recorded('A1', '2026-01-19') },
  version: 5,
  createdAt: new Date('2025-06-16T09:00:00Z'),
  updatedAt: new Date('2026-03-02T09:00:00Z'),
});

const russia = (): DossierRecord => ({
  _id: linkedPerson.RUSSIA,
  agency: 'RUSSIA',
  handlingCode: 'SHAREABLE',
  cases: [demoCaseOf('RUSSIA'), 'RU-2025-000009'],
  names: [
    {
      kind: 'LEGAL',
      script: 'RUSSIAN',
      surname: 'Городейко',
      givenName: 'Евгений',
      patronymic: 'Григорьевич',
      provenance: recorded('A1', '2025-10-13'),
    },
    {
      kind: 'LEGAL',
      script: 'LATIN',
      surname: 'Gorodeiko',
      givenName: 'Evgenii',
      provenance: recorded('B1', '2025-10-13'),
    },
    {
      // Copied from his Belarusian passport, which has the patronymic on another page.
      kind: 'LEGAL',
      script: 'BELARUSIAN',
      surname: 'Гарадзейка',
      givenName: 'Яўген',
      provenance: recorded('B1', '2026-02-09', { legalBasis: 'COOPERATION_AGREEMENT' }),
    },
    { kind: 'HANDLE', script: 'LATIN', handle: 'grey.stork417', provenance: recorded('B2', '2025-10-13') },
  ],
  birth: { date: '1989-08-23', provenance: recorded('A1', '2025-10-13') },
  citizenships: [{ country: 'BY', provenance: recorded('A1', '2025-10-13') }],
  contacts: [
    { kind: 'PHONE', value: '+70004170823', provenance: recorded('A2', '2025-10-13') },
    { kind: 'PHONE', value: '+70002308417', provenance: recorded('C3', '2025-12-08', { contested: true }) },
    {
      kind: 'MESSENGER',
      value: '+70004170823',
      service: 'WhatsApp',
      provenance: recorded('B2', '2025-10-13'),
    },
    { kind: 'EMAIL', value: 'grey.stork417@example.org', provenance: recorded('B3', '2025-12-08') },
  ],
  roles: [
    { kind: 'GSM_GATEWAY_OPERATOR', provenance: recorded('A2', '2025-10-13') },
    { kind: 'CALL_CENTRE_LEADER', provenance: recorded('B3', '2025-12-08') },
  ],
  offences: [
    {
      article: '274.3',
      committedOn: '2025-09-24',
      case: 'RU-2025-000009',
      provenance: recorded('A2', '2025-10-13'),
    },
    {
      article: '159',
      committedOn: '2026-01',
      case: demoCaseOf('RUSSIA'),
      provenance: recorded('B2', '2026-02-09'),
    },
  ],
  status: { stage: 'SUSPECTED', provenance: recorded('A1', '2025-10-13') },
  version: 3,
  createdAt: new Date('2025-10-13T09:00:00Z'),
  updatedAt: new Date('2026-02-09T09:00:00Z'),
});

export const linkedPersonDossiers = (): PerAgency<DossierRecord> => ({
  BELARUS: belarus(),
  RUSSIA: russia(),
});

/** Proposed by Belarus, confirmed by Russia three weeks later. */
export const linkedPersonLink = (): PerAgency<LinkRecord> =>
  linkRecords(linkedPerson, {
    BELARUS: { decision: 'SAME', decidedAt: new Date('2026-04-06T11:30:00Z') },
    RUSSIA: { decision: 'SAME', decidedAt: new Date('2026-04-27T08:15:00Z') },
  });
