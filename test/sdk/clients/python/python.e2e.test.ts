import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ProfileDocument } from '../../../../sdk/src/generated/operations.ts';
import { linked } from '../../../support/end-to-end/demo.ts';
import { sharedStack } from '../../../support/end-to-end/shared-stack.ts';
import { officerToken } from '../../../support/end-to-end/tokens.ts';
import { printedSections } from '../../../support/printed.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { testWhere } from '../../../support/test-where.ts';
import { gatewayAnswering, refusal, type StandInGateway } from '../../support/gateway.ts';
import { officerAt } from '../../support/officer.ts';
import { pythonPackages } from './python-packages.ts';

const stack = sharedStack();
const temporary = temporaryDirectory();
const printed = printedSections('docs/clients.md').get('Python gql') ?? [];
const blockOf = (language: string) => printed.find((block) => block.language === language)?.code ?? '';

const packages = await pythonPackages(fileURLToPath(new URL('requirements.txt', import.meta.url)));
if ('missing' in packages) process.stderr.write(`Python gql is not tried: ${packages.missing}\n`);
const tried = testWhere(!('missing' in packages));

beforeAll(async () => {
  // The first of a stack's profiles waits for its plan.
  await officerAt(stack, 'belarus', 'investigator').query(ProfileDocument, { id: linked.belarus });
});

let standIn: StandInGateway | undefined;
afterEach(async () => {
  await standIn?.stop();
  standIn = undefined;
});

/** Runs the program that the page prints against another gateway, and gives its output. */
async function output(gateway: string): Promise<string> {
  if ('missing' in packages) throw new Error(packages.missing);
  const program = blockOf('python').replace('http://localhost:4000/graphql', gateway);
  const token = await officerToken(stack, 'belarus');
  const file = temporary.write('program.py', `token = ${JSON.stringify(token)}\n${program}`);
  const env = { ...process.env, PYTHONPATH: packages.folder, PYTHONIOENCODING: 'utf-8' };
  const { stdout } = await promisify(execFile)('python3', [fileURLToPath(file)], { env });
  return stdout;
}

describe('the program of the page for Python’s gql', () => {
  tried('prints both halves, and a receipt for each null that is withheld', async () => {
    const said = await output(`${stack.gateway}/graphql`);
    expect(said).toBe(blockOf('text'));
    expect(said).toMatch(
      /^belarus Гарадзейка .*\nrussia Городейко .*\nRussiaDossier\.instruments RELEASE_EXPIRED/,
    );
  });

  tried(
    'shows the half of the other agency while one is down, though the answer is raised as an exception',
    async () => {
      const half = { names: [{ full: 'Гарадзейка Яўген' }], instruments: [] };
      const outage = {
        message: 'RUSSIA does not answer.',
        path: ['suspect', 'russia'],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA', requestId: 'request-1' },
      };
      standIn = await gatewayAnswering({
        data: { suspect: { belarus: half, russia: null } },
        errors: [outage],
      });
      expect(await output(String(standIn.url))).toBe(
        'belarus Гарадзейка Яўген\nrussia None\nAGENCY_UNAVAILABLE RUSSIA does not answer.\n',
      );
      expect(standIn.reached[0]?.headers).toMatchObject({
        'concord-purpose': 'INVESTIGATION',
        'concord-case': 'BY-2026-000001',
      });
    },
  );
});

tried('a refusal of all that was asked is told by its code', async () => {
  standIn = await gatewayAnswering(refusal('FORBIDDEN', 'You are suspended.'));
  expect(await output(String(standIn.url))).toBe('FORBIDDEN You are suspended.\n');
});
