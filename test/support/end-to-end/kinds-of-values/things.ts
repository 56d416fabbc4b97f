import type { Rows } from './row.ts';

const hash = (digit: string) => digit.repeat(64);

/** What a person pays with and works on: what other dossiers may share. */
export const things: Rows = {
  instruments: [
    {
      written: { kind: 'ACCOUNT', account: 'by13 nbrb 3600 9000 0000 2z00 ab00', bank: 'Example Bank' },
      corrected: {
        kind: 'ACCOUNT',
        account: 'BY13NBRB3600900000002Z00AB01',
        bank: 'Example Bank',
        use: 'OFFENDER',
      },
      shows: [
        { kind: 'ACCOUNT', account: 'BY13NBRB3600900000002Z00AB00', bank: 'Example Bank', use: null },
        { kind: 'ACCOUNT', account: 'BY13NBRB3600900000002Z00AB01', bank: 'Example Bank', use: 'OFFENDER' },
      ],
    },
    {
      written: { kind: 'ACCOUNT', account: 'DEMOACCOUNT1', use: 'VICTIM' },
      corrected: { kind: 'ACCOUNT', account: 'DEMOACCOUNT1', use: 'SPOOFED' },
    },
    {
      written: { kind: 'CARD', cardFirst6: '220000', cardLast4: '0001' },
      corrected: { kind: 'CARD', cardFirst6: '220000', cardLast4: '0002', bank: 'Example Bank' },
    },
    {
      written: {
        kind: 'WALLET',
        chain: 'BTC',
        address: '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy',
        use: 'OFFENDER',
      },
      corrected: {
        kind: 'WALLET',
        chain: 'LTC',
        address: 'MQMcJhpWHYVeQArcZR3sBgyPZxxRtnH441',
        use: 'VICTIM',
      },
    },
    {
      written: { kind: 'WALLET', chain: 'ETH', address: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed' },
      corrected: { kind: 'WALLET', chain: 'TRX', address: 'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW' },
      shows: [
        { chain: 'ETH', address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' },
        { chain: 'TRX', address: 'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW' },
      ],
    },
    {
      written: {
        kind: 'WALLET',
        chain: 'SOL',
        address: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA',
        use: 'SPOOFED',
      },
      corrected: {
        kind: 'WALLET',
        chain: 'XMR',
        address:
          '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
      },
    },
    {
      written: { kind: 'CASH_OUT_POINT', place: 'Горад, банкамат 0001', bank: 'Example Bank' },
      corrected: { kind: 'CASH_OUT_POINT', place: 'Горад, банкамат 0002' },
    },
  ],
  infrastructure: [
    {
      written: { kind: 'IMEI', value: '49-015420-323751-9', use: 'OFFENDER' },
      corrected: { kind: 'IMEI', value: '49-015420-323751-8', use: 'SPOOFED' },
      shows: [
        { value: '490154203237519', checksum: 'FAILED' },
        { value: '490154203237518', checksum: 'PASSED' },
      ],
    },
    {
      written: { kind: 'IMSI', value: '257001234567890' },
      corrected: { kind: 'IMSI', value: '257001234567891' },
    },
    {
      written: { kind: 'ICCID', value: '8937500000000000001 9' },
      corrected: { kind: 'ICCID', value: '8937500000000000001 8' },
      shows: [
        { value: '89375000000000000019', checksum: 'FAILED' },
        { value: '89375000000000000018', checksum: 'PASSED' },
      ],
    },
    {
      written: { kind: 'SIM_BOX', value: 'SB-0001', use: 'OFFENDER' },
      corrected: { kind: 'SIM_BOX', value: 'SB-0001', model: 'Model 32', slots: 32, use: 'SPOOFED' },
      shows: [
        { value: 'SB-0001', model: null, slots: null, checksum: 'NONE' },
        { value: 'SB-0001', model: 'Model 32', slots: 32 },
      ],
    },
    {
      written: { kind: 'SIP_TRUNK', value: 'sip:trunk-1@sip.example.org', use: 'OFFENDER' },
      corrected: { kind: 'SIP_TRUNK', value: 'sip:trunk-2@sip.example.org', use: 'SPOOFED' },
    },
    {
      written: { kind: 'DOMAIN', value: 'login[.]Example.org', use: 'OFFENDER' },
      corrected: { kind: 'DOMAIN', value: 'mail.example.org', use: 'SPOOFED' },
      shows: [{ value: 'login.example.org' }, { value: 'mail.example.org' }],
    },
    {
      written: { kind: 'IP_ADDRESS', value: '192.0.2.1' },
      corrected: { kind: 'IP_ADDRESS', value: '2001:DB8:0::1' },
      shows: [{ value: '192.0.2.1' }, { value: '2001:db8::1' }],
    },
    {
      written: { kind: 'MALWARE_FAMILY', value: 'GreyHeron' },
      corrected: { kind: 'MALWARE_FAMILY', value: 'GreyStork' },
    },
    {
      written: { kind: 'MALWARE_SAMPLE', value: hash('A'), use: 'OFFENDER' },
      corrected: { kind: 'MALWARE_SAMPLE', value: hash('b'), use: 'SPOOFED' },
      shows: [{ value: hash('a') }, { value: hash('b') }],
    },
    {
      written: { kind: 'RANSOM_NOTE', value: 'READ ME FIRST' },
      corrected: { kind: 'RANSOM_NOTE', value: hash('c') },
    },
    {
      written: { kind: 'IMEI', value: '352099001761481', use: 'VICTIM' },
      corrected: { kind: 'IMEI', value: '352099001761481' },
    },
    {
      written: { kind: 'SIM_BOX', value: 'SB-0002', use: 'VICTIM' },
      corrected: { kind: 'SIM_BOX', value: 'SB-0002' },
    },
    {
      written: { kind: 'SIP_TRUNK', value: 'sip:trunk-3@sip.example.org', use: 'VICTIM' },
      corrected: { kind: 'SIP_TRUNK', value: 'sip:trunk-3@sip.example.org' },
    },
    {
      written: { kind: 'DOMAIN', value: 'shop.example.org', use: 'VICTIM' },
      corrected: { kind: 'DOMAIN', value: 'shop.example.org' },
    },
    {
      written: { kind: 'MALWARE_SAMPLE', value: hash('d'), use: 'VICTIM' },
      corrected: { kind: 'MALWARE_SAMPLE', value: hash('d') },
    },
  ],
};
