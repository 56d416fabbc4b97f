import { randomUUID } from 'node:crypto';
import { type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import type { Connection, mongo } from 'mongoose';
import type { Viewer } from '../../identity/viewer.ts';
import { type DemoRecords, demoRecords } from '../../scripts/demo-data/records.ts';
import { writeDemoRecords } from '../../scripts/demo-data/write.ts';
import { requestContext, type Stores } from '../../subgraphs/agency/context.ts';
import { agencyModels, openDatabase } from '../../subgraphs/agency/database.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/definition.ts';
import { agencySchema } from '../../subgraphs/agency/schema.ts';
import { agencyStores } from '../../subgraphs/agency/stores.ts';
import { freshDatabase } from './database.ts';

/** A command that reached the database, as the driver sent it. */
export type Command = mongo.CommandStartedEvent['command'];

/** Who asks: an officer of the agency without a role unless the test says otherwise. */
export interface Officer extends Viewer {
  /** The idempotency key of a mutation; a new one each time. */
  key: string;
}

export interface SeededAgency {
  connection: Connection;
  models: ReturnType<typeof agencyModels>;
  records: DemoRecords;
  stores: Stores;
  schema: GraphQLSchema;
  /** Does something, and tells the commands that reached the database meanwhile. */
  observed<Result>(work: () => Promise<Result>): Promise<{ result: Result; commands: Command[] }>;
  /** Runs an operation in the agency's subgraph, and tells the reads that it caused. */
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
): Promise<SeededAgency> {
  const database = freshDatabase();
  const records = demoRecords({ seed: 7, dossiersPerAgency });
  await writeDemoRecords(definition.agency, database.uri, records[definition.agency]);
  const connection = await openDatabase(definition.agency, database.uri);
  const models = agencyModels(connection);
  const stores = agencyStores(connection);
  const schema = agencySchema(definition);
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
    connection,
    models,
    records,
    stores,
    schema,
    observed,
    async run(document, variableValues = {}, officer = {}) {
      const { key = randomUUID(), ...given } = officer;
      const viewer: Viewer = {
        subject: 'officer-1',
        agency: definition.agency,
        roles: [],
        cases: [],
        ...given,
      };
      const mandate = { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' } as const;
      const contextValue = requestContext(
        definition.agency,
        { viewer, mandate, idempotencyKey: key },
        'request-1',
        stores,
      );
      const execution = { schema, document: parse(document), variableValues, contextValue };
      const { result, commands } = await observed(async () => execute(execution));
      return { result, finds: commands };
    },
    async stop() {
      await connection.close();
      await database.drop();
    },
  };
}
