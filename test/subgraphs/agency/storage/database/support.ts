import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Connection } from 'mongoose';
import { createRegistry } from '../../../../../server/create-registry.ts';
import { createLog } from '../../../../../server/log.ts';
import { openAgency } from '../../../../../subgraphs/agency/agency.ts';
import { createAgencyServer } from '../../../../../subgraphs/agency/server.ts';
import type { AgencyModels } from '../../../../../subgraphs/agency/storage/database/agency-models.ts';
import { databaseAnswers } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { newRequestKey } from '../../../../../terms/request-key.ts';
import { choiceOf, findMongod } from '../../../../../workshop/embedded-mongodb/find-mongod.ts';
import { atEndOfFile } from '../../../../support/end-of-file.ts';
import { testKeys, testNaming } from '../../../../support/match-keys.ts';
import { ReplicaSet, type ReplicaSetOptions } from '../../../../support/replica-set.ts';

/** The program that embedded servers are started from. */
export const mongodBinary = async (): Promise<string> =>
  (await findMongod({ choice: choiceOf(process.env), report: () => undefined })).binary;

/** A replica set below a directory that the test file removes. */
export async function startSet(
  options: Omit<ReplicaSetOptions, 'binary' | 'directory'>,
  directory: string,
): Promise<ReplicaSet> {
  const set = await ReplicaSet.start({ ...options, directory, binary: await mongodBinary() });
  atEndOfFile(() => set.stop());
  return set;
}

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const input = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  offences: [{ article: '349', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};

const recordOne =
  'mutation ($input: DossierInput!) { belarus { recordDossier(input: $input) { __typename ... on BelarusRecordedDossier { id: of } } } }';
const amendOne =
  'mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) { __typename ... on BelarusRecordedDossier { id: of } } } }';

/** An answer: the error codes in it, or the dossier that was written, and the milliseconds that it took. */
export interface Asked {
  codes: string[];
  written: string | undefined;
  took: number;
}

export interface ServedAgency {
  /** A connection of what nobody waits for. */
  background: Connection;
  models: AgencyModels;
  query(): Promise<Asked>;
  record(key?: string): Promise<Asked>;
  amend(dossier: string, version: number, key?: string): Promise<Asked>;
  /** How often a request has recorded a dossier. */
  recorded(key: string): Promise<number>;
  ready(): Promise<{ status: number; took: number }>;
}

/** Belarus's subgraph on HTTP, over its own connection for answers, as an investigator of its own asks it. */
export async function servedAgency(uri: string, answerWithin?: number): Promise<ServedAgency> {
  const opened = await openAgency(
    belarus,
    { uri, answersApart: true },
    { matchKeys: testKeys, naming: testNaming },
  );
  const { background, answering, models, stores } = opened;
  const server: FastifyInstance = await createAgencyServer({
    definition: belarus,
    mode: 'production',
    log: createLog('test', 'silent'),
    registry: createRegistry(),
    stores,
    authenticate: async (request) => ({
      viewer: {
        // Who reads is another one than who records: so many of one officer's requests are tried at a time.
        subject: request.headers['idempotency-key'] === '' ? 'reader' : 'officer',
        agency: 'BELARUS',
        roles: ['INVESTIGATOR', 'SUPERVISOR'],
        cases: ['BY-2026-000001'],
      },
      mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
      idempotencyKey: String(request.headers['idempotency-key']),
      requestKey: newRequestKey(Date.now()),
    }),
    notReady: async () => ((await databaseAnswers(answering)) ? [] : ['database']),
    ...(answerWithin !== undefined && { answerWithin }),
  });
  atEndOfFile(async () => {
    await server.close();
    await opened.close(true);
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });

  async function ask(query: string, variables: object, key: string): Promise<Asked> {
    const began = performance.now();
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as {
      data?: { belarus?: Record<string, { __typename?: string; id?: string } | null> };
      errors?: { extensions: { code: string } }[];
    };
    const [answer] = Object.values(data?.belarus ?? {});
    return {
      codes: errors.map(({ extensions }) => extensions.code),
      written: answer?.id,
      took: performance.now() - began,
    };
  }

  return {
    background,
    models,
    query: () => ask('{ belarus { dossiers(first: 1) { nodes { id } } } }', {}, ''),
    record: (key = randomUUID()) => ask(recordOne, { input }, key),
    amend: (dossier, version, key = randomUUID()) => {
      const add = { names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Haradzeika', provenance }] };
      return ask(amendOne, { input: { dossier, version, add } }, key);
    },
    recorded: (key) => models.dossiers.countDocuments({ recordedWith: `officer ${key}` }),
    async ready() {
      const began = performance.now();
      const { status } = await fetch(`${address}/health/ready`);
      return { status, took: performance.now() - began };
    },
  };
}
