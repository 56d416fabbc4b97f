import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { type Ended, ended, type Launched, launchScript } from './processes.ts';
import { until } from './until.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };

/** The least that is recorded of a person in Belarus, who is nobody. */
export const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', givenName: 'Import', provenance }],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};

export const line = (key: string, changed: object = {}): string =>
  JSON.stringify({ key, dossier: { ...person, ...changed } });

/** The least that is recorded of a group, which is none. */
const group = { kind: 'CALL_CENTRE', name: 'Probny call centre', provenance };

export const groupLine = (key: string, changed: object = {}): string =>
  JSON.stringify({ key, group: { ...group, ...changed } });

/** A dossier whose person is a member of groups, which are named by key or id. */
export const memberLine = (key: string, ...groups: ({ key: string } | string)[]): string =>
  line(key, { memberships: groups.map((group) => ({ group, rank: 'MEMBER', provenance })) });

/** Lines under keys that begin alike, as many as are asked for. */
export const linesOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => line(`${prefix}-${index}`));

/** What an import has answered; its rejects as it has written them. */
export interface Imported extends Ended {
  rejects: string;
  /** Line numbers, each with its problems as `path CODE`. */
  rejected: [number, ...string[]][];
}

export interface Imports {
  file(name: string, content: string | Buffer | readonly string[]): string;
  start(file: string, ...options: string[]): Launched;
  run(file: string, ...options: string[]): Promise<Imported>;
  /** The ids of the dossiers that are recorded under keys that begin so. */
  recorded(prefix: string): Promise<string[]>;
  /** The groups of the dossiers that are recorded under keys that begin so, by the keys of both; sorted. */
  memberships(prefix: string): Promise<[dossier: string, ...groups: string[]][]>;
  /** The keys of the groups that are recorded under keys that begin so. */
  recordedGroups(prefix: string): Promise<string[]>;
  /** Waits until some are, while there are more to come. */
  begun(prefix: string): Promise<void>;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A dossier or a group, as far as is looked at here. */
interface Recorded {
  _id: string;
  recordedWith: string;
  memberships?: { group: string }[];
}

const keyOf = ({ recordedWith }: Recorded) => recordedWith.replace('import ', '');

interface Reject {
  line: number;
  problems: { path: string; code: string }[];
}

/** Imports into the records of a stack that runs over this data directory, from files of this directory. */
export function importsInto(dataDirectory: string, directory: string): Imports {
  const start = (file: string, ...options: string[]) =>
    launchScript(
      'commands/import.ts',
      { DATA_DIR: dataDirectory },
      ...['--agency', 'belarus', '--by', 'clerk-7', ...options, file],
    );
  /** What an import has recorded under keys that begin so. */
  const found = async (collection: 'dossiers' | 'groups', prefix: string) => {
    const { BELARUS } = JSON.parse(readFileSync(join(dataDirectory, 'databases.json'), 'utf8'));
    const client = await mongo.MongoClient.connect(BELARUS);
    try {
      const projection = { recordedWith: 1, 'memberships.group': 1 };
      const recordedWith = new RegExp(`^import ${prefix}`);
      return await client
        .db()
        .collection<Recorded>(collection)
        .find({ recordedWith }, { projection, sort: { recordedWith: 1 } })
        .toArray();
    } finally {
      await client.close();
    }
  };
  const recorded = async (prefix: string) => (await found('dossiers', prefix)).map(({ _id }) => _id);
  return {
    start,
    recorded,
    recordedGroups: async (prefix) => (await found('groups', prefix)).map(keyOf),
    async memberships(prefix) {
      const keys = new Map((await found('groups', '')).map((group) => [group._id, keyOf(group)]));
      return (await found('dossiers', prefix)).map((dossier) => [
        keyOf(dossier),
        ...(dossier.memberships ?? []).map(({ group }) => keys.get(group) ?? group),
      ]);
    },
    file(name, content) {
      const path = join(directory, name);
      const isText = typeof content === 'string' || Buffer.isBuffer(content);
      writeFileSync(path, isText ? content : `${content.join('\n')}\n`);
      return path;
    },
    async run(file, ...options) {
      const result = await ended(start(file, ...options));
      const rejects = readOrEmpty(`${file}.rejects.jsonl`);
      const told = rejects
        .split('\n')
        .filter((text) => text !== '')
        .map((text): Reject => JSON.parse(text));
      return {
        ...result,
        rejects,
        rejected: told.map(({ line, problems }) => [line, ...problems.map((p) => `${p.path} ${p.code}`)]),
      };
    },
    begun: (prefix) => until(async () => (await recorded(prefix)).length > 0, 60_000),
  };
}
