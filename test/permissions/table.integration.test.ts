import { belarus } from '../../subgraphs/belarus/definition.ts';
import { russia } from '../../subgraphs/russia/definition.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { everythingOf, fieldOf } from '../support/coordinates/asked-of-agency.ts';
import { type AnswerOnDossier, differences } from '../support/coordinates/compare.ts';
import { everythingInProcess } from '../support/coordinates/everything-in-process.ts';
import { type Situation, situationsOf, type Viewpoint } from '../support/coordinates/situations.ts';
import { long } from '../support/long.ts';
import { actionRefusal, isVisible } from '../support/policy/oracle.ts';
import { everyPurpose, everyRole, type Owner, owners, type RoleName } from '../support/policy/table.ts';
import { isTwentieth } from '../support/twentieth.ts';

const pairs: RoleName[][] = [
  ['ANALYST', 'LIAISON'],
  ['PARTNER', 'INVESTIGATOR'],
  ['OVERSEER', 'SUPERVISOR'],
];
const other = { BELARUS: 'RUSSIA', RUSSIA: 'BELARUS' } as const;

const viewpoints: Viewpoint[] = owners.flatMap((owner) =>
  (['own', 'foreign'] as const).flatMap((side) =>
    [...everyRole.map((role) => [role]), [], ...pairs].flatMap((roles) =>
      everyPurpose.map((purpose) => ({ owner, side, roles, purpose })),
    ),
  ),
);

/** The first row of each role at each agency, on each side. */
const isFirst = ({ name, question: { roles, purpose } }: Situation): boolean =>
  roles.length <= 1 && purpose === 'INVESTIGATION' && name.startsWith('visible, ');

const withFirst = viewpoints.filter((viewpoint) => situationsOf(viewpoint).some(isFirst));
/** Every second one in each run, so that a role is asked for on one side at least. */
const byBothWays = withFirst.filter((_viewpoint, place) => place % long.times(2, 1) === 0);

/** The first rows, and every twentieth of the rest. */
function goesThroughGateway(situation: Situation): boolean {
  const { owner, side, roles, purpose } = situation.question;
  return isFirst(situation) || isTwentieth(`${owner} ${side} ${roles} ${purpose} ${situation.name}`);
}

describe('every coordinate of a dossier, whatever its state', () => {
  let federation: MarkedFederation;
  let inProcess: Record<Owner, ReturnType<typeof everythingInProcess>>;
  beforeAll(async () => {
    federation = await markedFederation();
    const { BELARUS, RUSSIA } = federation.databases;
    inProcess = {
      BELARUS: everythingInProcess(belarus, BELARUS.stores),
      RUSSIA: everythingInProcess(russia, RUSSIA.stores),
    };
  });
  afterAll(() => federation.stop());

  async function throughGateway(
    { id, question, mandate }: Situation,
    by: Pick<MarkedFederation, 'ask'> = federation,
  ): Promise<AnswerOnDossier> {
    const { owner, side, roles } = question;
    const ask = () =>
      by.ask(
        { agency: side === 'own' ? owner : other[owner], roles, mandate },
        { query: everythingOf(owner), variables: { id } },
      );
    let answered = await ask();
    // Thirty at once are more of one officer than a busy machine has time for.
    while (answered.status === 429) answered = await ask();
    const { status, body } = answered;
    expect(status).toBe(200);
    const { data, errors, extensions } = JSON.parse(body);
    return {
      dossier: data?.suspect?.[fieldOf(owner)],
      reads: data?.[fieldOf(owner)]?.reads,
      redactions: extensions?.redactions ?? [],
      errors,
      text: body,
    };
  }

  async function ask(situation: Situation) {
    const { name, id, state, question, mandate } = situation;
    const way = goesThroughGateway(situation) ? 'through the gateway' : 'in process';
    const answer = await (way === 'in process' ? inProcess[question.owner] : throughGateway)(situation);
    // The record of reads names dossiers itself, to whom it is for.
    const isUnknown = !isVisible(question, state) && actionRefusal(question, 'Query/reads') !== undefined;
    return {
      found: differences(question, { id, state }, answer).map((one) => `${name}, ${way}: ${one}`),
      unknown: isUnknown ? [answer.text.replaceAll(id, 'ID')] : [],
      asked: `${way} ${mandate.legalBasis}`,
    };
  }

  test.each(viewpoints)('is told to $side $roles as $owner decides for $purpose', async (viewpoint) => {
    const answers = await Promise.all(situationsOf(viewpoint).map(ask));
    expect(answers.flatMap(({ found }) => found)).toEqual([]);
    // What is dark, what is a hit only and what nobody has, have one answer to the byte, under each legal basis.
    const unknown = answers.filter(({ unknown: each }) => each.length > 0);
    expect(new Set(unknown.flatMap(({ asked, unknown: each }) => `${asked} ${each}`)).size).toBe(
      new Set(unknown.map(({ asked }) => asked)).size,
    );
  });

  test.each(byBothWays)(
    'is told to $side $roles as $owner decides by the short way and by Apollo Server alike',
    async (viewpoint) => {
      for (const situation of situationsOf(viewpoint).filter(isFirst)) {
        // Twice, so that every text is prepared.
        for (const _time of [1, 2]) await throughGateway(situation, federation.by('judged'));
        const before = await federation.ways();
        const short = await throughGateway(situation, federation.by('short'));
        const after = await federation.ways();
        expect(after.gateway).toEqual({ ...before.gateway, prepared: before.gateway.prepared + 1 });
        expect(after.agencies.judged).toBe(before.agencies.judged);
        const judged = await throughGateway(situation, federation.by('judged'));
        for (const answer of [short, judged])
          expect(differences(situation.question, situation, answer)).toEqual([]);
        // Each read is on record, so the record differs by one.
        expect({ ...short, reads: [], text: '' }).toEqual({ ...judged, reads: [], text: '' });
      }
    },
  );

  test('goes through the gateway for every role at each agency, and for one row in twenty', () => {
    const rows = viewpoints.flatMap(situationsOf);
    const through = rows.filter(goesThroughGateway);
    const met = new Set(through.map(({ question: { owner, side, roles } }) => `${owner} ${side} ${roles}`));
    for (const owner of owners)
      for (const side of ['own', 'foreign'])
        for (const role of everyRole) expect(met).toContain(`${owner} ${side} ${role}`);
    expect(through.length).toBeGreaterThan(rows.length / 30);
    expect(through.length).toBeLessThan(rows.length / 8);
  });
});
