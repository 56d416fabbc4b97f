import { readAdditions } from '../../../../../subgraphs/agency/records/checks/check-dossier.ts';
import type { Birth } from '../../../../../subgraphs/agency/records/values/birth.ts';
import type { Offence } from '../../../../../subgraphs/agency/records/values/offences.ts';
import { context, offence, provenance, told } from './support/input.ts';

const name = { kind: 'LEGAL', script: 'RUSSIAN', surname: 'Городейко', provenance };

describe('an amendment', () => {
  const stored = {
    id: 'V1',
    provenance: { ...provenance, recordedAt: new Date(0), retainUntil: new Date(0), contested: false },
  };
  const birth = (date: string): Birth => ({ ...stored, date });
  const before: Offence = { ...stored, article: '159', committedOn: '2015-05' };
  const amend = (raw: unknown, existing?: { birth?: Birth; offences: Offence[] }) =>
    readAdditions(raw, existing ? { ...context, existing } : context);

  test('needs no offence and no status, and adds only what it names', () => {
    const result = amend({ names: [name] });
    expect(result).toMatchObject({ additions: { names: [{ surname: 'Городейко' }], offences: [] } });
    expect(result).not.toHaveProperty('additions.status');
    expect(amend({})).toMatchObject({ additions: { names: [] } });
  });

  test('knows nothing of cases and handling codes', () => {
    expect(told(amend({ cases: ['RU-2026-000001'] }))).toEqual(['cases UNKNOWN_FIELD']);
  });

  test('has its offences checked against the birth date that is recorded', () => {
    expect(told(amend({ offences: [offence] }, { birth: birth('2010-01-01'), offences: [] }))).toEqual([
      'offences.0.committedOn TOO_YOUNG',
    ]);
    expect(told(amend({ offences: [offence] }, { birth: birth('1990-01-01'), offences: [] }))).toEqual([]);
  });

  test('has its birth date checked against the offences that are recorded', () => {
    const existing = { birth: birth('1990-01-01'), offences: [before, before] };
    expect(told(amend({ birth: { date: '2000-01-01', provenance } }, existing))).toEqual([
      'birth.date TOO_YOUNG',
    ]);
    expect(told(amend({ birth: { date: '2016-01-01', provenance } }, existing))).toEqual([
      'birth.date BEFORE_BIRTH',
    ]);
    expect(told(amend({ birth: { date: '1999-05-31', provenance } }, existing))).toEqual([]);
  });

  test('has its own birth date before the recorded one', () => {
    const additions = { birth: { date: '1990', provenance }, offences: [offence] };
    expect(told(amend(additions, { birth: birth('2010-01-01'), offences: [] }))).toEqual([]);
  });

  test('is not held up by an article that has left the list since', () => {
    const existing = { offences: [{ ...before, article: '999' }] };
    expect(told(amend({ birth: { date: '2010', provenance } }, existing))).toEqual([]);
  });
});
