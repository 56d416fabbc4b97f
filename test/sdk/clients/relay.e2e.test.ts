import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
} from 'relay-runtime';
import { documentsSetting } from '../../../gateway/documents/known-documents.ts';
import { currentSchema } from '../../../sdk/scripts/schema-files.ts';
import { concordRelay } from '../../../sdk/src/clients/relay.ts';
import { ProfileDocument } from '../../../sdk/src/generated/operations.ts';
import type { Mandate } from '../../../sdk/src/index.ts';
import { readSettings } from '../../../server/settings.ts';
import { linked } from '../../support/end-to-end/demo.ts';
import { sharedStack } from '../../support/end-to-end/shared-stack.ts';
import { officerToken } from '../../support/end-to-end/tokens.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { investigation, officerAt } from '../support/officer.ts';

const stack = sharedStack();
const temporary = temporaryDirectory();
const run = promisify(execFile);
const compiler = new URL('../../../node_modules/.bin/relay-compiler', import.meta.url).pathname;

const source = `import { graphql } from 'relay-runtime';
export const half = graphql\`fragment Profile_half on RussiaDossier { id names { full } instruments { bank } }\`;
export const query = graphql\`query ProfileQuery($id: ID!) {
  suspect(id: $id) { belarus { id names { full } } russia { id ...Profile_half } }
}\`;`;

/** Compiles the page of a developer with Relay at its defaults, against the schema of the package. */
async function compile(name: string, config: object = {}): Promise<string> {
  const folder = temporary.path(name);
  mkdirSync(join(folder, 'src/__generated__'), { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), currentSchema());
  writeFileSync(join(folder, 'src/Profile.ts'), source);
  writeFileSync(join(folder, 'persisted.json'), '{}');
  const all = { src: './src', language: 'typescript', schema: './schema.graphql', eagerEsModules: true };
  const artifactDirectory = './src/__generated__';
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({ ...all, artifactDirectory, ...config }));
  await run(compiler, [], { cwd: folder });
  return folder;
}

let query: ConcreteRequest;
beforeAll(async () => {
  const folder = await compile('relay');
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'src/__generated__/ProfileQuery.graphql.ts')],
    write: false,
    bundle: true,
    format: 'esm',
  });
  const text = outputFiles[0]?.text ?? '';
  query = (await import(`data:text/javascript,${encodeURIComponent(text)}`)).default;
  // The first of a stack's profiles waits for its plan.
  await officerAt(stack, 'belarus', 'investigator').query(ProfileDocument, { id: linked.belarus });
});

function relayUnder(mandate: Mandate) {
  const token = () => officerToken(stack, 'belarus');
  const concord = concordRelay({ endpoint: `${stack.gateway}/graphql`, token, mandate });
  const network = Network.create(concord.fetch);
  return { concord, environment: new Environment({ network, store: new Store(new RecordSource()) }) };
}

interface Profile {
  suspect: { belarus: { id: string } | null; russia: { id: string } | null };
}
const ask = async (environment: Environment): Promise<Profile> =>
  (await fetchQuery(environment, query, { id: linked.belarus }).toPromise()) as Profile;

describe('Relay at its defaults, with our fetch function,', () => {
  test('has both halves, and each gap explained by field and dossier', async () => {
    const { concord, environment } = relayUnder(investigation);
    const { suspect } = await ask(environment);
    expect(suspect).toMatchObject({ belarus: { id: linked.belarus }, russia: { id: linked.russia } });
    expect(concord.gapOf('RussiaDossier.instruments', suspect.russia?.id)).toMatchObject({
      state: 'withheld',
      owner: 'RUSSIA',
      reason: 'RELEASE_EXPIRED',
    });
    expect(concord.gapOf('RussiaDossier.contacts', suspect.russia?.id)).toEqual({ state: 'absent' });
  });

  test('keeps what it was told under one mandate from another’s environment', async () => {
    const agreed = relayUnder(investigation);
    await ask(agreed.environment);
    const national = relayUnder({ ...investigation, legalBasis: 'NATIONAL_LAW' });
    const before = national.environment.lookup(
      createOperationDescriptor(query, { id: linked.belarus }).fragment,
    );
    expect(before.isMissingData).toBe(true);
    expect((await ask(national.environment)).suspect.russia).toBeNull();
  });
});

test('the documents that its compiler persists by SHA-256 are a manifest for the gateway', async () => {
  const folder = await compile('persisted', {
    persistConfig: { file: './persisted.json', algorithm: 'SHA256' },
  });
  const known = readSettings(
    { GATEWAY_DOCUMENTS: documentsSetting },
    { GATEWAY_DOCUMENTS: readFileSync(join(folder, 'persisted.json'), 'utf8') },
  ).GATEWAY_DOCUMENTS;
  expect([...(known?.values() ?? [])]).toEqual([expect.stringContaining('query ProfileQuery')]);
});
