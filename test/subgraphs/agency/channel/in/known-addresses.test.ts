import { KnownAddresses } from '../../../../../subgraphs/agency/channel/in/known-addresses.ts';

test('an address is that of the agency whose genuine message came from it last, and others are nobody’s', () => {
  const known = new KnownAddresses();
  known.note('10.0.0.1', 'BELARUS');
  known.note('10.0.0.2', 'RUSSIA');
  expect(['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((address) => known.agencyAt(address))).toEqual([
    'BELARUS',
    'RUSSIA',
    undefined,
  ]);
  known.note('10.0.0.1', 'RUSSIA');
  expect(known.agencyAt('10.0.0.1')).toBe('RUSSIA');
});

test('an agency that has sent from many addresses takes none from another', () => {
  const known = new KnownAddresses();
  known.note('10.0.0.1', 'BELARUS');
  for (let n = 0; n < 100; n += 1) known.note(`10.0.1.${n}`, 'RUSSIA');
  expect([known.agencyAt('10.0.0.1'), known.agencyAt('10.0.1.99'), known.agencyAt('10.0.1.1')]).toEqual([
    'BELARUS',
    'RUSSIA',
    undefined,
  ]);
});
