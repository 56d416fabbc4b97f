import { linked } from '../../support/end-to-end/demo.ts';
import type { Attack } from '../attack.ts';
import type { Burden } from '../tap.ts';
import type { Target } from '../target.ts';

/** A field in the attacker's queries alone, and in what the gateway sends for them. */
const burdensome = 'contactPoint';

const half = (fields: string) => `suspect(id: "${linked.belarus}") { belarus { ${fields} } }`;
const one = `{ ${half(burdensome)} }`;
const fetches = (count: number) =>
  `{ ${Array.from({ length: count }, (_none, n) => `a${n}: ${half(burdensome)}`).join(' ')} }`;
/** As many names as an operation may have. */
const many = fetches(30);

/** When another officer asks. An answer of theirs meanwhile shows that the agency is well, so that only one afterwards finds it given up. */
type When = 'meanwhile' | 'afterwards';

/** The codes that one officer meets with burdensome queries all at once, and another one who asks for an id. */
async function met(target: Target, queries: readonly string[], how: Burden, when: When) {
  const lighten = target.taps.belarus.burden(burdensome, how);
  const attacker = target.investigating('belarus', 'investigator');
  const other = target.investigating('russia', 'investigator');
  const own: (string | undefined)[] = [];
  const others: (string | undefined)[] = [];
  const askAsOther = async () => void others.push(...(await other.query(`{ ${half('id')} }`)).codes);
  let isOver = false;
  try {
    const attack = Promise.all(
      queries.map(async (query) => own.push(...(await attacker.query(query)).codes)),
    ).finally(() => {
      isOver = true;
    });
    while (when === 'meanwhile' && !isOver) await askAsOther();
    await attack;
    await askAsOther();
  } finally {
    lighten();
  }
  return { own, others };
}

const times = (count: number, query: string) => Array<string>(count).fill(query);

/** Whether the same queries are answered where they are no burden. */
async function areAnswered(target: Target, query: string): Promise<boolean> {
  const { codes, body } = await target.investigating('belarus', 'investigator').query(query);
  return codes.length === 0 && body.data != null;
}

/** Whether another officer loses an agency's half to one officer's burdensome queries. */
const isLostToOthers = async (target: Target, queries: readonly string[], when: When): Promise<boolean> =>
  (await met(target, queries, 'without end', when)).others.length > 0;

/** Belarus's half of a person whom both agencies know, as an officer of Belarus reads it beside Russia's. */
async function ownHalf(target: Target): Promise<object | null | undefined> {
  const { body } = await target
    .investigating('belarus', 'investigator')
    .query<{ suspect: { belarus: object | null } }>(
      `{ suspect(id: "${linked.belarus}") { belarus { id } russia { id } } }`,
    );
  return body.data?.suspect.belarus;
}

/** A page of one dossier of Russia, with Belarus's half of the person. */
async function pageOfOne(target: Target): Promise<object[]> {
  const { body } = await target
    .investigating('russia', 'investigator')
    .query<{ russia: { dossiers: { nodes: object[] } | null } | null }>(
      '{ russia { dossiers(first: 1) { nodes { id suspect { id belarus { id } } } } } }',
    );
  return body.data?.russia?.dossiers?.nodes ?? [];
}

/** The places in which Belarus says something, where Russia has a list of a person in many of them. */
async function behindList(target: Target, list: 'a short list' | 'a long list'): Promise<number> {
  const lighten = target.taps.russia.burden('alerts', list);
  try {
    const { body } = await target.investigating('russia', 'investigator').query<{
      russia: { alerts: { nodes: { dossiers: { suspect: { belarus: object | null } }[] | null }[] } | null };
    }>('{ russia { alerts(first: 1) { nodes { dossiers { suspect { belarus { id } } } } } } }');
    const [alert] = body.data?.russia.alerts?.nodes ?? [];
    return alert?.dossiers?.filter(({ suspect }) => suspect.belarus).length ?? 0;
  } finally {
    lighten();
  }
}

export const outageAttacks: readonly Attack[] = [
  {
    mend: 'probe before an outage',
    name: 'queries of one officer that all come too late, so that the agency is asked for nobody',
    control: (target) => areAnswered(target, one),
    makesOutages: true,
    attempt: (target) => isLostToOthers(target, times(12, one), 'afterwards'),
  },
  {
    mend: 'fetches of one officer',
    name: 'hundreds of slow fetches of one officer, who so holds all connections to an agency',
    control: (target) => areAnswered(target, fetches(8)),
    makesOutages: true,
    attempt: (target) => isLostToOthers(target, times(20, many), 'meanwhile'),
  },
  {
    mend: 'receipts of an answer',
    name: 'an answer of an agency with receipts by the ten thousand, which the gateway would join and sort while everybody waits',
    control: (target) => areAnswered(target, one),
    heldBy: ['AGENCY_UNAVAILABLE'],
    makesOutages: true,
    async attempt(target) {
      const { own } = await met(target, [one], 'full of receipts', 'afterwards');
      return !own.includes('AGENCY_UNAVAILABLE');
    },
  },
  {
    mend: 'half of the other',
    name: 'an answer of an agency that says beside its own half, and last, that the other agency has nothing',
    control: async (target) => (await ownHalf(target)) !== null,
    heldBy: ['AGENCY_UNAVAILABLE'],
    makesOutages: true,
    async attempt(target) {
      const lighten = target.taps.russia.burden('russia', 'for the other too');
      try {
        return (await ownHalf(target)) === null;
      } finally {
        lighten();
      }
    },
  },
  {
    mend: 'length of a page',
    name: 'a page of an agency that is longer than was asked, to each place of which the gateway copies the other half',
    control: async (target) => (await pageOfOne(target)).length === 1,
    heldBy: ['AGENCY_UNAVAILABLE'],
    makesOutages: true,
    async attempt(target) {
      const lighten = target.taps.russia.burden('dossiers', 'a long page');
      try {
        return (await pageOfOne(target)).length > 1;
      } finally {
        lighten();
      }
    },
  },
  {
    mend: 'places of an answer',
    name: 'a list of an agency that has one person in thousands of places, of each of which the gateway would ask',
    control: async (target) => (await behindList(target, 'a short list')) === 10,
    heldBy: ['QUERY_TOO_LARGE'],
    attempt: async (target) => (await behindList(target, 'a long list')) > 1_000,
  },
  {
    mend: 'size of an answer',
    name: 'answers of one officer that are too large, so that the agency seems out of order',
    control: (target) => areAnswered(target, one),
    heldBy: ['QUERY_TOO_LARGE'],
    async attempt(target) {
      const { own, others } = await met(target, times(6, one), 'too large', 'afterwards');
      return [...own, ...others].includes('AGENCY_UNAVAILABLE');
    },
  },
];
