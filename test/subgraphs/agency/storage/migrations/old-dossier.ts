import { randomId } from '../../../../../subgraphs/agency/records/random-id.ts';

const recordedAt = new Date('2025-03-01T08:00:00Z');

const provenance = (retainUntil: string) => ({
  sourceReliability: 'B',
  informationAccuracy: 2,
  legalBasis: 'NATIONAL_LAW',
  recordedAt,
  retainUntil: new Date(retainUntil),
  contested: false,
});

/** A dossier as version 0.1.0 stored it. */
export const oldDossier = (number: number) => ({
  _id: `BY-${randomId(16)}`,
  agency: 'BELARUS',
  handlingCode: 'SHAREABLE',
  cases: ['BY-2026-000001'],
  names: [
    { kind: 'LEGAL', script: 'RUSSIAN', surname: `Пробный${number}`, provenance: provenance('2031-03-02') },
    { kind: 'HANDLE', script: 'LATIN', handle: `sample_${number}`, provenance: provenance('2030-01-15') },
  ],
  ...(number % 2 === 0 && { birth: { date: '1990-05', provenance: provenance('2032-03-02') } }),
  citizenships: [{ country: 'BY', provenance: provenance('2032-03-02') }],
  contacts: [],
  roles: [{ kind: 'MONEY_MULE', coerced: false, provenance: provenance('2032-03-02') }],
  offences: [{ article: '209', committedOn: '2025-01', provenance: provenance('2032-03-02') }],
  status: { stage: 'SUSPECTED', provenance: provenance('2032-03-02') },
  version: 2,
  createdAt: recordedAt,
  updatedAt: recordedAt,
});

/** The earliest end of retention of its values. */
export const oldDossierEnds = new Date('2030-01-15');
