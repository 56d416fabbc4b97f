import type { DossierValues } from '../../../../subgraphs/agency/records/values/value-kinds.ts';

const value = {
  id: 'V1',
  provenance: {
    sourceReliability: 'A',
    informationAccuracy: 1,
    legalBasis: 'NATIONAL_LAW',
    recordedAt: new Date('2026-01-01'),
    retainUntil: new Date('2036-01-01'),
    contested: false,
  },
} as const;

/** Values as a dossier has them, each with the provenance that it needs. */
export const recorded = <Content extends object>(content: Content) => ({ ...value, ...content });

/** One person, as it is recorded in Belarus. */
export const person = {
  names: [
    recorded({
      kind: 'LEGAL',
      script: 'BELARUSIAN',
      surname: 'Салаўёў',
      givenName: 'Яўген',
      patronymic: 'Мікалаевіч',
    }),
    recorded({ kind: 'HANDLE', script: 'LATIN', handle: 'solo' }),
  ],
  birth: recorded({ date: '1985-03-12' }),
  birthPlace: recorded({ country: 'BY', place: 'Мінск' }),
  sex: recorded({ sex: 'MALE' }),
  documents: [
    recorded({ kind: 'PERSONAL_NUMBER', issuer: 'BY', number: '3120385A001PB1', checksum: 'PASSED' }),
    recorded({ kind: 'PASSPORT', issuer: 'BY', number: 'MP1234567', checksum: 'NONE' }),
    recorded({ kind: 'OTHER', issuer: 'BY', number: '77', checksum: 'NONE' }),
  ],
  contacts: [
    recorded({ kind: 'PHONE', value: '+375291234567' }),
    recorded({ kind: 'EMAIL', value: 'Solo@example.org' }),
    recorded({ kind: 'MESSENGER', value: 'Solo_85', service: 'Telegram' }),
  ],
  instruments: [
    recorded({ kind: 'ACCOUNT', account: 'BY20OLMP31350000001000000933', node: 'N1' }),
    recorded({ kind: 'CARD', cardFirst6: '411111', cardLast4: '1111', node: 'N2' }),
    recorded({ kind: 'WALLET', chain: 'BTC', address: '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', node: 'N3' }),
    recorded({ kind: 'CASH_OUT_POINT', place: 'Мінск', node: 'N4' }),
  ],
  infrastructure: [
    recorded({ kind: 'IMEI', value: '490154203237518', node: 'N5', checksum: 'PASSED' }),
    recorded({ kind: 'DOMAIN', value: 'evil.example', node: 'N6', checksum: 'NONE' }),
  ],
} satisfies Partial<DossierValues>;
