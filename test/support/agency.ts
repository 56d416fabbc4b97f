import { randomUUID } from 'node:crypto';
import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import type { Connection, mongo } from 'mongoose';
import { openAgency } from '../../subgraphs/agency/agency.ts';
import { checkedSchema } from '../../subgraphs/agency/api/checked-schema.ts';
import { requestContexts } from '../../subgraphs/agency/api/context/request-context.ts';
import type { AgencyOptions, OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';
import type { Mandate } from '../../terms/mandate.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import type { Viewer } from '../../terms/viewer.ts';
import { demoAgencyOf } from '../../workshop/demo-data/agencies/demo-agencies.ts';
import { demoCaseOf } from '../../workshop/demo-data/lists/cases.ts';
import { type DemoRecords, demoRecords } from '../../workshop/demo-data/records.ts';
import { writeDemoRecords } from '../../workshop/demo-data/write.ts';
import { lentDatabase } from './database.ts';
import { testKeys, testMatch, testNaming } from './match-keys.ts';
import { plentiful } from './plentiful.ts';

/** A command that reached the database, as the driver sent it. */
export type Command = mongo.CommandStartedEvent['command'];

/**
 * Who asks: an investigator of the agency, who works on its demo case under the agencies' agreement, unless the test
 * says otherwise.
 */
export interface Officer extends Viewer {
  mandate: Mandate;
  /** The idempotency key of a mutation; a new one each time. */
  key: string;
}

export interface SeededAgency
  extends Pick<
    OpenedAgency,
    | 'models'
    | 'stores'
    | 'effects'
    | 'imports'
    | 'retention'
    | 'runDay'
    | 'settleRequests'
    | 'compareNow'
    | 'pending'
  > {
  /** Where its database is. */
  uri: string;
  connection: Connection;
  records: DemoRecords;
  schema: GraphQLSchema;
  /** Does something, and tells the commands that reached the database meanwhile. */
  observed<Result>(work: () => Promise<Result>): Promise<{ result: Result; commands: Command[] }>;
  /** Runs an operation in the agency's subgraph, and tells the reads that it caused; that they go on record is left out. */
  run(
    document: string,
    variables?: Record<string, unknown>,
    officer?: Partial<Officer>,
  ): Promise<{ result: ExecutionResult; finds: Command[] }>;
  stop(): Promise<void>;
}

/** An agency's subgraph over a fresh database with a few demo records, without the HTTP side. */
export async function seededAgency(
  definition: AgencyDefinition,
  dossiersPerAgency = 60,
  options: Partial<AgencyOptions> = {},
): Promise<SeededAgency> {
  const agency = demoAgencyOf(definition.agency);
  const database = lentDatabase(definition.agency);
  const records = demoRecords({ seed: 7, dossiersPerAgency });
  await writeDemoRecords(agency, database.uri, records[agency], testMatch);
  const opened = await openAgency(
    definition,
    { uri: database.uri },
    { matchKeys: testKeys, naming: testNaming, limits: plentiful, ...options },
  );
  const { background: connection, stores } = opened;
  const contextOf = requestContexts(definition, stores);
  const { schema, run } = checkedSchema(definition);
  const demoCase = demoCaseOf(agency);
  const sent: Command[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!['ping', 'hello', 'endSessions'].includes(commandName)) sent.push(command);
  });
  const observed: SeededAgency['observed'] = async (work) => {
    sent.length = 0;
    const result = await work();
    return { result, commands: [...sent] };
  };
  return {
    ...opened,
    uri: database.uri,
    connection,
    records,
    schema,
    observed,
    async run(document, variables = {}, officer = {}) {
      const onDemoCase: Mandate = {
        purpose: 'INVESTIGATION',
        legalBasis: 'COOPERATION_AGREEMENT',
        case: demoCase,
      };
      const { key = randomUUID(), mandate = onDemoCase, ...given } = officer;
      const viewer: Viewer = {
        subject: 'officer-1',
        agency: definition.agency,
        roles: ['INVESTIGATOR'],
        cases: [demoCase],
        ...given,
      };
      const context = contextOf(
        { viewer, mandate, idempotencyKey: key, requestKey: newRequestKey(Date.now()) },
        'request-1',
      );
      const request = { document: parse(document), queryHash: document, variables, context };
      const { result, commands } = await observed(() => run(request));
      return { result, finds: commands.filter(({ insert }) => insert !== 'reads') };
    },
    async stop() {
      await opened.close();
      await database.drop();
    },
  };
}
