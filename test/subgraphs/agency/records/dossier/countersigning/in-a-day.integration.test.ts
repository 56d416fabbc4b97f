import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dayOf } from '../../../../../../terms/days.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';
import { officersIn } from './support.ts';

const [itsCase, otherCase] = ['BY-2026-000001', 'BY-2026-000002'];
const plain = () => ({ handlingCode: 'ON_RELEASE' as const, releases: [], links: [] });
const named = (kind: string, n: number) => `BY-${kind}${String(n).padStart(12, '0')}`;
const free = Array.from({ length: 27 }, (_none, n) =>
  dossierOf(named('FREE', n), { ...plain(), shareable: {} }),
);
const proposed = Array.from({ length: 25 }, (_none, n) =>
  dossierOf(named('ASKD', n), {
    ...plain(),
    shareable: {
      proposal: { proposedBy: 'liaison-1', proposedAt: new Date(), reason: 'A network across the border' },
    },
  }),
);

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { dossiers: [...free, ...proposed] });
});

const { propose, act, versionOf } = officersIn(() => agency);
const dayOfOfficer = async (name: string) =>
  agency.models.officerDays.findById(`${dayOf(new Date())} ${name}`).lean();

test('an officer proposes fifty dossiers as SHAREABLE in a day, however many at once, and another one goes on', async () => {
  const busy = agency.as('BELARUS', 'INVESTIGATOR').called('busy proposing');
  const _id = `${dayOf(new Date())} busy proposing`;
  await agency.models.officerDays.create({ _id, proposedShareable: 47, at: new Date() });
  const proposals = () =>
    agency.models.dossiers.countDocuments({ 'shareable.proposal.proposedBy': 'busy proposing' });
  await Promise.all(free.slice(0, 22).map((each) => propose(each._id, each.version, busy)));
  const atOnce = await proposals();
  expect(atOnce).toBeLessThanOrEqual(3);
  // One by one, what too many at once have left of the fifty.
  const others = free.slice(22, 26);
  for (const each of others.slice(0, 3 - atOnce))
    expect(await propose(each._id, each.version, busy)).toMatchObject({ codes: [], dossier: {} });
  const [, , , further] = others;
  expect(further && (await propose(further._id, further.version, busy)).codes).toEqual(['QUOTA_SPENT']);
  expect(await proposals()).toBe(3);
  expect((await dayOfOfficer('busy proposing'))?.proposedShareable).toBe(50);
  expect(further && (await propose(further._id, further.version)).codes).toEqual([]);
});

describe('a proposal that is turned down', () => {
  const supervisor = (name: string, number: string | undefined) =>
    agency.as('BELARUS', 'SUPERVISOR').called(name).for('INVESTIGATION', number);
  const turnDown = async (by: Officer, { _id }: (typeof proposed)[number]) => {
    const answer = await act(by, 'turnDownShareable', {
      dossier: _id,
      version: await versionOf(_id),
    });
    return String(answer.codes[0] ?? answer.__typename);
  };
  const told = async (by: Officer) => {
    const { data } = await by.run(
      '{ belarus { notices(kinds: [TAKEN_BACK], first: 50) { nodes { dossier } } } }',
    );
    return (data.belarus.notices?.nodes ?? []).map(({ dossier }: { dossier: string }) => dossier);
  };

  test('from outside of the case is one of twenty in a day, however many at once, of which its supervisors are told', async () => {
    const rogue = supervisor('rogue', otherCase);
    const left = () => agency.models.dossiers.find({ 'shareable.proposal.proposedBy': 'liaison-1' }).lean();
    await Promise.all(proposed.slice(0, 23).map((each) => turnDown(rogue, each)));
    // One by one, what too many at once have left of the twenty.
    for (const each of proposed.slice(0, 23)) {
      if ((await left()).length <= 5) break;
      await turnDown(rogue, each);
    }
    expect(await left()).toHaveLength(5);
    const [one] = await left();
    expect(one && (await turnDown(rogue, one))).toBe('QUOTA_SPENT');
    expect((await dayOfOfficer('rogue'))?.takenBack).toBe(20);
    expect(await told(supervisor('of the case', itsCase))).toHaveLength(20);
    expect(await told(supervisor('rogue', otherCase))).toEqual([]);
  });

  test('by an officer of the case, or by its proposer, is bounded for nobody and told to nobody', async () => {
    const [one, other] = proposed.slice(23);
    if (!one || !other) throw new Error('there is no dossier');
    const own = supervisor('of the case', itsCase);
    const before = await told(own);
    expect(await turnDown(own, one)).toBe('BelarusRecordedDossier');
    expect(await turnDown(supervisor('liaison-1', otherCase), other)).toBe('BelarusRecordedDossier');
    expect(await told(own)).toEqual(before);
    for (const name of ['of the case', 'liaison-1'])
      expect((await dayOfOfficer(name))?.takenBack).toBeUndefined();
  });
});
