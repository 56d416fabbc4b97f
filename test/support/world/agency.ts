import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Connection } from 'mongoose';
import { openAgency } from '../../../subgraphs/agency/agency.ts';
import { checkedSchema } from '../../../subgraphs/agency/api/checked-schema.ts';
import { requestContexts } from '../../../subgraphs/agency/api/context/request-context.ts';
import type { AgencyOptions, OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { AgencyDefinition } from '../../../subgraphs/agency/permissions/agency-definition.ts';
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../../subgraphs/agency/records/group/group-record.ts';
import { type StoredEntry, storedEntry } from '../../../subgraphs/agency/records/history/history-entry.ts';
import type { EpochRecord } from '../../../subgraphs/agency/records/indicators/epoch-record.ts';
import type { CheckRecord } from '../../../subgraphs/agency/records/measures/comparing/check-record.ts';
import type { ReadPart } from '../../../subgraphs/agency/records/reads/read-entry.ts';
import { insertLists } from '../../../subgraphs/agency/storage/lists/update-lists.ts';
import type { Stores } from '../../../subgraphs/agency/storage/stores/stores.ts';
import type { Agency } from '../../../terms/agencies.ts';
import type { Role } from '../../../terms/enums.ts';
import { demoAgencyOf } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { recordingStep } from '../../../workshop/demo-data/people/record-from.ts';
import { type DemoRecords, demoRecords } from '../../../workshop/demo-data/records.ts';
import { writeDemoRecords } from '../../../workshop/demo-data/write.ts';
import { lentDatabase } from '../database.ts';
import { atEndOfFile } from '../end-of-file.ts';
import { insertStored } from '../insert-stored.ts';
import { findable, testKeys, testMatch, testNaming } from '../match-keys.ts';
import { plentiful } from '../plentiful.ts';
import { sharedComparing } from '../two-key/shared-comparing.ts';
import { caseOf } from './cases.ts';
import { type Command, commandsOf } from './commands.ts';
import { type Asking, answered, type Officer, officerOf, runIn } from './officer.ts';

/** The records that an agency begins with, and its settings where they are not those of all tests. */
export interface Given extends Partial<AgencyOptions> {
  /** So many dossiers of the demo data, with all that belongs to them. */
  demo?: number;
  dossiers?: readonly DossierRecord[];
  groups?: readonly GroupRecord[];
  reads?: readonly ReadPart[];
  /** The steps of the dossiers' histories; that each was recorded unless it is said. */
  history?: readonly StoredEntry[];
  /** The comparisons of the dossiers' measures, with another agency that has told where it is reached. */
  checks?: readonly CheckRecord[];
}

export interface AgencyInProcess extends Omit<OpenedAgency, 'stores'> {
  /** Where its database is, and a connection to it. */
  uri: string;
  connection: Connection;
  stores: Stores;
  schema: GraphQLSchema;
  /** The demo data, of which it has its part. */
  records: DemoRecords;
  /** An officer of an agency: for INVESTIGATION, in that agency's demo case, under an agreement, unless he says otherwise. */
  as(agency: Agency, ...roles: Role[]): Officer;
  /**
   * Runs an operation, of an investigator of the agency's own unless it is said, and tells the reads that it caused; that they go
   * on record is left out.
   */
  run(
    document: string,
    variables?: Record<string, unknown>,
    asking?: Partial<Asking>,
  ): Promise<{ result: ExecutionResult; finds: Command[] }>;
  /** Does something, and tells the commands that reached the database meanwhile. */
  observed<Result>(work: () => Promise<Result>): Promise<{ result: Result; commands: Command[] }>;
  /** Gives its database back; the end of the test file does so too. */
  stop(): Promise<void>;
}

const none = { dossiers: [], groups: [], operations: [] };

/** The agencies that conflicts are with, as they have told where they are reached. */
const contactsOf = (checks: readonly CheckRecord[]): EpochRecord[] =>
  [...new Set(checks.flatMap(({ check }) => check.meetings.map(({ other }) => other)))].map((other) => ({
    _id: `${other} 2026`,
    other,
    epoch: '2026',
    begunAt: new Date('2026-01-02T03:04:05Z'),
    contact: 'liaison@example.org',
  }));

/**
 * An agency's subgraph with its permissions, over a fresh database with these records, without the HTTP side.
 * @param replaced parts of its stores in place of its own
 */
export async function agencyInProcess(
  definition: AgencyDefinition,
  { demo = 0, dossiers = [], groups = [], reads = [], checks = [], history, ...options }: Given = {},
  replaced: (stores: Stores) => Partial<Stores> = () => ({}),
): Promise<AgencyInProcess> {
  const own = definition.agency;
  const demoAgency = demoAgencyOf(own);
  const database = lentDatabase(own);
  const records: DemoRecords =
    demo > 0 ? demoRecords({ seed: 7, dossiersPerAgency: demo }) : { BELARUS: none, RUSSIA: none };
  if (demo > 0) await writeDemoRecords(demoAgency, database.uri, records[demoAgency], testMatch);
  const opened = await openAgency(
    definition,
    { uri: database.uri },
    {
      matchKeys: testKeys,
      naming: testNaming,
      limits: plentiful,
      ...(options.indicatorKeys && { comparingOf: await sharedComparing() }),
      ...options,
    },
  );
  const { background: connection, models, stores: real } = opened;
  await insertStored(models.groups, groups);
  await insertStored(models.dossiers, dossiers.map(findable));
  await insertLists(models, testNaming, dossiers);
  await insertStored(models.reads, reads);
  await insertStored(models.measureChecks, checks);
  await insertStored(models.measureEpochs, contactsOf(checks));
  const recorded = dossiers.map((dossier) => storedEntry(dossier._id, recordingStep(dossier)));
  await insertStored(models.history, history ?? recorded);
  const stores = { ...real, ...replaced(real) };
  const { schema, run } = checkedSchema(definition);
  const execute = runIn(run, requestContexts(definition, stores));
  const sent = commandsOf(connection);
  const observed: AgencyInProcess['observed'] = async (work) => {
    const before = sent.length;
    const result = await work();
    return { result, commands: sent.slice(before) };
  };
  const asking = (agency: Agency, ...roles: Role[]): Asking => ({
    subject: `${agency.toLowerCase()}-${roles.join('-').toLowerCase()}`,
    agency,
    roles,
    purpose: 'INVESTIGATION',
    legalBasis: 'COOPERATION_AGREEMENT',
    case: caseOf[demoAgencyOf(agency)],
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= opened.close().then(database.drop);
    return stopped;
  };
  atEndOfFile(stop);
  return {
    ...opened,
    uri: database.uri,
    connection,
    stores,
    schema,
    records,
    observed,
    as: (agency, ...roles) =>
      officerOf(asking(agency, ...roles), async (given, document, variables) => {
        const { result, commands } = await observed(() => execute(given, document, variables));
        return answered(result, commands);
      }),
    async run(document, variables = {}, given = {}) {
      const by = { ...asking(own, 'INVESTIGATOR'), subject: 'officer-1', ...given };
      const { result, commands } = await observed(() => execute(by, document, variables));
      return { result, finds: commands.filter(({ insert }) => insert !== 'reads') };
    },
    stop,
  };
}
