const provenance = {
  sourceReliability: 'B',
  informationAccuracy: 2,
  legalBasis: 'COOPERATION_AGREEMENT',
  recordedAt: '2026-11-24T10:00:00.000Z',
  retainUntil: '2031-11-24',
  contested: false,
};

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const half = (agency: string, id: string) => ({
  id,
  agency,
  handlingCode: 'ON_RELEASE',
  contactPoint: 'liaison@interior-ministry.ru.example',
  names: times(5, {
    kind: 'LEGAL',
    script: 'RUSSIAN',
    full: 'Городейко Евгений Григорьевич',
    mixedScript: false,
    provenance,
  }),
  birth: { date: '1988-04-17', precision: 'DAY', provenance },
  birthPlace: { country: 'BY', place: 'Гомель', provenance },
  sex: { sex: 'MALE', provenance },
  citizenships: times(1, { country: 'BY', provenance }),
  documents: times(2, { kind: 'PASSPORT', issuer: 'BY', number: 'HB0000000', checksum: 'NONE', provenance }),
  contacts: times(5, { kind: 'PHONE', value: '+375004170823', service: null, provenance }),
  instruments: null,
  infrastructure: times(6, {
    kind: 'IMEI',
    value: '490154203237518',
    model: null,
    slots: null,
    checksum: 'PASSED',
    provenance,
  }),
  roles: times(2, { kind: 'CALL_CENTRE_LEADER', coerced: null, provenance }),
  memberships: times(1, {
    rank: 'LEADER',
    group: { id: `${agency}-G`, name: 'Grey Stork', kind: 'CALL_CENTRE' },
    provenance,
  }),
  offences: times(2, {
    article: { agency, code: '209', title: 'Fraud by deceit or abuse of trust' },
    committedOn: '2025-03',
    precision: 'MONTH',
    case: 'BY-2026-000001',
    provenance,
  }),
  measures: times(2, {
    kind: 'SEARCH',
    state: 'DONE',
    date: '2026-02-01',
    ground: 'Article 210',
    case: null,
    provenance,
  }),
  plannedMeasures: null,
  harms: null,
  status: { stage: 'ACCUSED', provenance },
  cases: ['BY-2026-000001'],
});

const receipt = (owner: string, id: string, field: string, informationClass: string) => ({
  coordinate: `${owner === 'RUSSIA' ? 'Russia' : 'Belarus'}Dossier.${field}`,
  class: informationClass,
  owner,
  reason: 'RELEASE_EXPIRED',
  records: [id],
  remedy: 'The release has ended. Ask liaison@interior-ministry.ru.example for a new one.',
});

/** A unified profile as the gateway answers it: two halves, three fields of each withheld. */
export const profileAnswer = {
  data: {
    suspect: {
      id: 'BY-7Q4KZ0XN3VDH9TRC',
      belarus: half('BELARUS', 'BY-7Q4KZ0XN3VDH9TRC'),
      russia: half('RUSSIA', 'RU-E58GM1WYB6PJ2SAF'),
    },
  },
  extensions: {
    redactions: [
      ['BELARUS', 'BY-7Q4KZ0XN3VDH9TRC'],
      ['RUSSIA', 'RU-E58GM1WYB6PJ2SAF'],
    ].flatMap(([owner = '', id = '']) => [
      receipt(owner, id, 'harms', 'VICTIM'),
      receipt(owner, id, 'instruments', 'FINANCIAL'),
      receipt(owner, id, 'plannedMeasures', 'TACTICAL'),
    ]),
  },
};
