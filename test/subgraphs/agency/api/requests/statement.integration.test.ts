import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, type TwoAgencies, twoAgencies, untilOf } from './support.ts';

const known = 'BY-5TATEMENT00000001';
const text = 'VFREETEXT0001';
const statement = 'Facts of the case, and nothing about opinions';
const { provenance } = dossierOf(known).status;

let world: TwoAgencies;
beforeEach(async () => {
  const unsigned = { by: 'author', at: new Date(Date.now() - 1_000) };
  world = await twoAgencies([
    dossierOf(known, {
      cases: [caseOf.BELARUS],
      handlingCode: 'ON_RELEASE',
      releases: [],
      links: [],
      contacts: [
        {
          id: text,
          kind: 'MESSENGER',
          service: 'Telegram',
          value: 'words of somebody',
          provenance: { ...provenance, unsigned },
        },
      ],
    }),
  ]);
});
afterEach(() => world.stop());

/** Proposes to grant the request, and has a supervisor decide. */
async function decide(request: string, changed: { approves: boolean; neutrality?: string }) {
  const proposed = await act('belarus', world.as('BELARUS', 'LIAISON'), 'proposeAnswer', {
    request,
    kind: 'GRANTED',
    until: untilOf(world.now),
  });
  const { version } = proposed.half;
  return act('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', { request, version, ...changed });
}

async function isSigned(): Promise<boolean> {
  const dossier = await world.BELARUS.models.dossiers.findById(known).lean();
  return dossier?.contacts.find(({ id }) => id === text)?.provenance.unsigned === undefined;
}

const accepted = async () => world.accepted({ hit: await world.hit(known) }, { classes: ['CONTACT'] });

test('a statement on free texts is of the officer who signs with it', async () => {
  await decide(await accepted(), { approves: true, neutrality: statement });
  expect(await isSigned()).toBe(true);
});

test('a statement that came with a refusal signs nothing when another answer is approved', async () => {
  const id = await accepted();
  await decide(id, { approves: false, neutrality: statement });
  expect((await decide(id, { approves: true })).half).toMatchObject({ state: 'GRANTED' });
  expect(await isSigned()).toBe(false);
});

test('nor does one of an answer that was taken back, when time puts another in force', async () => {
  // By its id nothing is held there: the answer waits for the deadline.
  const id = await world.accepted({ dossier: known }, { classes: ['CONTACT'] });
  const first = await decide(id, { approves: true, neutrality: statement });
  const back = { request: id, version: first.half.version, approves: false };
  await act('belarus', world.as('BELARUS', 'SUPERVISOR').called('second'), 'decideAnswer', back);
  await decide(id, { approves: true });
  world.pass(8 * 3_600_000);
  await world.settle();
  expect((await world.BELARUS.models.requests.findById(id).lean())?.half).toMatchObject({
    end: { kind: 'GRANTED' },
  });
  expect(await isSigned()).toBe(false);
});
