import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { caseOf } from '../../../../support/world/cases.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import {
  act,
  type CrashPoint,
  crashPoints,
  draftOf,
  hour,
  type RequestAction,
  read,
  type TwoAgencies,
  twoAgencies,
  untilOf,
} from './support.ts';

const known = 'BY-CRASHED000000001';
const start = new Date('2026-12-01T12:00:00Z');
const minute = 60_000;

let world: TwoAgencies;
beforeAll(async () => {
  const plain = { cases: [caseOf.BELARUS], handlingCode: 'ON_RELEASE', releases: [], links: [] } as const;
  world = await twoAgencies(
    [dossierOf(known, { ...plain, cases: [...plain.cases], releases: [], links: [] })],
    start,
  );
});

/** An officer's step whose answer is lost, so that it is sent again under its key. */
async function stepTwice(
  own: 'belarus' | 'russia',
  officer: Officer,
  action: RequestAction,
  input: { request: string } & Record<string, unknown>,
  of = '',
) {
  const once = officer.withKey(`${action} ${input.request} ${of}`);
  const first = await act(own, once, action, input);
  const second = await act(own, once, action, input);
  expect([action, second.outcome?.__typename, second.id]).toEqual([action, 'RecordedRequest', first.id]);
  world.pass(minute);
  await world.settle();
  return second.half;
}

/** A whole life of a request whose every step meets the end of a process, and what both agencies hold in the end, without its names. */
async function lived(crash: CrashPoint | undefined, classes: string[]): Promise<string> {
  world.crashAt(crash);
  const begin = world.now.getTime();
  const liaison = () => world.as('BELARUS', 'LIAISON');
  const hit = await world.hit(known);
  const draft = { ...draftOf({ hit }), classes };
  const { id } = await act('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'draftRequest', draft);
  await stepTwice('russia', world.as('RUSSIA', 'SUPERVISOR'), 'authoriseRequest', { request: id });
  const sign = ({ version }: { version: number }, own: 'belarus' | 'russia', of: string) =>
    stepTwice(
      own,
      world.as(own === 'belarus' ? 'BELARUS' : 'RUSSIA', 'SUPERVISOR'),
      'countersignWords',
      { request: id, version, approves: true, neutrality: 'About the form alone' },
      of,
    );
  const question = { request: id, text: 'Which number?' };
  await sign(await stepTwice('belarus', liaison(), 'questionRequest', question), 'belarus', 'question');
  const reply = { request: id, text: 'This' };
  await sign(
    await stepTwice('russia', world.as('RUSSIA', 'LIAISON'), 'clarifyRequest', reply),
    'russia',
    'reply',
  );
  await stepTwice('belarus', liaison(), 'acceptRequest', { request: id });
  const until = new Date(world.now.getTime() + 48 * hour).toISOString();
  const longer = { request: id, until, reason: 'Much' };
  await sign(await stepTwice('belarus', liaison(), 'extendRequest', longer), 'belarus', 'reason');
  world.pass(25 * hour);
  await world.settle();
  const given = { request: id, kind: 'GRANTED', until: untilOf(world.now) };
  const { version } = await stepTwice('belarus', liaison(), 'proposeAnswer', given);
  const decision = { request: id, version, approves: true };
  await stepTwice('belarus', world.as('BELARUS', 'SUPERVISOR'), 'decideAnswer', decision);
  await stepTwice('russia', world.as('RUSSIA', 'INVESTIGATOR'), 'closeRequest', { request: id });
  world.crashAt(undefined);
  await world.settle();

  const halves = [
    (await read('russia', world.as('RUSSIA', 'SUPERVISOR'), id)).half,
    (await read('belarus', liaison(), id)).half,
  ];
  const dossier = await world.BELARUS.models.dossiers.findById(known).lean();
  const releases = dossier?.releases.filter(({ reason }) => reason.endsWith(id)) ?? [];
  const notices = await world.BELARUS.models.notices.find({ 'data.request': id }).sort({ place: 1 }).lean();
  expect([releases.length, halves.map(({ state }) => state)]).toEqual([1, ['CLOSED', 'GRANTED']]);
  const held = [
    halves.map(({ version: _, subject: _subject, ...half }) => half),
    notices.map(({ kind, at, data }) => [kind, at, data.part]),
  ];
  // The moments count from the beginning of each life.
  return JSON.stringify(held)
    .replaceAll(id, 'ID')
    .replaceAll(releases[0]?.id ?? '', 'RELEASE')
    .replaceAll(JSON.stringify(classes), 'CLASSES')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => String(Date.parse(at) - begin));
}

test('wherever a process ends, each step counts once, both agencies hold the same, and one release was made', async () => {
  const whole = await lived(undefined, ['CONTACT']);
  const pairs: [CrashPoint, string[]][] = crashPoints.map((crash, index) => [
    crash,
    [['IDENTITY'], ['CASE'], ['FINANCIAL'], ['TECHNICAL']][index] ?? [],
  ]);
  expect(pairs.length).toBeGreaterThan(3);
  for (const [crash, classes] of pairs) expect([crash, await lived(crash, classes)]).toEqual([crash, whole]);
});
