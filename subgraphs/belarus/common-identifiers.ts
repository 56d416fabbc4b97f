import type { CommonIdentifier } from '../agency/permissions/agency-definition.ts';

/**
 * Identifiers that Belarus compares with nobody, since they say nothing of who holds them. Public facts of the formats themselves; to be added
 * to by the agency, from what its officers dismiss as COMMON_VALUE.
 */
export const commonIdentifiers: readonly CommonIdentifier[] = [
  {
    kind: 'MALWARE_SAMPLE',
    value: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    what: 'the SHA-256 of an empty file',
  },
  { kind: 'IMEI', value: '00000000000000', what: 'a device without a number' },
  { kind: 'IMEI', value: '35209900176148', what: 'the number that test software shows' },
  { kind: 'DOMAIN', value: 'dns.google', what: 'a public resolver' },
  { kind: 'DOMAIN', value: 'one.one.one.one', what: 'a public resolver' },
  { kind: 'DOMAIN', value: 'example.com', what: 'a name for examples (RFC 2606)' },
  {
    kind: 'WALLET',
    value: 'ETH 0x0000000000000000000000000000000000000000',
    what: 'the address that nobody has',
  },
  {
    kind: 'WALLET',
    value: 'ETH 0x000000000000000000000000000000000000dead',
    what: 'the address for burning',
  },
];
