import type { Officer } from '../../../../support/world/officer.ts';
import { act, bareDossier, draftOf, hour, type TwoAgencies, twoAgencies } from './support.ts';

const known = 'BY-WA1T1NG000000001';
const dark = 'BY-WA1T1NG000000002';

let world: TwoAgencies;
beforeAll(async () => {
  world = await twoAgencies([bareDossier(known), bareDossier(dark, { handlingCode: 'ORIGINATOR_ONLY' })]);
});

/** The steps on requests that wait for an officer, in a line each. */
async function waiting(own: 'belarus' | 'russia', officer: Officer, first = 50): Promise<string[]> {
  const document = `{ ${own} { waiting(first: ${first}, kinds: [REQUEST_TO_AUTHORISE, REQUEST_TO_CLARIFY, REQUEST_TO_ACCEPT, REQUEST_TO_ANSWER,
    ANSWER_TO_DECIDE, QUESTION_TO_COUNTERSIGN, EXTENSION_TO_COUNTERSIGN, CLARIFICATION_TO_COUNTERSIGN]) { nodes { kind due steps { action } ... on WaitingRequest { request { id } } } } } }`;
  const { data } = await officer.run(document);
  return data[own].waiting.nodes.map(
    ({ kind, request, steps }: { kind: string; request: { id: string }; steps: { action: string }[] }) =>
      `${request.id} ${kind} ${steps.map(({ action }) => action).join(' ')}`,
  );
}

/** A supervisor's word on what an officer has written, as it was read. */
const sign = (own: 'belarus' | 'russia', officer: Officer, { id, half }: Awaited<ReturnType<typeof act>>) =>
  act(own, officer, 'countersignWords', {
    request: id,
    version: half.version,
    approves: true,
    neutrality: 'About the form alone',
  });

test('each step on a request waits for the officers who may take it, and for nobody once it is taken', async () => {
  const both = world.as('RUSSIA', 'INVESTIGATOR', 'SUPERVISOR').called('drafter');
  const liaison = () => world.as('BELARUS', 'LIAISON');
  const supervisor = () => world.as('BELARUS', 'SUPERVISOR');
  const { id } = await act('russia', both, 'draftRequest', draftOf({ hit: await world.hit(known) }));
  expect(await waiting('russia', both)).toEqual([]);
  const authoriser = () => world.as('RUSSIA', 'SUPERVISOR');
  expect(await waiting('russia', authoriser())).toEqual([
    `${id} REQUEST_TO_AUTHORISE AUTHORISE_REQUEST WITHDRAW_REQUEST`,
  ]);
  await act('russia', authoriser(), 'authoriseRequest', { request: id });
  await world.settle();
  expect(await waiting('russia', authoriser())).toEqual([]);
  expect(await waiting('belarus', liaison())).toEqual([
    `${id} REQUEST_TO_ACCEPT ACCEPT_REQUEST QUESTION_FORM QUESTION_REQUEST PROPOSE_ANSWER`,
  ]);
  const asked = await act('belarus', liaison(), 'questionRequest', { request: id, text: 'Which number?' });
  expect(await waiting('belarus', liaison())).toEqual([]);
  expect(await waiting('belarus', supervisor())).toEqual([`${id} QUESTION_TO_COUNTERSIGN COUNTERSIGN_WORDS`]);
  expect(await waiting('belarus', supervisor().called('belarus-liaison'))).toEqual([]);
  await sign('belarus', supervisor(), asked);
  await world.settle();
  expect(await waiting('belarus', liaison())).toEqual([]);
  expect(await waiting('russia', world.as('RUSSIA', 'LIAISON'))).toEqual([
    `${id} REQUEST_TO_CLARIFY CLARIFY_REQUEST`,
  ]);
  const reply = { request: id, text: 'The first' };
  const replied = await act('russia', world.as('RUSSIA', 'LIAISON'), 'clarifyRequest', reply);
  expect(await waiting('russia', world.as('RUSSIA', 'LIAISON'))).toEqual([]);
  expect(await waiting('russia', authoriser())).toEqual([
    `${id} CLARIFICATION_TO_COUNTERSIGN COUNTERSIGN_WORDS`,
  ]);
  await sign('russia', authoriser(), replied);
  await world.settle();
  await act('belarus', liaison(), 'acceptRequest', { request: id });
  expect(await waiting('belarus', liaison())).toEqual([
    `${id} REQUEST_TO_ANSWER PROPOSE_ANSWER EXTEND_REQUEST`,
  ]);
  await act('belarus', liaison(), 'proposeAnswer', { request: id, kind: 'REFUSED', ground: 'SAFETY' });
  expect(await waiting('belarus', liaison())).toEqual([]);
  expect(await waiting('belarus', supervisor())).toEqual([`${id} ANSWER_TO_DECIDE DECIDE_ANSWER`]);
  expect(await waiting('belarus', supervisor().for('INVESTIGATION', 'BY-2026-000777'))).toHaveLength(1);
  expect(await waiting('belarus', liaison().called('belarus-other'))).toEqual([]);
});

test('nothing waits on a request of which there is nothing that may be told, once its form is in order', async () => {
  const id = await world.sent({ dossier: dark });
  expect(await waiting('belarus', world.as('BELARUS', 'LIAISON'))).toHaveLength(1);
  await act('belarus', world.as('BELARUS', 'LIAISON'), 'acceptRequest', { request: id });
  expect(await waiting('belarus', world.as('BELARUS', 'LIAISON'))).toEqual([]);
  world.pass(9 * hour);
  await world.settle();
  expect(await waiting('belarus', world.as('BELARUS', 'LIAISON'))).toEqual([]);
});

test('a request that has ended and is not written yet hides none behind it', async () => {
  const ended = await world.sent({ dossier: known }, { classes: ['CASE'] });
  const open = await world.sent({ dossier: known }, { classes: ['VICTIM'], urgency: 'OTHER' });
  const liaison = () => world.as('BELARUS', 'LIAISON');
  await act('belarus', liaison(), 'acceptRequest', { request: ended });
  const line = `${open} REQUEST_TO_ACCEPT ACCEPT_REQUEST QUESTION_FORM QUESTION_REQUEST PROPOSE_ANSWER`;
  expect(await waiting('belarus', liaison())).toEqual([
    `${ended} REQUEST_TO_ANSWER PROPOSE_ANSWER EXTEND_REQUEST`,
    line,
  ]);
  world.pass(8 * hour);
  expect(await waiting('belarus', liaison())).toEqual([line]);
  expect(await waiting('belarus', liaison(), 1)).toEqual([line]);
});
