import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dayOf } from '../../../../../../terms/days.ts';
import { take } from '../../../../../actions/take.ts';
import { confirmedLink, dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';

const [itsCase, otherCase] = ['BY-2026-000001', 'BY-2026-000002'];
const idOf = (kind: string, n: number) => `BY-${kind}${String(n).padStart(12, '0')}`;
const abroad = (n: number) => `RU-FREE${String(n).padStart(12, '0')}`;
const free = Array.from({ length: 30 }, (_none, n) =>
  dossierOf(idOf('FREE', n), { handlingCode: 'ON_RELEASE', releases: [], links: [] }),
);
const linked = Array.from({ length: 4 }, (_none, n) =>
  dossierOf(idOf('J01N', n), confirmedLink(`RU-J01N${String(n).padStart(12, '0')}`)),
);

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { dossiers: [...free, ...linked] });
});

/** A liaison officer who investigates too, and so reads the dossiers of other cases; or a supervisor. */
const officer = (role: 'LIAISON' | 'SUPERVISOR', name: string, number = itsCase) =>
  agency
    .as('BELARUS', role, ...(role === 'LIAISON' ? (['INVESTIGATOR'] as const) : []))
    .called(name)
    .for('INVESTIGATION', number);
const stored = async (id: string) => agency.models.dossiers.findById(id).lean();
const dayOfOfficer = async (name: string) =>
  agency.models.officerDays.findById(`${dayOf(new Date())} ${name}`).lean();

async function came(by: Officer, action: string, dossier: string, input: object) {
  const { codes, problems, __typename } = await take(by, 'BELARUS', action, { dossier, ...input });
  return String(codes[0] ?? problems?.[0]?.code ?? __typename);
}
const done = 'BelarusRecordedDossier';

const proposeLink = async (by: Officer, dossier: string, foreign: string, decision = 'SAME') =>
  came(by, 'proposeLink', dossier, {
    version: (await stored(dossier))?.version,
    foreign: { dossier: foreign },
    decision,
    reason: 'As the documents say',
  });
const countersign = async (by: Officer, dossier: string, foreign: string) =>
  came(by, 'countersignLink', dossier, {
    version: (await stored(dossier))?.version,
    foreign: { dossier: foreign },
  });
const withdraw = (by: Officer, dossier: string, foreign: string, of: 'PROPOSAL' | 'DECISION') =>
  came(by, 'withdrawLink', dossier, { foreign: { dossier: foreign }, of, reason: 'No' });
const proposeRelease = async (by: Officer, dossier: string) =>
  came(by, 'proposeRelease', dossier, {
    version: (await stored(dossier))?.version,
    to: 'RUSSIA',
    classes: ['IDENTITY'],
    purposes: ['INVESTIGATION'],
    until: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 'For a joint case',
  });

describe('proposals of links and releases', () => {
  test('on dossiers of other cases are twenty an officer and day, both kinds together', async () => {
    const rogue = officer('LIAISON', 'rogue', otherCase);
    await agency.models.officerDays.create({
      _id: `${dayOf(new Date())} rogue`,
      proposed: 17,
      proposedOutside: 17,
      at: new Date(),
    });
    await Promise.all(free.slice(0, 10).map(({ _id }, n) => proposeLink(rogue, _id, abroad(n))));
    const proposed = () =>
      agency.models.dossiers.countDocuments({ 'links.own.proposal.proposedBy': 'rogue' });
    const atOnce = await proposed();
    expect(atOnce).toBeLessThanOrEqual(3);
    // One by one, what too many at once have left of the twenty.
    for (const { _id } of free.slice(10, 13 - atOnce))
      expect(await proposeLink(rogue, _id, abroad(10))).toBe(done);
    expect(await proposeLink(rogue, free[14]?._id ?? '', abroad(14))).toBe('QUOTA_SPENT');
    expect(await proposeRelease(rogue, free[14]?._id ?? '')).toBe('QUOTA_SPENT');
    expect((await dayOfOfficer('rogue'))?.proposedOutside).toBe(20);
    // Another officer, and one of the case, goes on.
    expect(await proposeLink(officer('LIAISON', 'honest'), free[14]?._id ?? '', abroad(14))).toBe(done);
  });

  test('are fifty in all', async () => {
    const busy = officer('LIAISON', 'busy');
    await agency.models.officerDays.create({
      _id: `${dayOf(new Date())} busy`,
      proposed: 48,
      at: new Date(),
    });
    const [first, second, third] = free.slice(20);
    expect(await proposeLink(busy, first?._id ?? '', abroad(20))).toBe(done);
    expect(await proposeRelease(busy, second?._id ?? '')).toBe(done);
    expect(await proposeRelease(busy, third?._id ?? '')).toBe('QUOTA_SPENT');
    expect((await dayOfOfficer('busy'))?.proposedOutside).toBeUndefined();
  });

  test('count as taken back for nobody who withdraws their own', async () => {
    const second = officer('LIAISON', 'second thoughts', otherCase);
    const id = free[25]?._id ?? '';
    expect(await proposeLink(second, id, abroad(25))).toBe(done);
    expect(await withdraw(second, id, abroad(25), 'PROPOSAL')).toBe(done);
    expect((await dayOfOfficer('second thoughts'))?.takenBack).toBeUndefined();
  });
});

describe('a link in force that officers of other cases part', () => {
  const notices = async () => {
    const { data } = await officer('SUPERVISOR', 'of the case').run(
      '{ belarus { notices(kinds: [TAKEN_BACK], first: 50) { nodes { dossier } } } }',
    );
    return (data.belarus.notices?.nodes ?? []).map(({ dossier }: { dossier: string }) => dossier);
  };
  const partedBy = async (n: number, name: string, number: string) => {
    const { _id, links } = linked[n] ?? {};
    const foreign = links?.[0]?.dossier ?? '';
    expect(
      await proposeLink(officer('LIAISON', `proposes ${n}`, otherCase), _id ?? '', foreign, 'DIFFERENT'),
    ).toBe(done);
    return countersign(officer('SUPERVISOR', name, number), _id ?? '', foreign);
  };

  test('is one of twenty that they take back in a day, and told to the supervisors of its case', async () => {
    const _id = `${dayOf(new Date())} parting`;
    await agency.models.officerDays.create({ _id, takenBack: 19, at: new Date() });
    expect(await partedBy(0, 'parting', otherCase)).toBe(done);
    expect(await notices()).toEqual([linked[0]?._id]);
    expect(await partedBy(1, 'parting', otherCase)).toBe('QUOTA_SPENT');
    expect((await stored(linked[1]?._id ?? ''))?.samePersonAs).toHaveLength(1);
  });

  test('is parted by an officer of its case without any count', async () => {
    expect(await partedBy(2, 'of the case', itsCase)).toBe(done);
    expect(await notices()).toEqual([linked[0]?._id]);
    expect((await dayOfOfficer('of the case'))?.takenBack).toBeUndefined();
  });
});
