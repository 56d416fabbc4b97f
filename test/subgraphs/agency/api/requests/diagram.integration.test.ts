import { readFileSync } from 'node:fs';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import { act, draftOf, hour, type RequestAction, type TwoAgencies, twoAgencies, untilOf } from './support.ts';

const known = 'BY-D1AGRAM000000001';
const page = readFileSync('docs/requests.md', 'utf8');
const [, diagram = ''] = /```mermaid\n(sequenceDiagram\n[\s\S]*?)```/.exec(page) ?? [];
/** The arrows of the diagram: who, to whom, and what. */
const arrows = [...diagram.matchAll(/^ {2}(\w)->>(\w): (\S+)$/gm)].map(
  ([, from = '', to = '', what = '']) => ({
    from,
    to,
    what,
  }),
);
const role = { I: 'INVESTIGATOR', S: 'SUPERVISOR', M: 'LIAISON', L: 'LIAISON', V: 'SUPERVISOR' } as const;

let world: TwoAgencies;
beforeAll(async () => {
  const handed = { cases: [caseOf.BELARUS], handlingCode: 'ON_RELEASE', releases: [], links: [] } as const;
  world = await twoAgencies([
    dossierOf(known, { ...handed, cases: [...handed.cases], releases: [], links: [] }),
  ]);
});

test('the sequence diagram of docs/requests.md can be walked, arrow by arrow', async () => {
  let id = '';
  let version = 1;
  const inputs: Partial<Record<RequestAction, () => Promise<object> | object>> = {
    draftRequest: async () => draftOf({ hit: await world.hit(known) }),
    countersignWords: () => ({ version, approves: true, neutrality: 'About the form alone' }),
    questionRequest: () => ({ text: 'Which of the two numbers is meant?' }),
    clarifyRequest: () => ({ text: 'The first one' }),
    extendRequest: () => ({
      until: new Date(world.now.getTime() + 48 * hour).toISOString(),
      reason: 'Many papers',
    }),
    proposeAnswer: () => ({ kind: 'GRANTED', until: untilOf(world.now) }),
    decideAnswer: () => ({ version, approves: true }),
  };
  expect(arrows.length).toBeGreaterThan(12);
  for (const { from, to, what } of arrows) {
    world.pass(60_000);
    if (from === 'R' || from === 'B') {
      expect(what.startsWith('concord.request.')).toBe(true);
      const models = world[from === 'R' ? 'RUSSIA' : 'BELARUS'].models;
      const before = await models.outbox.countDocuments({ type: what });
      expect(await world.settle()).not.toContainEqual(expect.objectContaining({ parked: expect.anything() }));
      expect(await models.outbox.countDocuments({ type: what })).toBe(before + 1);
      continue;
    }
    const agency = to === 'R' ? 'RUSSIA' : 'BELARUS';
    const action = what as RequestAction;
    const officer = world.as(agency, role[from as keyof typeof role]);
    const given = { ...(action !== 'draftRequest' && { request: id }), ...(await inputs[action]?.()) };
    const { outcome, half, ...taken } = await act(
      agency === 'RUSSIA' ? 'russia' : 'belarus',
      officer,
      action,
      given,
    );
    expect([action, outcome]).toEqual([action, expect.objectContaining({ __typename: 'RecordedRequest' })]);
    id = taken.id;
    version = half.version;
  }
});
