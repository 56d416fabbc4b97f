import type { DossierRecord } from '../../../subgraphs/agency/dossiers/record.ts';
import { knownToOne } from '../demo-ids.ts';
import { demoCaseOf } from '../lists/cases.ts';
import { recorded } from './provenance.ts';

/** Known to Belarus alone: the other half of this suspect is null, and that is no error. */
export const knownToOneDossier = (): DossierRecord => ({
  _id: knownToOne,
  agency: 'BELARUS',
  handlingCode: 'SHAREABLE',
  cases: [demoCaseOf('BELARUS'), 'BY-2026-000023'],
  names: [
    {
      kind: 'LEGAL',
      script: 'BELARUSIAN',
      surname: 'Церашчук',
      givenName: 'Вольга',
      patronymic: 'Мікалаеўна',
      provenance: recorded('A1', '2026-02-02'),
    },
    {
      kind: 'LEGAL',
      script: 'RUSSIAN',
      surname: 'Терещук',
      givenName: 'Ольга',
      patronymic: 'Николаевна',
      provenance: recorded('A1', '2026-02-02'),
    },
    {
      kind: 'LEGAL',
      script: 'LATIN',
      surname: 'Tserashchuk',
      givenName: 'Volha',
      provenance: recorded('A1', '2026-02-02'),
    },
    {
      kind: 'MAIDEN',
      script: 'BELARUSIAN',
      surname: 'Верасовіч',
      givenName: 'Вольга',
      patronymic: 'Мікалаеўна',
      provenance: recorded('A2', '2026-02-02'),
    },
    {
      kind: 'ALIAS',
      script: 'RUSSIAN',
      surname: 'Вересова',
      givenName: 'Ольга',
      provenance: recorded('C3', '2026-05-18'),
    },
    { kind: 'HANDLE', script: 'LATIN', handle: 'amber.plover288', provenance: recorded('B2', '2026-05-18') },
  ],
  birth: { date: '1996-11-05', provenance: recorded('A1', '2026-02-02') },
  citizenships: [
    { country: 'BY', provenance: recorded('A1', '2026-02-02') },
    { country: 'KZ', provenance: recorded('X4', '2026-05-18', { contested: true }) },
  ],
  contacts: [
    { kind: 'PHONE', value: '+375002881105', provenance: recorded('A1', '2026-02-02') },
    {
      kind: 'MESSENGER',
      value: '@amber.plover288',
      service: 'Telegram',
      provenance: recorded('B2', '2026-05-18'),
    },
    { kind: 'EMAIL', value: 'amber.plover288@example.com', provenance: recorded('B2', '2026-05-18') },
  ],
  roles: [
    { kind: 'MONEY_MULE', coerced: false, provenance: recorded('A2', '2026-02-02') },
    { kind: 'MULE_RECRUITER', provenance: recorded('B3', '2026-05-18') },
  ],
  offences: [
    {
      article: '222',
      committedOn: '2025-12-11',
      case: demoCaseOf('BELARUS'),
      provenance: recorded('A2', '2026-02-02'),
    },
    {
      article: '235',
      committedOn: '2026-04',
      case: 'BY-2026-000023',
      provenance: recorded('B2', '2026-05-18'),
    },
  ],
  status: { stage: 'ACCUSED', provenance: recorded('A1', '2026-05-18') },
  version: 2,
  createdAt: new Date('2026-02-02T09:00:00Z'),
  updatedAt: new Date('2026-05-18T09:00:00Z'),
});
