import { tellErasures } from '../../../../../../subgraphs/agency/jobs/tell-erasures.ts';
import { valuesOf } from '../../../../../../subgraphs/agency/records/values/values-of.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import { erasureNotices } from '../../../../../../subgraphs/agency/storage/notices/erasure-notices.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dayOf, daysAfter } from '../../../../../../terms/days.ts';
import { take } from '../../../../../actions/take.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { testMatch } from '../../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';

const ownCase = 'BY-2026-000001';
const otherCase = 'BY-2026-000002';
const ids = {
  ahead: 'BY-AHEAD0000001',
  both: 'BY-B0TH00000001',
  kept: 'BY-KEPT00000001',
  swapped: 'BY-SWAPPED00001',
};
const today = dayOf(new Date());

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, {
    dossiers: [
      dossierOf(ids.ahead, { recordedWith: 'a officer' }),
      dossierOf(ids.both, { recordedWith: 'b officer' }),
      dossierOf(ids.kept, { recordedWith: 'c officer' }),
      dossierOf(ids.swapped, { recordedWith: 'd officer' }),
    ],
  });
});

const telling = () => ({
  retention: retentionOf(agency.models, belarus.retention, testMatch),
  notices: erasureNotices(agency.models.notices),
  days: 7,
});
const investigator = () => agency.as('BELARUS', 'INVESTIGATOR').for('INVESTIGATION', ownCase);
const supervisor = (number = ownCase) => agency.as('BELARUS', 'SUPERVISOR').for('INVESTIGATION', number);

/** Takes a step from the version that there is. */
async function act(officer: Officer, action: string, input: { dossier: string; [name: string]: unknown }) {
  const { version } = (await agency.models.dossiers.findById(input.dossier).lean()) ?? {};
  const given = { ...(action !== 'takeBackRemoval' && { version }), ...input };
  const { __typename } = await take(officer, 'BELARUS', action, given);
  expect(__typename).toBe('BelarusRecordedDossier');
}

/** The erasures of a dossier ahead, as an officer is told of them. */
async function toldOf(officer: Officer, dossier: string) {
  const { data } = await officer.run(
    '{ belarus { notices(kinds: [ERASURE_AHEAD]) { nodes { dossier values until } } } }',
  );
  const { nodes } = data.belarus.notices as { nodes: { dossier: string; values: number }[] };
  return nodes.filter((notice) => notice.dossier === dossier);
}

test('supervisors of a dossier’s cases are told once, a week ahead, what retention will erase', async () => {
  const until = new Date(`${dayOf(daysAfter(new Date(), 6))}T00:00:00Z`);
  const [name] = dossierOf(ids.ahead).names;
  await agency.models.dossiers.updateOne(
    { _id: ids.ahead },
    { $set: { 'names.0.provenance.retainUntil': until, nextErasure: until } },
  );
  const told = (officer: Officer) => toldOf(officer, ids.ahead);
  expect(name).toBeDefined();
  expect(await tellErasures(telling(), daysAfter(new Date(), -2))).toBe(0);
  expect(await told(supervisor())).toEqual([]);
  await tellErasures(telling(), new Date());
  await tellErasures(telling(), daysAfter(new Date(), 1));
  const notice = { dossier: ids.ahead, values: 1, until: until.toISOString() };
  expect(await told(supervisor())).toEqual([notice]);
  expect(await told(supervisor(otherCase))).toEqual([]);
  expect(await told(agency.as('BELARUS', 'LIAISON').for('INVESTIGATION', ownCase))).toEqual([]);
  // Another number that goes on the same day is told anew, in the place of the first: a small notice would hide a large one.
  await agency.models.dossiers.updateOne(
    { _id: ids.ahead },
    { $set: { 'status.provenance.retainUntil': until } },
  );
  await tellErasures(telling(), daysAfter(new Date(), 1));
  const [all, ...others] = await told(supervisor());
  expect(all?.values).toBeGreaterThan(1);
  expect(others).toEqual([]);
});

describe('the notice of an erasure ahead', () => {
  const inSixDays = new Date(`${dayOf(daysAfter(new Date(), 6))}T00:00:00Z`);
  const told = (dossier: string) => toldOf(supervisor(), dossier);

  /** Two officers agree that the dossier ends with a value. */
  async function agreed(dossier: string, value: string | undefined, proposer: string) {
    const ending = { dossier, value, reason: 'no more', retainUntil: today, code: 'NOT_NEEDED' };
    const officer = investigator().called(proposer);
    await act(officer, 'setRetention', ending);
    await act(supervisor(), 'countersignRemoval', { dossier, values: [value] });
  }
  const takenBack = (dossier: string, value: string | undefined) =>
    act(supervisor(), 'takeBackRemoval', { dossier, values: [value] });

  test('stays while one of two endings of the dossier is left, and goes with the second', async () => {
    const { both: dossier } = ids;
    const { status, offences } = dossierOf(dossier);
    await agreed(dossier, status.id, 'ending-status');
    for (const { id } of offences) await agreed(dossier, id, `ending ${id}`);
    const all = { dossier, values: valuesOf(dossierOf(dossier)).length };
    expect(await told(dossier)).toMatchObject([all]);
    await takenBack(dossier, status.id);
    expect(await told(dossier)).toMatchObject([all]);
    await takenBack(dossier, offences[0]?.id);
    expect(await told(dossier)).toEqual([]);
    await tellErasures(telling(), new Date());
    expect(await told(dossier)).toEqual([]);
    // Agreed to once more, it is told once more.
    await agreed(dossier, status.id, 'ending-again');
    expect(await told(dossier)).toMatchObject([all]);
  });

  test('tells what is still due once the removal is taken back with which all would go', async () => {
    const { both: dossier } = ids;
    const { status } = dossierOf(dossier);
    await agency.models.dossiers.updateOne(
      { _id: dossier },
      { $set: { 'names.0.provenance.retainUntil': inSixDays, nextErasure: inSixDays } },
    );
    await tellErasures(telling(), new Date());
    const all = valuesOf(dossierOf(dossier)).length;
    const numbers = async () =>
      (await told(dossier)).map(({ values }) => values).sort((one, other) => one - other);
    expect(await numbers()).toEqual([1, all - 1]);
    await takenBack(dossier, status.id);
    expect(await told(dossier)).toEqual([{ dossier, values: 1, until: inSixDays.toISOString() }]);
    // The same day: all of them first, and then the one that is still due.
    await agency.models.dossiers.updateOne(
      { _id: dossier },
      { $set: { 'status.provenance.retainUntil': inSixDays } },
    );
    await tellErasures(telling(), new Date());
    expect(await numbers()).toEqual([all]);
    await agency.models.dossiers.updateOne(
      { _id: dossier },
      { $set: { 'status.provenance.retainUntil': status.provenance.retainUntil } },
    );
    await tellErasures(telling(), new Date());
    expect(await numbers()).toEqual([1]);
  });

  test('is told anew where as many others go on that day, and says that the whole dossier goes', async () => {
    const { swapped: dossier } = ids;
    const day = new Date(`${dayOf(daysAfter(new Date(), 5))}T00:00:00Z`);
    const due = async (field: string) => {
      await agency.models.dossiers.updateOne(
        { _id: dossier },
        { $set: { [`${field}.provenance.retainUntil`]: day, nextErasure: day } },
      );
      await tellErasures(telling(), new Date());
      const { data } = await supervisor().run(
        '{ belarus { notices(kinds: [ERASURE_AHEAD]) { nodes { id dossier values whole at } } } }',
      );
      const { nodes } = data.belarus.notices as {
        nodes: { id: string; dossier: string; values: number; whole: boolean; at: string }[];
      };
      return nodes.filter((notice) => notice.dossier === dossier);
    };
    const { names, contacts } = dossierOf(dossier);
    const first = await due('names.0');
    expect(first).toMatchObject([{ values: 1, whole: false }]);
    await agency.models.dossiers.updateOne({ _id: dossier }, { $set: { names } });
    const second = await due('contacts.0');
    expect(contacts).not.toEqual([]);
    expect(second).toMatchObject([{ values: 1, whole: false }]);
    expect(Date.parse(second[0]?.at ?? '')).toBeGreaterThan(Date.parse(first[0]?.at ?? ''));
    expect(await due('contacts.0')).toEqual(second);
    expect(await due('status')).toMatchObject([{ whole: true }]);
  });

  test('goes with the daily run where nothing of the dossier is due any more, and stays of what was erased', async () => {
    const { kept: dossier } = ids;
    const [name] = dossierOf(dossier).names;
    const due = (until: Date | undefined) =>
      agency.models.dossiers.updateOne(
        { _id: dossier },
        { $set: { 'names.0.provenance.retainUntil': until, nextErasure: until } },
      );
    const notice = { dossier, values: 1, until: inSixDays.toISOString() };
    await due(inSixDays);
    await tellErasures(telling(), new Date());
    expect(await told(dossier)).toEqual([notice]);
    await due(name?.provenance.retainUntil);
    await tellErasures(telling(), daysAfter(inSixDays, 1));
    expect(await told(dossier)).toEqual([notice]);
    await tellErasures(telling(), new Date());
    expect(await told(dossier)).toEqual([]);
  });
});
