import { randomUUID } from 'node:crypto';
import { type GraphQLError, parse } from 'graphql';
import type { Connection, mongo } from 'mongoose';
import { openAgency } from '../../subgraphs/agency/agency.ts';
import { checkedSchema } from '../../subgraphs/agency/api/checked-schema.ts';
import { type ContextOf, requestContexts } from '../../subgraphs/agency/api/context/request-context.ts';
import type { Execute } from '../../subgraphs/agency/api/execution/operation-request.ts';
import type { PeerKeys } from '../../subgraphs/agency/channel/wire/peer-keys.ts';
import type { AgencyOptions, OpenedAgency } from '../../subgraphs/agency/opened-agency.ts';
import type { AgencyDefinition } from '../../subgraphs/agency/permissions/agency-definition.ts';
import type { Handling } from '../../subgraphs/agency/permissions/handling.ts';
import type { Redaction } from '../../subgraphs/agency/permissions/redactions.ts';
import type { BudgetLimits } from '../../subgraphs/agency/records/budgets/budget-record.ts';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../subgraphs/agency/records/group/group-record.ts';
import { storedEntry } from '../../subgraphs/agency/records/history/history-entry.ts';
import { insertLists } from '../../subgraphs/agency/storage/lists/update-lists.ts';
import type { Stores } from '../../subgraphs/agency/storage/stores/stores.ts';
import type { Agency } from '../../terms/agencies.ts';
import type { LegalBasis, Purpose, Role } from '../../terms/enums.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { recordingStep } from '../../workshop/demo-data/people/record-from.ts';
import { lentDatabase } from './database.ts';
import { insertStored } from './insert-stored.ts';
import { findable, testKeys, testNaming } from './match-keys.ts';
import { plentiful } from './plentiful.ts';
import { sharedComparing } from './two-key/shared-comparing.ts';

/** A command that reached the database, as the driver sent it. */
export type Command = mongo.CommandStartedEvent['command'];

export interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is a matter of its document
  data: any;
  errors: readonly GraphQLError[] | undefined;
  /** The code of each error, in order. */
  codes: unknown[];
  redactions: Redaction[];
  handling: Handling[];
  /** What it sent to the database, in order. */
  commands: Command[];
}

/** An officer with a mandate. Each method answers a new one, so that a test varies one thing at a time. */
export interface Officer {
  called(subject: string): Officer;
  for(purpose: Purpose, caseNumber?: string): Officer;
  under(legalBasis: LegalBasis): Officer;
  /** Says why he reads dossiers of other cases. */
  saying(reason: string): Officer;
  /** Asks by another fetch of the request that the gateway names so. */
  in(requestKey: string): Officer;
  /** Asks at this moment on the owner's clock. */
  at(now: Date): Officer;
  /** Sends mutations with this idempotency key; a new one each time unless it is said. */
  withKey(key: string): Officer;
  run(document: string, variables?: Record<string, unknown>): Promise<Answered>;
}

interface Asked {
  subject: string;
  agency: Agency;
  roles: readonly Role[];
  purpose: Purpose;
  legalBasis: LegalBasis;
  reason?: string;
  requestKey?: string;
  case?: string | undefined;
  now?: Date;
  key?: string;
}

function officer(
  asked: Asked,
  send: (asked: Asked, document: string, variables: object) => Promise<Answered>,
) {
  const but = (changed: Partial<Asked>): Officer => officer({ ...asked, ...changed }, send);
  const it: Officer = {
    called: (subject) => but({ subject }),
    for: (purpose, number) => but({ purpose, case: number }),
    under: (legalBasis) => but({ legalBasis }),
    saying: (reason) => but({ reason }),
    in: (requestKey) => but({ requestKey }),
    at: (now) => but({ now }),
    withKey: (key) => but({ key }),
    run: (document, variables = {}) => send(asked, document, variables),
  };
  return it;
}

export interface PermissionsAgency
  extends Pick<
    OpenedAgency,
    'models' | 'effects' | 'pending' | 'retention' | 'runDay' | 'settleRequests' | 'compareNow'
  > {
  connection: Connection;
  stores: Stores;
  /** An officer of an agency: for INVESTIGATION, in that agency's demo case, under an agreement, unless he says otherwise. */
  as(agency: Agency, ...roles: Role[]): Officer;
  stop(): Promise<void>;
}

/** An agency's subgraph with its permissions, over a fresh database with these records, without the HTTP side. */
export async function permissionsAgency(
  definition: AgencyDefinition,
  {
    dossiers = [],
    groups = [],
    limits = plentiful,
    ownKeys = new Map(),
    comparing = {},
  }: {
    dossiers?: readonly DossierRecord[];
    groups?: readonly GroupRecord[];
    limits?: BudgetLimits;
    ownKeys?: PeerKeys;
    /** How it compares identifiers, if it does. */
    comparing?: Pick<AgencyOptions, 'indicatorKeys' | 'pace' | 'onWrongProof'>;
  },
  replaced: (stores: Stores) => Partial<Stores> = () => ({}),
): Promise<PermissionsAgency> {
  const database = lentDatabase(definition.agency);
  const opened = await openAgency(
    definition,
    { uri: database.uri },
    {
      matchKeys: testKeys,
      naming: testNaming,
      limits,
      ownKeys,
      ...comparing,
      ...(comparing.indicatorKeys && { comparingOf: await sharedComparing() }),
    },
  );
  const { background: connection, models, stores: real } = opened;
  await insertStored(models.groups, groups);
  await insertStored(models.dossiers, dossiers.map(findable));
  await insertLists(models, testNaming, dossiers);
  await insertStored(
    models.history,
    dossiers.map((dossier) => storedEntry(dossier._id, recordingStep(dossier))),
  );
  const stores = { ...real, ...replaced(real) };
  const { run } = checkedSchema(definition);
  const contextOf = requestContexts(definition, stores);
  const commands: Command[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (!['ping', 'hello', 'endSessions'].includes(commandName)) commands.push(command);
  });
  return {
    ...opened,
    connection,
    stores,
    as: (agency, ...roles) => {
      const number = agency === 'BELARUS' ? 'BY-2026-000001' : 'RU-2026-000001';
      const asked: Asked = {
        subject: `${agency.toLowerCase()}-${roles.join('-').toLowerCase()}`,
        agency,
        roles,
        purpose: 'INVESTIGATION',
        legalBasis: 'COOPERATION_AGREEMENT',
        case: number,
      };
      return officer(asked, (given, document, variables) =>
        answerTo(run, contextOf, commands, given, document, variables),
      );
    },
    async stop() {
      await opened.close();
      await database.drop();
    },
  };
}

async function answerTo(
  run: Execute,
  contextOf: ContextOf,
  commands: readonly Command[],
  asked: Asked,
  document: string,
  variables: object,
): Promise<Answered> {
  const {
    subject,
    agency,
    roles,
    purpose,
    legalBasis,
    reason,
    case: number,
    now,
    key = randomUUID(),
  } = asked;
  const before = commands.length;
  const context = contextOf(
    {
      viewer: { subject, agency, roles, cases: number === undefined ? [] : [number] },
      mandate: { purpose, legalBasis, ...(number !== undefined && { case: number }) },
      idempotencyKey: key,
      ...(reason !== undefined && { reason }),
      requestKey: asked.requestKey ?? newRequestKey((now ?? new Date()).getTime()),
    },
    'request-0001',
    now,
  );
  const { data, errors, extensions } = await run({
    document: parse(document),
    queryHash: document,
    variables: variables as Record<string, unknown>,
    context,
  });
  return {
    data,
    errors,
    codes: (errors ?? []).map((error) => error.extensions.code),
    redactions: (extensions?.redactions ?? []) as Redaction[],
    handling: (extensions?.handling ?? []) as Handling[],
    commands: commands.slice(before),
  };
}
