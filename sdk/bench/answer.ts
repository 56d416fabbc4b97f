const provenance = { contested: false };

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const half = (agency: string, id: string) => ({
  id,
  agency,
  handlingCode: 'ON_RELEASE',
  contactPoint: 'liaison@interior-ministry.ru.example',
  names: times(5, { full: 'Городейко Евгений Григорьевич', script: 'RUSSIAN', provenance }),
  birth: { date: '1988-04-17', provenance },
  status: { stage: 'ACCUSED', provenance },
  roles: times(2, { kind: 'CALL_CENTRE_LEADER', provenance }),
  offences: times(2, { article: { code: '209', title: 'Fraud by deceit or abuse of trust' } }),
  contacts: null,
  instruments: null,
  harms: null,
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
      receipt(owner, id, 'contacts', 'CONTACT'),
    ]),
  },
};
