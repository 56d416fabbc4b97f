import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { confirmedLink, dossierOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';
import { untilAnswered } from '../../../../../support/until-answered.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';

const otherCase = 'BY-2026-000002';
const nameOf = (kind: string, n: number) => `BY-${kind}${String(n).padStart(10 - kind.length, '0')}`;
const released = Array.from({ length: 22 }, (_none, n) =>
  dossierOf(nameOf('RE1', n), { releases: [releaseOf({ id: 'VGRANTED' })] }),
);
const linkedOnes = Array.from({ length: 3 }, (_none, n) =>
  dossierOf(nameOf('1NK', n), confirmedLink(`RU-1NK${String(n).padStart(7, '0')}`)),
);

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { dossiers: [...released, ...linkedOnes] });
});

const supervisor = (name: string, number: string) =>
  agency.as('BELARUS', 'SUPERVISOR').called(name).for('INVESTIGATION', number);

async function recall(
  by: ReturnType<typeof supervisor>,
  { _id }: (typeof released)[number],
): Promise<string> {
  const { data, codes } = await untilAnswered(() =>
    by.run(
      'mutation ($input: RecallReleaseInput!) { belarus { recallRelease(input: $input) { __typename } } }',
      { input: { dossier: _id, release: `VGRANTED`, reason: 'It was not needed' } },
    ),
  );
  return String(codes[0] ?? data.belarus.recallRelease.__typename);
}

async function withdraw(by: ReturnType<typeof supervisor>, { _id, links }: (typeof released)[number]) {
  const { data, codes } = await by.run(
    'mutation ($input: WithdrawLinkInput!) { belarus { withdrawLink(input: $input) { __typename } } }',
    {
      input: {
        dossier: _id,
        foreign: { dossier: links[0]?.dossier },
        of: 'DECISION',
        reason: 'They are two',
      },
    },
  );
  return String(codes[0] ?? data.belarus.withdrawLink.__typename);
}

const notices = async (by: ReturnType<typeof supervisor>) => {
  const { data } = await by.run(
    '{ belarus { notices(kinds: [TAKEN_BACK], first: 50) { nodes { dossier } } } }',
  );
  return (data.belarus.notices?.nodes ?? []).map(({ dossier }: { dossier: string }) => dossier);
};

describe('what an officer of another case takes back', () => {
  test('is one of twenty in a day, however many are asked at once, links and releases together', async () => {
    const rogue = supervisor('rogue', otherCase);
    const [link, another] = linkedOnes;
    expect(link && (await withdraw(rogue, link))).toBe('BelarusRecordedDossier');
    const outcomes = await Promise.all(released.slice(0, 21).map((each) => recall(rogue, each)));
    expect(outcomes.filter((each) => each === 'BelarusRecordedDossier')).toHaveLength(19);
    expect(outcomes.filter((each) => each === 'QUOTA_SPENT')).toHaveLength(2);
    expect(another && (await withdraw(rogue, another))).toBe('QUOTA_SPENT');
    const stored = await agency.models.dossiers.find({ 'releases.recall': { $exists: true } }).lean();
    expect(stored.length).toBeLessThanOrEqual(19);
  });

  test('is told to the supervisors of the dossier’s cases, and to nobody else', async () => {
    const told = await notices(supervisor('of the case', 'BY-2026-000001'));
    expect(told).toHaveLength(20);
    expect(told).toContain(linkedOnes[0]?._id);
    expect(await notices(supervisor('rogue', otherCase))).toEqual([]);
    expect(await notices(agency.as('RUSSIA', 'SUPERVISOR') as ReturnType<typeof supervisor>)).toEqual([]);
  });

  test('is told to the supervisors of its cases where its dossier becomes its owner’s alone', async () => {
    const own = supervisor('of the case', 'BY-2026-000001');
    const [, another] = linkedOnes;
    const { data, codes } = await own.run(
      `mutation ($input: HandlingCodeInput!) { belarus { changeHandlingCode(input: $input) { __typename } } }`,
      {
        input: {
          dossier: another?._id,
          version: another?.version,
          handlingCode: 'ORIGINATOR_ONLY',
          reason: 'An informant',
        },
      },
    );
    expect([codes, data]).toEqual([
      [],
      { belarus: { changeHandlingCode: { __typename: 'BelarusRecordedDossier' } } },
    ]);
    expect(await notices(own)).toContain(another?._id);
  });

  test('is bounded for nobody of the case, who is told of nothing', async () => {
    const own = supervisor('of the case', 'BY-2026-000001');
    const before = await notices(own);
    const left = released.at(-1);
    expect(left && (await recall(own, left))).toBe('BelarusRecordedDossier');
    expect(await notices(own)).toEqual(before);
    expect(
      (await agency.models.officerDays.find({ takenBack: { $exists: true } }).lean()).map(({ _id }) => _id),
    ).toEqual([expect.stringContaining('rogue')]);
  });
});
