import type { Additions } from '../../../../../subgraphs/agency/records/values/dossier-input.ts';
import { infrastructure } from '../../../../../subgraphs/agency/records/values/infrastructure.ts';
import { provenance, told, valueContext } from '../checks/support/input.ts';

type Given = Omit<Additions['infrastructure'][number], 'provenance'>;
type Kind = Given['kind'];

function recorded(item: Given) {
  const checked = infrastructure.check({ ...item, provenance }, valueContext);
  if ('problems' in checked) throw new Error(told(checked).join());
  return checked.value;
}
const node = (kind: Kind, value: string) => recorded({ kind, value }).node;
const hash = 'ab'.repeat(32);

describe('one thing has one node', () => {
  test.each([
    ['IMEI', '352099001761481', '3520990017614823'],
    ['IMSI', '25702 1234567890', '257021234567890'],
    ['ICCID', '8937 5010 4111 1111 111', '8937501041111111111F'],
    ['SIM_BOX', 'gt-0001', 'GT 0001'],
    ['SIP_TRUNK', 'sip:trunk@voip.example', 'Trunk@VOIP.example'],
    ['DOMAIN', 'evil[.]example', 'EVIL.example'],
    ['IP_ADDRESS', '2001:db8::1', '2001:0DB8::0001'],
    ['MALWARE_FAMILY', 'LockBit', 'lockbit'],
    ['MALWARE_SAMPLE', hash, hash.toUpperCase()],
    ['RANSOM_NOTE', hash, hash.toUpperCase()],
    ['RANSOM_NOTE', 'Restore-My-Files', 'restore-my-files'],
  ] as const)('%s %s is %s', (kind, one, other) => {
    expect(node(kind, one)).toBe(node(kind, other));
  });

  test('and another kind with the same value is another thing', () => {
    expect(node('MALWARE_SAMPLE', hash)).not.toBe(node('RANSOM_NOTE', hash));
  });
});

test('what a SIM box has beside its number is kept', () => {
  expect(recorded({ kind: 'SIM_BOX', value: 'GT-0001', model: 'GoIP 32', slots: 32 })).toMatchObject({
    value: 'GT-0001',
    model: 'GoIP 32',
    slots: 32,
    checksum: 'NONE',
  });
});

test('a wrong check digit is kept and told, and the device is the same', () => {
  expect(recorded({ kind: 'IMEI', value: '352099001761482' })).toMatchObject({
    checksum: 'FAILED',
    node: node('IMEI', '352099001761481'),
  });
});

test.each([
  ['IMEI', '1', 'MALFORMED_NUMBER'],
  ['IMSI', '1', 'MALFORMED_NUMBER'],
  ['ICCID', '1', 'MALFORMED_NUMBER'],
  ['DOMAIN', 'evil', 'DOMAIN_INVALID'],
  ['IP_ADDRESS', '1.2.3', 'IP_INVALID'],
  ['MALWARE_SAMPLE', 'ab'.repeat(16), 'HASH_INVALID'],
  ['MALWARE_SAMPLE', `${'ab'.repeat(31)}xy`, 'HASH_INVALID'],
] as const)('%s %s is refused as %s', (kind, value, code) => {
  expect(told(infrastructure.check({ kind, value, provenance }, valueContext))).toEqual([`value ${code}`]);
});
