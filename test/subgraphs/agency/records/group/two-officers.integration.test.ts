import { runRetention } from '../../../../../subgraphs/agency/jobs/run-retention.ts';
import { mostRecordedGroupsADay } from '../../../../../subgraphs/agency/records/group/new-group.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { Agency } from '../../../../../terms/agencies.ts';
import { dayOf } from '../../../../../terms/days.ts';
import { type Taken, take } from '../../../../actions/take.ts';
import { dossierOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { testMatch } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';
import { read } from '../dossier/releases/support.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' } as const;
const slur = { kind: 'CALL_CENTRE', name: 'The rally crowd', provenance };
const neutrality = 'They call themselves so, in the chat that was seized';
const nobody = 'BYG-0000000000000000';
const member = 'BY-GR0VPMEMBER01';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

const group = `id name version waiting { value field by isFreeText terms } members { nodes { rank dossier { id } } }`;

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus);
});
beforeEach(async () => {
  await agency.models.dossiers.deleteMany({});
  await agency.models.reads.deleteMany({});
});

const investigator = () => agency.as('BELARUS', 'INVESTIGATOR');
const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
const abroad = () => agency.as('RUSSIA', 'INVESTIGATOR');

async function act(officer: Officer, action: string, input: object): Promise<Taken & { id: string }> {
  const taken = await take(officer, 'BELARUS', action, input, `group { ${group} }`);
  return { ...taken, id: taken.of ?? '' };
}
const amend = (id: string, version: number, officer = investigator(), given = slur) =>
  act(officer, 'amendGroup', { group: id, version, ...given });
const sign = (id: string, version: number, officer = supervisor(), given: object = { neutrality }) =>
  act(officer, 'countersignGroup', { group: id, version, ...given });

/** A group with a member whose dossier both agencies see. */
async function recorded(officer = investigator()): Promise<string> {
  const { id } = await act(officer, 'recordGroup', slur);
  const membership = { id: 'VMEMBER', group: id, rank: 'LEADER' as const };
  const at = new Date('2026-01-01T00:00:00Z');
  const known = { ...provenance, recordedAt: at, retainUntil: new Date('2036-01-01'), contested: false };
  await agency.models.dossiers.create([
    dossierOf(member, {
      handlingCode: 'ON_RELEASE',
      releases: [releaseOf({ id: 'VGRANTED', classes: ['IDENTITY', 'CASE'], until: inDays(30) })],
      memberships: [{ ...membership, provenance: known }],
    }),
  ]);
  return id;
}

/** All that an officer is told of a group by its id, with its receipts; where they were told of it, its id is named alike. */
async function told(officer: Officer, id: string) {
  const { data, codes, redactions } = await officer.run(
    `query ($id: ID!) { belarus { group(id: $id) { ${group} } } }`,
    { id },
  );
  return { group: data.belarus.group, text: JSON.stringify({ data, codes, redactions }) };
}
const memberships = async (officer: Officer) =>
  (await read(officer, member, `memberships { rank group { name } }`)).half?.memberships;

describe('a group that one officer has recorded', () => {
  test('is to another agency as one that there is not, to the byte, its receipts too, and its member in no group', async () => {
    const id = await recorded();
    expect((await told(abroad(), id)).text).toBe((await told(abroad(), nobody)).text);
    expect(await memberships(abroad())).toEqual([{ rank: 'LEADER', group: null }]);
    expect((await told(investigator(), id)).group).toMatchObject({ name: slur.name });
    expect(await memberships(investigator())).toEqual([{ rank: 'LEADER', group: { name: slur.name } }]);
  });

  test('is on no record of what another agency has read', async () => {
    const id = await recorded();
    await told(abroad(), id);
    await memberships(abroad());
    await told(supervisor(), id);
    const readBy = async (reader: Agency) =>
      (await agency.models.reads.find({ agency: reader }).lean()).flatMap(({ groups }) => groups ?? []);
    expect(await readBy('RUSSIA')).toEqual([]);
    expect(await readBy('BELARUS')).toContain(id);
  });

  test('is told to the owner’s officers as waiting, with the terms in its name, and to no others', async () => {
    const id = await recorded();
    const waiting = {
      value: '1',
      field: 'GROUP',
      by: 'belarus-investigator',
      isFreeText: true,
      terms: ['rally'],
    };
    expect((await told(supervisor(), id)).group.waiting).toEqual(waiting);
    expect((await told(agency.as('BELARUS', 'ANALYST'), id)).group).toMatchObject({ waiting: null });
  });

  test('is seen abroad, with its members, once a supervisor has countersigned it', async () => {
    const id = await recorded();
    const done = await sign(id, 1);
    expect(done.group).toMatchObject({ version: 2, waiting: null });
    expect((await told(abroad(), id)).group).toMatchObject({
      name: slur.name,
      members: { nodes: [{ rank: 'LEADER', dossier: { id: member } }] },
    });
    expect(await memberships(abroad())).toEqual([{ rank: 'LEADER', group: { name: slur.name } }]);
    expect((await historyOf(agency.models, id)).at(-1)).toMatchObject({
      by: 'belarus-supervisor',
      action: 'COUNTERSIGN_VALUES',
      changes: [{ value: '1' }, { value: '2', reason: neutrality }],
    });
  });

  test('is not countersigned by that officer, whatever their roles, but by another one', async () => {
    const both = agency.as('BELARUS', 'INVESTIGATOR', 'SUPERVISOR');
    const id = await recorded(both);
    expect((await sign(id, 1, both)).problems).toEqual([{ path: 'group', code: 'SAME_OFFICER' }]);
    expect((await told(abroad(), id)).group).toBeNull();
    expect((await sign(id, 1)).group).toMatchObject({ version: 2 });
  });

  test('is countersigned with a word on its neutrality alone, by a supervisor, on a ground that counts abroad', async () => {
    const id = await recorded();
    expect((await sign(id, 1, supervisor(), { neutrality: ' ' })).problems).toEqual([
      { path: 'neutrality', code: 'MISSING' },
    ]);
    expect((await sign(id, 1, agency.as('BELARUS', 'LIAISON'))).codes).toEqual(['FORBIDDEN']);
    expect((await sign(id, 1, agency.as('RUSSIA', 'SUPERVISOR'))).codes).toEqual(['FORBIDDEN']);
    expect((await sign(id, 1, supervisor().under('NATIONAL_LAW'))).codes).toEqual(['MANDATE_INVALID']);
    expect((await told(abroad(), id)).group).toBeNull();
    expect((await sign(nobody, 1)).__typename).toBe('UnknownRecord');
  });

  test('takes a step of those alone who may read it: where policy asks the record, by a member’s dossier', async () => {
    const id = await recorded();
    const [ofCase, ofAnother] = ['BY-2026-000001', 'BY-2026-000099'];
    for (const named of [id, nobody]) {
      const refused = await sign(named, 1, supervisor().for('PREVENTION', ofAnother));
      expect(refused.codes).toEqual(['FORBIDDEN']);
      expect((await amend(named, 1, investigator().for('DETECTION', ofAnother))).codes).toEqual([
        'FORBIDDEN',
      ]);
    }
    expect((await sign(nobody, 1, supervisor().for('PREVENTION', ofCase))).codes).toEqual(['FORBIDDEN']);
    expect((await sign(id, 1, supervisor().for('PREVENTION', ofCase))).group).toMatchObject({ version: 2 });
    expect((await amend(id, 2, investigator().for('DETECTION', ofCase))).group).toMatchObject({ version: 3 });
  });

  test('is countersigned once', async () => {
    const id = await recorded();
    const again = () => sign(id, 1, supervisor().withKey('one-signature'));
    expect((await again()).group).toMatchObject({ version: 2 });
    expect((await again()).group).toMatchObject({ version: 2 });
    expect((await sign(id, 2, supervisor().withKey('one-signature'))).codes).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect((await sign(id, 1)).currentVersion).toBe(2);
    expect((await sign(id, 2)).problems).toEqual([{ path: 'group', code: 'NOT_PROPOSED' }]);
  });
});

describe('a group that was countersigned', () => {
  test('is read abroad as it was, to the byte, however often officers amend it, until another has countersigned that', async () => {
    const id = await recorded();
    await sign(id, 1);
    const seen = await told(abroad(), id);
    expect(seen.group).toMatchObject({ name: slur.name, version: 2 });
    const both = agency.as('BELARUS', 'INVESTIGATOR', 'SUPERVISOR');
    await amend(id, 2, investigator(), { ...slur, kind: 'FRAUD_GROUP', name: 'A name between' } as never);
    expect((await told(abroad(), id)).text).toBe(seen.text);
    await amend(id, 3, both, { ...slur, name: 'Another name' });
    expect((await told(abroad(), id)).text).toBe(seen.text);
    expect(await memberships(abroad())).toEqual([{ rank: 'LEADER', group: { name: slur.name } }]);
    // At home it is what it is: another name, which waits.
    expect((await told(supervisor(), id)).group).toMatchObject({
      name: 'Another name',
      version: 4,
      waiting: { value: '4', by: 'belarus-investigator-supervisor' },
    });
    expect((await sign(id, 4, both)).problems).toEqual([{ path: 'group', code: 'SAME_OFFICER' }]);
    // Whoever did it the time before may: the name is now another officer's.
    expect((await sign(id, 4)).group).toMatchObject({ name: 'Another name', version: 5 });
    expect((await told(abroad(), id)).group).toMatchObject({ name: 'Another name', version: 5 });
    expect(await agency.models.groups.findById(id).lean()).not.toHaveProperty('vouched');
  });

  test('is in no dossier abroad from which a member is taken out, whatever waits', async () => {
    const id = await recorded();
    await sign(id, 1);
    await amend(id, 2, investigator(), { ...slur, name: 'Another name' });
    const input = { dossier: member, version: 1, remove: ['VMEMBER'] };
    const { codes } = await investigator().run(
      'mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) { __typename } } }',
      { input },
    );
    expect(codes).toEqual([]);
    expect(await memberships(abroad())).toEqual([]);
    expect((await told(abroad(), id)).group?.members.nodes ?? []).toEqual([]);
  });

  test('that was amended before amendments left it in force is dark abroad until it is countersigned', async () => {
    const id = await recorded();
    await sign(id, 1);
    await amend(id, 2, investigator(), { ...slur, name: 'Another name' });
    await agency.models.groups.updateOne({ _id: id }, { $unset: { vouched: 1 } });
    const none = (await told(abroad(), nobody)).text;
    expect((await told(abroad(), id)).text).toBe(none);
    await amend(id, 3, investigator(), { ...slur, name: 'One more' });
    expect((await told(abroad(), id)).text).toBe(none);
    await sign(id, 4);
    expect((await told(abroad(), id)).group).toMatchObject({ name: 'One more', version: 5 });
  });

  test('keeps beside the amendment what two officers stood for, and no mark of one who waits', async () => {
    const id = await recorded();
    await sign(id, 1);
    await amend(id, 2, investigator().called('amender'), { ...slur, name: 'Another name' });
    const { vouched } = (await agency.models.groups.findById(id).lean()) ?? {};
    expect(vouched).toMatchObject({ kind: slur.kind, name: slur.name, version: 2 });
    expect(vouched?.provenance).not.toHaveProperty('unsigned');
  });

  test('is one that waits for nobody: those of before countersignatures are seen as they were', async () => {
    const id = await recorded();
    await agency.models.groups.updateOne({ _id: id }, { $unset: { 'provenance.unsigned': 1 } });
    expect((await told(abroad(), id)).group).toMatchObject({ name: slur.name });
    expect((await told(supervisor(), id)).group.waiting).toBeNull();
  });
});

describe('what a countersignature leaves in the history of a group', () => {
  test('is forgotten with the name that it is about, the note on it too', async () => {
    const until = (days: number) => ({ ...provenance, retainUntil: inDays(days).toISOString().slice(0, 10) });
    const short = { ...slur, provenance: until(10) };
    const { id } = await act(investigator(), 'recordGroup', short);
    await sign(id, 1);
    await amend(id, 2, investigator(), { ...slur, name: 'A later name', provenance: until(1_000) });
    const store = retentionOf(agency.models, belarus.retention, testMatch);
    const history = async () => JSON.stringify(await historyOf(agency.models, id));
    await runRetention(store, inDays(5));
    expect(await agency.models.groups.findById(id).lean()).toMatchObject({ vouched: { name: slur.name } });
    expect(await history()).toMatch(/rally crowd.*seized.*A later name/s);
    await runRetention(store, inDays(15));
    expect(await history()).not.toMatch(/rally crowd|seized/);
    expect(await history()).toContain('A later name');
    // The countersigned name was kept for as long, and is gone too.
    expect(await agency.models.groups.findById(id).lean()).not.toHaveProperty('vouched');
    expect(await agency.models.groups.findById(id).lean()).toMatchObject({ name: 'A later name' });
  });
});

describe('where an agency’s policy lets time countersign', () => {
  let kept: AgencyInProcess;
  beforeAll(async () => {
    kept = agency;
    agency = await agencyInProcess({ ...belarus, policy: { ...belarus.policy, unsignedDays: 3 } }, {});
  });
  afterAll(async () => {
    await agency.stop();
    agency = kept;
  });

  test('a group is seen abroad after so many days, and not before', async () => {
    const id = await recorded();
    const later = (days: number) => abroad().at(inDays(days));
    expect((await told(later(2), id)).group).toBeNull();
    expect((await told(later(4), id)).group).toMatchObject({ name: slur.name });
    // What time has countersigned stays in force as what an officer has.
    await amend(id, 1, investigator().at(inDays(4)), { ...slur, name: 'Another name' });
    expect((await told(later(5), id)).group).toMatchObject({ name: slur.name, version: 1 });
    expect((await told(later(8), id)).group).toMatchObject({ name: 'Another name', version: 2 });
  });
});

test('an officer amends twenty groups in a day, and another one goes on', async () => {
  const id = await recorded();
  const busy = investigator().called('busy with groups');
  await agency.models.officerDays.create({
    _id: `${dayOf(new Date())} busy with groups`,
    amended: 19,
    at: new Date(),
  });
  expect(await amend(id, 1, busy)).toMatchObject({ codes: [], group: { version: 2 } });
  expect((await amend(id, 2, busy)).codes).toEqual(['QUOTA_SPENT']);
  expect((await agency.models.groups.findById(id).lean())?.version).toBe(2);
  expect(await amend(id, 2)).toMatchObject({ codes: [], group: { version: 3 } });
});

test('an officer records fifty groups in a day, however many at once, and another one goes on', async () => {
  const busy = investigator().called('busy recording');
  const record = (officer: Officer) => act(officer, 'recordGroup', slur);
  await agency.models.officerDays.create({
    _id: `${dayOf(new Date())} busy recording`,
    recordedGroups: mostRecordedGroupsADay - 3,
    at: new Date(),
  });
  const first = busy.withKey('first-of-the-last');
  const { id } = await record(first);
  const before = await agency.models.groups.countDocuments();
  const answers = await Promise.all(Array.from({ length: 6 }, () => record(busy)));
  const codes = answers.flatMap((answer) => answer.codes);
  expect(codes).toEqual(['QUOTA_SPENT', 'QUOTA_SPENT', 'QUOTA_SPENT', 'QUOTA_SPENT']);
  expect(await agency.models.groups.countDocuments()).toBe(before + 2);
  // One that was recorded before is told again to whoever did not hear of it.
  expect(await record(first)).toMatchObject({ codes: [], id });
  expect(await record(investigator())).toMatchObject({ codes: [], group: { version: 1 } });
  // Amendments have a count of their own.
  expect(await amend(id, 1, busy)).toMatchObject({ codes: [], group: { version: 2 } });
});
