import { readGroupInput } from '../../../../../subgraphs/agency/records/group/check-group.ts';
import { context, provenance, told } from '../checks/support/input.ts';

test('a group is recorded for the agency’s period', () => {
  expect(readGroupInput({ kind: 'CALL_CENTRE', name: ' Сокол ', provenance }, context)).toEqual({
    group: {
      kind: 'CALL_CENTRE',
      name: 'Сокол',
      provenance: { ...provenance, retainUntil: new Date('2036-07-01') },
    },
  });
});

test('everything that is wrong with a group is told at once', () => {
  const group = {
    kind: 'CHOIR',
    name: 'Со\u200Bкол',
    provenance: { ...provenance, legalBasis: null },
    leader: 'x',
  };
  expect(told(readGroupInput(group, context))).toEqual([
    'kind UNKNOWN_VALUE',
    'leader UNKNOWN_FIELD',
    'name INVISIBLE_CHARACTER',
    'provenance.legalBasis MISSING',
  ]);
});

test('a group cannot be held for longer than anything', () => {
  const group = {
    kind: 'CALL_CENTRE',
    name: 'Сокол',
    provenance: { ...provenance, retainUntil: '2042-01-01' },
  };
  expect(told(readGroupInput(group, context))).toEqual(['provenance.retainUntil RETENTION_TOO_LONG']);
});

test.each([undefined, null, 'group', [], {}])('%j is no group', (raw) => {
  expect(told(readGroupInput(raw, context)).length).toBeGreaterThan(0);
});
