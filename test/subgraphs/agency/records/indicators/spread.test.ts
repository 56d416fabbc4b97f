import { expect, test } from 'vitest';
import type { SightingRecord } from '../../../../../subgraphs/agency/records/indicators/sighting.ts';
import {
  addTo,
  isWidelyShared,
  mostSharingCases,
  noSpread,
} from '../../../../../subgraphs/agency/records/indicators/spread.ts';

const sighting = (index: number, changed: Partial<SightingRecord> = {}): SightingRecord => ({
  _id: `BY-${index} N`,
  dossier: `BY-${index}`,
  indicator: 'N',
  kind: 'PHONE',
  value: '+375290000000',
  cases: [`BY-2026-${String(index).padStart(6, '0')}`],
  at: new Date('2026-11-29T12:00:00Z'),
  isImported: false,
  ...changed,
});
const spreadOf = (all: SightingRecord[]) => {
  const spread = noSpread();
  for (const each of all) addTo(spread, each);
  return spread;
};
const many = (count: number, changed: (index: number) => Partial<SightingRecord>) =>
  spreadOf(Array.from({ length: count }, (_, index) => sighting(index, changed(index))));

test.each([
  ['three officers in more cases than share a value', mostSharingCases + 1, 3, true],
  ['three officers in as many cases', mostSharingCases, 3, false],
  ['two officers in more cases', mostSharingCases + 1, 2, false],
  ['one officer in a thousand cases', 1_000, 1, false],
])('what %s recorded is widely shared or not', (_who, cases, officers, isShared) => {
  expect(isWidelyShared(many(cases, (index) => ({ recorder: `${index % officers}` })))).toBe(isShared);
});

test('a thousand dossiers of one case are not widely shared, whoever recorded them', () => {
  const cases = ['BY-2026-000001'];
  expect(isWidelyShared(many(1_000, (index) => ({ recorder: `${index}`, cases })))).toBe(false);
});

test('of those that wait and those that are gone no case has the identifier compared', () => {
  const waits = sighting(1, { change: 'WAITS' });
  const admitted = sighting(2, { change: 'WAITS', admitted: true });
  const gone = sighting(3, { change: 'GONE' });
  const known = sighting(4);
  const spread = spreadOf([waits, admitted, gone, known]);
  expect([...spread.cases]).toEqual(['BY-2026-000002', 'BY-2026-000004']);
  expect([...spread.allCases]).toEqual(['BY-2026-000001', 'BY-2026-000002', 'BY-2026-000004']);
  expect(spread.first).toBe(admitted);
});
