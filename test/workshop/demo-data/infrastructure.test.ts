import validator from 'validator';
import type { Infrastructure } from '../../../subgraphs/agency/records/values/infrastructure.ts';
import { luhnDigit } from '../../../workshop/demo-data/invented/digits.ts';
import { documentationNetworks } from '../../../workshop/demo-data/invented/network.ts';
import { everyDossier } from './population.ts';

const items = everyDossier.flatMap((dossier) => dossier.infrastructure);
const ofKind = (kind: Infrastructure['kind']) => items.filter((item) => item.kind === kind);

test('Luhn’s digit is as the standard has it', () => {
  expect(luhnDigit('7992739871')).toBe('3');
});

test.each([
  ['IMEI', /^001010\d{9}$/],
  ['ICCID', /^8900101\d{12}$/],
] as const)('%s are those of test devices, with a check digit that is right but in a few', (kind, form) => {
  const found = ofKind(kind);
  for (const { value, checksum } of found) {
    expect(value).toMatch(form);
    expect(checksum).toBe(validator.isLuhnNumber(value) ? 'PASSED' : 'FAILED');
  }
  expect(found.filter(({ checksum }) => checksum === 'FAILED').length).toBeLessThan(found.length / 8);
});

test('IMSI are of the test network', () => {
  for (const { value } of ofKind('IMSI')) expect(value).toMatch(/^00101\d{10}$/);
});

test('only SIM boxes have a model and slots, and a serial number that says that it is none', () => {
  for (const { kind, value, model, slots } of items) {
    if (kind !== 'SIM_BOX') expect([model, slots]).toEqual([undefined, undefined]);
    else expect(value).toMatch(/^DEMO-[A-Z]{2}\d+-\d{6}$/);
    if (model !== undefined && slots !== undefined) expect(value).toContain(String(slots));
  }
});

describe('what a network could reach is reserved for documentation', () => {
  test('domains and SIP trunks', () => {
    for (const { value } of ofKind('DOMAIN')) expect(value).toMatch(/^[a-z]+-[a-z]+\d{3}\.example$/);
    for (const { value } of ofKind('SIP_TRUNK'))
      expect(value).toMatch(/^sip:trunk\d\d@[a-z]+-[a-z]+\d{3}\.example$/);
  });

  test('addresses of both versions', () => {
    const addresses = ofKind('IP_ADDRESS').map(({ value }) => value);
    const [four, six] = ([4, 6] as const).map((version) =>
      addresses.filter((ip) => validator.isIP(ip, version)),
    );
    for (const ip of four ?? []) expect(documentationNetworks).toContain(ip.split('.').slice(0, 3).join('.'));
    for (const ip of six ?? []) expect(ip).toMatch(/^2001:db8:/);
    expect([four?.length, six?.length]).not.toContain(0);
    expect((four?.length ?? 0) + (six?.length ?? 0)).toBe(addresses.length);
  });
});

test('samples and some notes are hashes', () => {
  const isHash = ({ value }: Infrastructure) => /^[0-9a-f]{64}$/.test(value);
  expect(ofKind('MALWARE_SAMPLE').every(isHash)).toBe(true);
  expect(new Set(ofKind('RANSOM_NOTE').map(isHash)).size).toBe(2);
});
