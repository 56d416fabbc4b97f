import { type ExecutionResult, execute, parse } from 'graphql';
import type { Connection, mongo } from 'mongoose';
import { type DemoRecords, demoRecords } from '../../scripts/demo-data/records.ts';
import { writeDemoRecords } from '../../scripts/demo-data/write.ts';
import { requestContext } from '../../subgraphs/agency/context.ts';
import { agencyModels, openDatabase } from '../../subgraphs/agency/database.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/definition.ts';
import { dossierStore } from '../../subgraphs/agency/dossiers/store.ts';
import { linkStore } from '../../subgraphs/agency/links/store.ts';
import { agencySchema } from '../../subgraphs/agency/schema.ts';
import { freshDatabase } from './database.ts';

/** A command that reached the database, as the driver sent it. */
export type Command = mongo.CommandStartedEvent['command'];

export interface SeededAgency {
  connection: Connection;
  models: ReturnType<typeof agencyModels>;
  records: DemoRecords;
  /** Runs an operation in the agency's subgraph, and tells the reads that it caused. */
  run(
    document: string,
    variables?: Record<string, unknown>,
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
  const stores = { dossiers: dossierStore(models.dossiers), links: linkStore(models.links) };
  const schema = agencySchema(definition);
  const finds: Command[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!['ping', 'hello', 'endSessions'].includes(commandName)) finds.push(command);
  });
  return {
    connection,
    models,
    records,
    async run(document, variableValues = {}) {
      finds.length = 0;
      const viewer = { subject: 'officer', agency: definition.agency, roles: [], cases: [] };
      const mandate = { purpose: 'DETECTION', legalBasis: 'NATIONAL_LAW' } as const;
      const contextValue = requestContext(definition.agency, { viewer, mandate }, 'request-1', stores);
      const result = await execute({ schema, document: parse(document), variableValues, contextValue });
      return { result, finds: [...finds] };
    },
    async stop() {
      await connection.close();
      await database.drop();
    },
  };
}
