import { linked } from '../../support/end-to-end/demo.ts';
import type { Attack } from '../attack.ts';
import type { Burden } from '../tap.ts';
import type { Target } from '../target.ts';

/** A field in the attacker's queries alone, and in what the gateway sends for them. */
const burdensome = 'contactPoint';

const half = (fields: string) => `suspect(id: "${linked.belarus}") { belarus { ${fields} } }`;
const one = `{ ${half(burdensome)} }`;
/** As many fetches as an operation may have. */
const many = `{ ${Array.from({ length: 30 }, (_none, n) => `a${n}: ${half(burdensome)}`).join(' ')} }`;

/** The codes that one officer meets with burdensome queries all at once, and another one who asks for an id meanwhile. */
async function met(target: Target, queries: readonly string[], how: Burden) {
  const lighten = target.taps.belarus.burden(burdensome, how);
  const attacker = target.investigating('belarus', 'investigator');
  const other = target.investigating('russia', 'investigator');
  const [own, others]: (string | undefined)[][] = [[], []];
  let isOver = false;
  try {
    const attack = Promise.all(
      queries.map(async (query) => own?.push(...(await attacker.query(query)).codes)),
    ).finally(() => {
      isOver = true;
    });
    // Once more when it is over: what has come of it lasts.
    for (let isLast = false; !isLast; ) {
      isLast = isOver;
      others?.push(...(await other.query(`{ ${half('id')} }`)).codes);
    }
    await attack;
  } finally {
    lighten();
  }
  return { own: own ?? [], others: others ?? [] };
}

const times = (count: number, query: string) => Array<string>(count).fill(query);

/** Whether the same queries are answered where they are no burden. */
async function areAnswered(target: Target, query: string): Promise<boolean> {
  const { codes, body } = await target.investigating('belarus', 'investigator').query(query);
  return codes.length === 0 && body.data != null;
}

/** Whether another officer loses an agency's half to one officer's burdensome queries. */
const isLostToOthers = async (target: Target, queries: readonly string[]): Promise<boolean> =>
  (await met(target, queries, 'without end')).others.length > 0;

export const outageAttacks: readonly Attack[] = [
  {
    mend: 'probe before an outage',
    name: 'queries of one officer that all come too late, so that the agency is asked for nobody',
    control: (target) => areAnswered(target, one),
    makesOutages: true,
    attempt: (target) => isLostToOthers(target, times(12, one)),
  },
  {
    mend: 'fetches of one officer',
    name: 'hundreds of slow fetches of one officer, who so holds all connections to an agency',
    control: (target) => areAnswered(target, many),
    makesOutages: true,
    attempt: (target) => isLostToOthers(target, times(20, many)),
  },
  {
    mend: 'size of an answer',
    name: 'answers of one officer that are too large, so that the agency seems out of order',
    control: (target) => areAnswered(target, one),
    heldBy: ['QUERY_TOO_LARGE'],
    async attempt(target) {
      const { own, others } = await met(target, times(6, one), 'too large');
      return [...own, ...others].includes('AGENCY_UNAVAILABLE');
    },
  },
];
