import { createHash, randomUUID } from 'node:crypto';
import { type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { agencySchema } from '../../../subgraphs/agency/api/agency-schema.ts';
import { checkedSchema } from '../../../subgraphs/agency/api/checked-schema.ts';
import { requestContexts } from '../../../subgraphs/agency/api/context/request-context.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import { newRequestKey } from '../../../terms/request-key.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { memoryStores } from '../stacks/memory-stores.ts';
import { benchCase } from '../stacks/release-of-all.ts';
import { benchDossiers } from './bench-dossiers.ts';
import { shieldedByRecord, shieldedEverywhere } from './shield.ts';

const source = `{ belarus { releasedDossiers(first: 50) { nodes {
  id names { full } contacts { value } instruments { kind } infrastructure { value } roles { kind }
  offences { article { code } } status { stage }
} } } }`;

/** One way of executing the same document over the same stores. */
export interface Contender {
  name: string;
  /** What it may cost at most, or `below` at less than, as a ratio to execution without rules. */
  goal?: { atMost: number } | { below: number };
  /** Whether its answer is the whole one, or one with most fields withheld. */
  isWhole: boolean;
  run(): Promise<ExecutionResult>;
}

type Asker = Pick<Viewer, 'agency' | 'roles'> & Pick<Mandate, 'purpose'>;

/** The first is execution without any rule; all others are compared with it. */
export function contenders(now: Date): [Contender, ...Contender[]] {
  const document = parse(source);
  const queryHash = createHash('sha256').update(source).digest('hex');
  const stores = memoryStores({ dossiers: benchDossiers(now) });
  const contextOf = requestContexts(belarus, stores);
  const { run } = checkedSchema(belarus);
  const ruleFree = agencySchema(belarus);

  let officers = 0;
  /**
   * Every contender makes a context a request, with loaders and all, so that no difference comes from it. Each is of another officer, as one
   * alone may not ask so much in a minute.
   */
  const contextFor = ({ agency, roles, purpose }: Asker) =>
    contextOf(
      {
        viewer: { subject: `bench-${officers++}`, agency, roles, cases: [benchCase] },
        mandate: { purpose, legalBasis: 'COOPERATION_AGREEMENT', case: benchCase },
        idempotencyKey: '',
        requestKey: newRequestKey(Date.now()),
      },
      'bench',
    );
  const plainly = (schema: GraphQLSchema, asker: Asker) => async () => {
    const contextValue = contextFor(asker);
    try {
      return await execute({ schema, document, contextValue });
    } finally {
      // Nothing else ends what runs outside of the bounds of work.
      contextValue.work.end();
    }
  };
  const permitted = (asker: Asker) => () => run({ document, queryHash, context: contextFor(asker) });
  /** Switches the record of reads off, to show the cost of verdicts by themselves; no other contender does. */
  const unrecorded = (asker: Asker) => () => {
    const context = contextFor(asker);
    const reads = { ...context.reads, record: () => Promise.resolve() };
    return run({ document, queryHash, context: { ...context, reads } });
  };

  const supervisor: Asker = { agency: 'BELARUS', roles: ['SUPERVISOR'], purpose: 'INVESTIGATION' };
  const liaison: Asker = { agency: 'BELARUS', roles: ['LIAISON'], purpose: 'INVESTIGATION' };
  const foreign: Asker = { agency: 'RUSSIA', roles: ['INVESTIGATOR'], purpose: 'INVESTIGATION' };
  const partner: Asker = { agency: 'BELARUS', roles: ['PARTNER'], purpose: 'PREVENTION' };
  const asked = ['CONTACT', 'FINANCIAL', 'CASE'] as const;
  return [
    { name: 'no rules', isWhole: true, run: plainly(ruleFree, supervisor) },
    {
      name: 'static verdicts only: own SUPERVISOR',
      goal: { atMost: 1.1 },
      isWhole: true,
      run: unrecorded(supervisor),
    },
    {
      name: 'static verdicts, reads on record: own SUPERVISOR',
      goal: { atMost: 1.3 },
      isWhole: true,
      run: permitted(supervisor),
    },
    {
      name: 'by record, by case, reads on record: own LIAISON',
      goal: { atMost: 1.3 },
      isWhole: true,
      run: permitted(liaison),
    },
    {
      name: 'by record, by release, reads on record: INVESTIGATOR of RUSSIA',
      goal: { atMost: 1.3 },
      isWhole: true,
      run: permitted(foreign),
    },
    {
      name: 'graphql-shield on every field: own SUPERVISOR',
      isWhole: true,
      run: plainly(shieldedEverywhere(ruleFree), supervisor),
    },
    {
      name: 'graphql-shield by record only: own LIAISON',
      isWhole: true,
      run: plainly(shieldedByRecord(ruleFree, 'BelarusDossier', asked), liaison),
    },
    {
      name: 'most fields denied: own PARTNER, PREVENTION',
      goal: { below: 1 },
      isWhole: false,
      run: permitted(partner),
    },
    {
      name: 'a document seen for the first time: own SUPERVISOR',
      isWhole: true,
      run: () => run({ document, queryHash: randomUUID(), context: contextFor(supervisor) }),
    },
  ];
}
