import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { startCollector } from '../support/collector.ts';
import { callersOf } from '../support/end-to-end/callers.ts';
import { officersOf } from '../support/end-to-end/channel/officers.ts';
import { everyKind } from '../support/end-to-end/kinds-of-values/kinds.ts';
import { inputOf, provenance } from '../support/end-to-end/officer.ts';
import { ended, launchScript } from '../support/end-to-end/processes.ts';
import {
  addressOf,
  newSettings,
  removeDirectory,
  type Stack,
  startStack,
} from '../support/end-to-end/stack.ts';
import { type AgencyName, agencyNames } from '../support/end-to-end/tokens.ts';
import { tracesOf } from '../support/end-to-end/traces-of.ts';
import { until } from '../support/end-to-end/until.ts';

const patience = 240_000;
const collector = await startCollector();
const settings = {
  ...(await newSettings()),
  BELARUS_INDICATOR_RHYTHM_MS: '1000',
  RUSSIA_INDICATOR_RHYTHM_MS: '1000',
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  OTEL_BSP_SCHEDULE_DELAY: '100',
};
const address = addressOf(settings);

/** Members of closed lists, days, numbers and words that stand anywhere, and the ids of other records. */
const saysNothing = (text: string): boolean =>
  /^[A-Z_]+$|^[\d.]{0,8}$|^0+\d$|^\d{4}-\d\d|^(BY|RU)G?-|Code of|^Law |Convention|Federal|^Messages$/.test(
    text,
  ) || text.length < 5;

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const fields = [...new Set(everyKind.map(({ field }) => field))];
const written = Object.assign(
  {},
  ...fields.map((field) =>
    inputOf(
      field,
      ...everyKind.filter((kind) => kind.field === field).map((kind) => ({ ...kind.written, provenance })),
    ),
  ),
);
/** What officers say of the person in free words, with a number that is no value of a dossier. */
const said = 'Calls came from +375 29 777-31-85 of Zhyrkovich';
const ofValues = everyKind.flatMap((kind) => textsOf(kind.written)).filter((text) => !saysNothing(text));
const planted = [...new Set([...ofValues, '+375 29 777-31-85', 'Zhyrkovich'])];
const find = tracesOf(planted);

/** The years that both agencies keep the content of messages. */
const yearsOfMessages = 5;

/** A phone of a person who is recorded after all was erased. */
const control = '+375 29 888-42-96';

describe('after everything was erased', () => {
  let stack: Stack;
  const officers = Object.fromEntries(
    agencyNames.map((agency) => [agency, officersOf(address, agency)]),
  ) as Record<AgencyName, ReturnType<typeof officersOf>>;
  const { belarus, russia } = officers;

  async function inDatabase(agency: AgencyName, search = find): Promise<Record<string, string[]>> {
    const databases = JSON.parse(readFileSync(join(address.dataDirectory, 'databases.json'), 'utf8'));
    const client = await mongo.MongoClient.connect(databases[agency.toUpperCase()]);
    try {
      const names = await client.db().listCollections({}, { nameOnly: true }).toArray();
      const found: Record<string, string[]> = {};
      for (const { name } of names) {
        const rows = await client.db().collection(name).find({}, { raw: true }).toArray();
        const here = new Set(rows.flatMap((row) => search(row as unknown as Buffer)));
        if (here.size > 0) found[name] = [...here].sort();
      }
      return found;
    } finally {
      await client.close();
    }
  }
  async function inExport(agency: AgencyName, search = find): Promise<string[]> {
    const file = join(address.dataDirectory, `${agency}-${randomUUID()}.jsonl`);
    const { code, complaints } = await ended(
      launchScript('commands/export.ts', settings, '--agency', agency, file),
    );
    if (code !== 0) throw new Error(`${agency} was not exported: ${complaints.join(' ')}`);
    return search(readFileSync(file)).sort();
  }
  const logs = () => {
    const directory = join(address.dataDirectory, 'logs');
    const files = readdirSync(directory).filter((name) => name.endsWith('.log'));
    expect(files.length).toBeGreaterThan(3);
    return Buffer.concat(files.map((name) => readFileSync(join(directory, name))));
  };

  type Act = Record<
    string,
    Record<string, { of?: string; dossier?: { version: number; contacts: { id: string }[] } }>
  >;
  async function act(agency: AgencyName, role: string, action: string, type: string, input: object) {
    const half = agency === 'belarus' ? 'Belarus' : 'Russia';
    const what = type.includes('Request')
      ? '... on RecordedRequest { of }'
      : `... on ${half}RecordedDossier { dossier { version contacts { id } } }`;
    const took = await officers[agency].take<Act>(
      role,
      `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { __typename ${what}
        ... on InvalidInput { problems { path code } } } } }`,
      { input },
    );
    const outcome = took[agency]?.[action];
    if (!outcome?.of && !outcome?.dossier) throw new Error(JSON.stringify(took));
    return outcome;
  }
  const alertsOf = async (agency: AgencyName): Promise<number> => {
    const { [agency]: own } = await officers[agency].ask<Record<string, { alerts: { nodes: unknown[] } }>>(
      'investigator',
      `{ ${agency} { alerts(first: 100) { nodes { id } } } }`,
    );
    return own?.alerts.nodes.length ?? 0;
  };
  const phoneOf = (value: string) => inputOf('contacts', { kind: 'PHONE', value, provenance });

  let before: Record<string, string[]> = {};
  let exportedBefore: string[] = [];
  beforeAll(async () => {
    // A database that is not empty gets no demo data, which would all be compared first.
    await ended(launchScript('workshop/scripts/seed.ts', settings, '--dossiers', '3', '--seed', '7'));
    stack = await startStack(settings);
    const ours = await belarus.record(written);
    const phones = everyKind.filter(
      ({ field, written: { kind } }) => field === 'contacts' && kind === 'PHONE',
    );
    const theirs = await russia.record(
      inputOf('contacts', ...phones.map((kind) => ({ ...kind.written, provenance }))),
    );
    // Reads, searches, hits and what is remembered of them.
    const searcher = callersOf(address).as('russia', 'investigator').for('INVESTIGATION', 'RU-2026-000001');
    await searcher.query(
      '{ searchSuspects(criteria: { phone: "+375 29 777-31-85", surname: "Zhyrkovich" }) { agencies { outcome } } }',
    );
    await until(
      async () => (await alertsOf('belarus')) > 0 && (await alertsOf('russia')) > 0,
      patience,
      () => 'no alert',
    );
    // A link, a release and a request about it, with words of officers.
    await belarus.decide(ours, theirs);
    await russia.decide(theirs, ours);
    await belarus.release(ours);
    const drafted = await act('russia', 'investigator', 'draftRequest', 'DraftRequestInput', {
      to: 'BELARUS',
      subject: { dossier: ours },
      classes: ['CONTACT'],
      urgency: 'OTHER',
      offence: '159',
      necessity: said,
    });
    await act('russia', 'supervisor', 'authoriseRequest', 'RequestInput', { request: drafted.of });
    // Behind all that Russia has told before, so that no message comes between an officer and the version that they read.
    const hasCome = async () => 'requests' in (await inDatabase('belarus'));
    await until(hasCome, patience, () => 'the request has not come');
    // A value is contested, and another one amended away.
    const first = await read(ours);
    await act('belarus', 'investigator', 'contestValue', 'ValueInput', {
      dossier: ours,
      version: first.version,
      value: first.contacts[2]?.id,
      reason: said,
    });
    const { version, contacts } = await read(ours);
    await act('belarus', 'investigator', 'amendDossier', 'AmendDossierInput', {
      dossier: ours,
      version,
      remove: [contacts[1]?.id],
      add: phoneOf('+375 29 777-31-85'),
      reason: said,
    });
    before = await inDatabase('belarus');
    exportedBefore = await inExport('belarus');
    await Promise.all(agencyNames.map(erase));
  }, 600_000);
  afterAll(async () => {
    await stack?.remove();
    removeDirectory(address.dataDirectory);
  });

  async function read(id: string) {
    const caller = callersOf(address).as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
    const { body, text } = await caller.query<{
      suspect: { belarus: { version: number; contacts: { id: string }[] } };
    }>('query ($id: ID!) { suspect(id: $id) { belarus { version contacts { id } } } }', { id });
    if (!body.data) throw new Error(text);
    return body.data.suspect.belarus;
  }
  /** Runs of the days by which messages lose their content, which look back a year, and of one on which nothing is held any more. */
  async function erase(agency: AgencyName): Promise<void> {
    const afterMessages = `${new Date().getUTCFullYear() + yearsOfMessages}-12-31`;
    for (const today of [afterMessages, '2120-01-01']) {
      const options = ['--agency', agency, '--today', today];
      const { code, output } = await ended(launchScript('commands/retention.ts', settings, ...options));
      expect({ code, failed: JSON.parse(output).failed }).toEqual({ code: 0, failed: 0 });
    }
  }

  test('all that was planted had been there, in the database and in an export', () => {
    expect([...new Set(Object.values(before).flat())].sort()).toEqual([...planted].sort());
    expect(exportedBefore).toEqual([...planted].sort());
    for (const collection of ['dossiers', 'history', 'sightings', 'indicators', 'requests'])
      expect(Object.keys(before)).toContain(collection);
  });

  test.each(agencyNames)('nothing of it is left with %s, in any form', async (agency) => {
    // What the subgraph compares goes with its next round, and messages with the run after they are settled.
    let left: Record<string, string[]> = {};
    await until(
      async () => {
        left = await inDatabase(agency);
        if (Object.keys(left).length > 0) await erase(agency);
        return Object.keys(left).length === 0;
      },
      60_000,
      () => JSON.stringify(left),
    );
    expect(left).toEqual({});
    expect(await inExport(agency)).toEqual([]);
  });

  test('alerts are gone with the dossiers that they hung on', async () => {
    expect([await alertsOf('belarus'), await alertsOf('russia')]).toEqual([0, 0]);
  });

  test('nothing of it has ever stood in a log or a trace', () => {
    expect(collector.spans().length).toBeGreaterThan(50);
    expect(find(Buffer.from(collector.text()))).toEqual([]);
    expect(find(logs())).toEqual([]);
  });

  test('what is recorded since is found, so that all of it would have been', async () => {
    await belarus.record(phoneOf(control));
    const search = tracesOf([control]);
    expect(Object.values(await inDatabase('belarus', search)).flat()).toContain(control);
    expect(await inExport('belarus', search)).toEqual([control]);
    expect(search(logs())).toEqual([]);
  });
});
