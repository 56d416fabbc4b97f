import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { leastDossier, provenance } from '../support/end-to-end/officer.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { processesOf } from '../support/end-to-end/processes.ts';
import { newSettings } from '../support/end-to-end/stack.ts';
import type { AgencyName } from '../support/end-to-end/tokens.ts';
import { until } from '../support/end-to-end/until.ts';

const stack = ownStack(await newSettings());
const caseOf = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' };
const prefixOf = { belarus: 'Belarus', russia: 'Russia' };

// biome-ignore lint/suspicious/noExplicitAny: what an operation answers is a matter of its document
type Data = any;

const officer = (agency: AgencyName, role: string) =>
  stack.as(agency, role).for('INVESTIGATION', caseOf[agency]);

async function ask(agency: AgencyName, role: string, document: string, variables = {}): Promise<Data> {
  const { body, text } = await officer(agency, role).query<Data>(document, variables);
  if (!body.data) throw new Error(text);
  return body.data;
}

/** One action, under one key until it is answered. */
async function act(agency: AgencyName, role: string, action: string, type: string, input: object) {
  const caller = officer(agency, role).with('idempotency-key', randomUUID());
  const document = `mutation ($input: ${type}!) { ${agency} { ${action}(input: $input) { __typename
    ... on ${prefixOf[agency]}${/Link/.test(action) ? 'LinkedDossier' : /Release/.test(action) ? 'ReleasedDossier' : 'RecordedDossier'}
      { dossier { id version links { dossier state } releases { id } } }
    ... on InvalidInput { problems { code } } } } }`;
  for (let attempt = 0; ; attempt++) {
    const { body, text } = await caller.query<Data>(document, { input });
    const done = body.data?.[agency]?.[action]?.dossier;
    if (done) return done;
    if (attempt > 20) throw new Error(text);
    await sleep(500);
  }
}

async function record(agency: AgencyName): Promise<{ id: string; version: number }> {
  const names = [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', givenName: 'Ivan', provenance }];
  const role = 'investigator';
  const recorded = { ...leastDossier[agency], handlingCode: 'ON_RELEASE', names };
  const { id } = await act(agency, role, 'recordDossier', 'DossierInput', recorded);
  return { id, version: 1 };
}

async function decide(agency: AgencyName, dossier: string, foreign: string): Promise<void> {
  const { version } = await read(agency, dossier);
  const proposal = {
    dossier,
    version,
    foreign,
    decision: 'SAME',
    reason: 'The same man',
    evidence: 'NO_COMPARISON',
  };
  const proposed = await act(agency, 'liaison', 'proposeLink', 'ProposeLinkInput', proposal);
  const target = { dossier, version: proposed.version, foreign };
  await act(agency, 'supervisor', 'countersignLink', 'LinkInput', target);
}

const read = async (agency: AgencyName, id: string): Promise<Data> =>
  (
    await ask(
      agency,
      'liaison',
      `query ($id: ID!) { suspect(id: $id) { ${agency} { version links { dossier state } } } }`,
      { id },
    )
  ).suspect[agency];

const halves = async (agency: AgencyName, id: string): Promise<Data> =>
  (
    await ask(agency, 'liaison', 'query ($id: ID!) { suspect(id: $id) { belarus { id } russia { id } } }', {
      id,
    })
  ).suspect;

const patience = 60_000;

describe('the channel between two running agencies', () => {
  test('carries a link from a proposal to its confirmation, and back', async () => {
    const [by, ru] = [await record('belarus'), await record('russia')];
    expect(await halves('belarus', ru.id)).toEqual({ belarus: null, russia: null });
    await decide('belarus', by.id, ru.id);
    const isTold = async () => (await read('russia', ru.id)).links.length > 0;
    await until(isTold, patience);
    await decide('russia', ru.id, by.id);
    const both = { belarus: { id: by.id }, russia: { id: ru.id } };
    // Each half opens when its owner knows of both decisions.
    await until(async () => (await halves('belarus', by.id)).russia !== null, patience);
    await until(async () => (await halves('russia', ru.id)).belarus !== null, patience);
    expect(await halves('belarus', by.id)).toEqual(both);
    expect(await halves('russia', ru.id)).toEqual(both);

    const withdrawal = { dossier: by.id, foreign: ru.id, reason: 'A mistake' };
    await act('belarus', 'supervisor', 'withdrawLink', 'WithdrawLinkInput', withdrawal);
    expect((await halves('russia', ru.id)).belarus).toBeNull();
    await until(async () => (await halves('belarus', ru.id)).russia === null, patience);
  });

  test('keeps what an agency that does not answer is to be told, and tells it in order and once', async () => {
    const { id: dossier } = await record('belarus');
    const [russia] = (await processesOf(stack.dataDirectory)).filter(({ command }) =>
      command.includes('subgraphs/russia/start.ts'),
    );
    if (!russia) throw new Error('there is no subgraph of Russia');
    process.kill(russia.pid, 'SIGSTOP');
    const released: string[] = [];
    try {
      for (let i = 0; i < 5; i++) {
        const until = new Date(Date.now() + 86_400_000).toISOString();
        const given = { to: 'RUSSIA', classes: ['IDENTITY'], purposes: ['INVESTIGATION'], until };
        const proposal = { dossier, ...given, reason: 'Joint case' };
        const { releases } = await act('belarus', 'liaison', 'proposeRelease', 'ReleaseInput', proposal);
        const release = releases.at(-1).id;
        released.push(release);
        await act('belarus', 'supervisor', 'grantRelease', 'GrantReleaseInput', { dossier, release });
      }
      const { belarus } = await ask('belarus', 'liaison', '{ belarus { channel { queued oldestQueued } } }');
      expect(belarus.channel[0].queued).toBeGreaterThanOrEqual(4);
      expect(belarus.channel[0].oldestQueued).not.toBeNull();
    } finally {
      process.kill(russia.pid, 'SIGCONT');
    }
    const queued = async () =>
      (await ask('belarus', 'liaison', '{ belarus { channel { queued } } }')).belarus.channel[0].queued;
    await until(async () => (await queued()) === 0, patience);
    const { russia: told } = await ask(
      'russia',
      'liaison',
      '{ russia { notices { nodes { kind direction release } } channel { parked { id } gaps refused } } }',
    );
    const granted = told.notices.nodes.filter(({ kind }: Data) => kind === 'RELEASE_GRANTED');
    expect(granted.map(({ release }: Data) => release).reverse()).toEqual(released);
    expect(told.channel).toEqual([{ parked: [], gaps: 0, refused: 0 }]);
  });
});
