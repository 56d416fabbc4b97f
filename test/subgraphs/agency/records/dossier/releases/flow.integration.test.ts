import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { confirmedLink, dossierOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import { grantRelease, proposalTo, proposeRelease, read, recallRelease } from './support.ts';

const dark = dossierOf('BY-DARK00000001', { handlingCode: 'ON_RELEASE' });
const linked = dossierOf('BY-J01NED000001', {
  handlingCode: 'ON_RELEASE',
  ...confirmedLink('RU-J01NED000001'),
});
const timed = dossierOf('BY-T1MED0000001', {
  handlingCode: 'ON_RELEASE',
  ...confirmedLink('RU-T1MED0000001'),
  releases: [releaseOf({ classes: ['IDENTITY'] })],
});

describe('a release, from its proposal to its recall', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [dark, linked, timed] });
  });

  const liaison = () => agency.as('BELARUS', 'LIAISON');
  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
  const foreign = () => agency.as('RUSSIA', 'INVESTIGATOR');
  const receipts = (answered: Awaited<ReturnType<typeof read>>) =>
    answered.redactions.map(({ coordinate, reason }) => `${coordinate} ${reason}`);

  test('opens nothing until it is granted, and nothing any more when it is recalled', async () => {
    const halves = async () => {
      const [onDark, onLinked] = [await read(foreign(), dark._id), await read(foreign(), linked._id)];
      return { dark: onDark.half, linked: onLinked.half, receipts: receipts(onLinked) };
    };
    const closed = { dark: null, linked: { id: linked._id, names: null, status: null } };
    const notReleased = ['BelarusDossier.names NOT_RELEASED', 'BelarusDossier.status NOT_RELEASED'];
    expect(await halves()).toEqual({ ...closed, receipts: notReleased });

    const [first, second] = [
      await proposeRelease(liaison(), proposalTo(dark._id)),
      await proposeRelease(liaison(), proposalTo(linked._id)),
    ];
    expect([first.__typename, second.__typename]).toEqual([
      'BelarusRecordedDossier',
      'BelarusRecordedDossier',
    ]);
    expect(await halves()).toEqual({ ...closed, receipts: notReleased });

    await grantRelease(supervisor(), dark._id, first.release);
    await grantRelease(supervisor(), linked._id, second.release);
    const open = { names: expect.arrayContaining([]), status: { stage: 'ACCUSED' } };
    expect(await halves()).toEqual({
      dark: { id: dark._id, ...open },
      linked: { id: linked._id, ...open },
      receipts: [],
    });

    await recallRelease(supervisor(), dark._id, first.release);
    await recallRelease(supervisor(), linked._id, second.release);
    expect(await halves()).toEqual({
      ...closed,
      receipts: ['BelarusDossier.names RELEASE_RECALLED', 'BelarusDossier.status RELEASE_RECALLED'],
    });
  });

  test('is on record in the history, with its officers', async () => {
    const { half } = await read(
      supervisor(),
      dark._id,
      'history(first: 3) { nodes { action by version changes { field before { name text } after { name text } } } }',
    );
    const { nodes } = half.history;
    expect(nodes.map(({ action, by }: { action: string; by: string }) => `${action} ${by}`)).toEqual([
      'RECALL_RELEASE belarus-supervisor',
      'GRANT_RELEASE belarus-supervisor',
      'PROPOSE_RELEASE belarus-liaison',
    ]);
    expect(nodes[0].changes).toMatchObject([{ field: 'RELEASES' }]);
    expect(nodes[0].changes[0].after).toContainEqual({ name: 'recallReason', text: 'It is over' });
  });

  test('ends by the owner’s clock, to the millisecond', async () => {
    const [release] = timed.releases;
    const until = release?.until.getTime() ?? 0;
    const before = await read(foreign().at(new Date(until - 1)), timed._id, 'id names { full }');
    expect(before.half.names).not.toBeNull();
    const after = await read(foreign().at(new Date(until)), timed._id, 'id names { full }');
    expect([after.half, receipts(after)]).toEqual([
      { id: timed._id, names: null },
      ['BelarusDossier.names RELEASE_EXPIRED'],
    ]);
  });

  test('is taken from who sends a dossier that there is not, or a release that there is not', async () => {
    expect(await proposeRelease(liaison(), proposalTo('BY-0000000000'))).toMatchObject({
      __typename: 'UnknownRecord',
    });
    expect(await grantRelease(supervisor(), dark._id, 'VNOWHERE')).toMatchObject({
      __typename: 'UnknownRecord',
    });
    expect(await recallRelease(supervisor(), 'not an id', 'V1')).toMatchObject({
      __typename: 'UnknownRecord',
    });
  });
});
