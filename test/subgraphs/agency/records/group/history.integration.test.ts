import { runRetention } from '../../../../../subgraphs/agency/jobs/run-retention.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { take } from '../../../../actions/take.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { testMatch } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const named = (name: string, retainUntil = inDays(1_000)) => ({
  kind: 'CALL_CENTRE',
  name,
  provenance: { ...provenance, retainUntil: retainUntil.toISOString().slice(0, 10) },
});

describe('the history of a group', () => {
  let agency: AgencyInProcess;
  let id: string;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus);
  });

  const investigator = () => agency.as('BELARUS', 'INVESTIGATOR');
  async function act(officer: Officer, action: string, input: object) {
    const taken = await take(officer, 'BELARUS', action, input, 'group { version name }');
    return { ...taken, id: taken.of ?? '' };
  }
  const amend = (key: string, version: number, given: object) =>
    act(investigator().withKey(key), 'amendGroup', { group: id, version, ...given });

  test('has a line for each step, with what was said before and after it', async () => {
    ({ id } = await act(investigator(), 'recordGroup', named('Office on the river', inDays(10))));
    await amend('first-amendment', 1, named('Office at the bridge', inDays(20)));
    await amend('second-amendment', 2, named('Office in the yard'));
    const read = `query ($id: ID!) { belarus { group(id: $id) { version history { nodes {
      version by action changes { field value before { name text } after { name text } } } } } } }`;
    const { data } = await investigator().run(read, { id });
    const [latest, middle, first] = data.belarus.group.history.nodes;
    expect([first.action, middle.action, latest.action]).toEqual(['RECORD', 'AMEND', 'AMEND']);
    expect(latest).toMatchObject({ version: 3, by: 'belarus-investigator' });
    expect(latest.changes[0].before).toContainEqual({ name: 'name', text: 'Office at the bridge' });
    expect(latest.changes[1].after).toContainEqual({ name: 'name', text: 'Office in the yard' });
  });

  test('makes an amendment that is sent again one, also when another has come between', async () => {
    const again = await amend('first-amendment', 1, named('Office at the bridge', inDays(20)));
    expect(again).toMatchObject({ codes: [], __typename: 'RecordedGroup', group: { version: 3 } });
    expect((await amend('first-amendment', 3, named('Another'))).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await amend('a-new-amendment', 1, named('Late'))).toMatchObject({ currentVersion: 3 });
    expect((await historyOf(agency.models, id)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  test('is for nobody abroad, nor for those of its own who read no history', async () => {
    const read = 'query ($id: ID!) { belarus { group(id: $id) { history { nodes { version } } } } }';
    for (const officer of [agency.as('RUSSIA', 'INVESTIGATOR'), agency.as('BELARUS', 'PARTNER')]) {
      const { data, redactions } = await officer.run(read, { id });
      expect(data.belarus.group?.history ?? null).toBeNull();
      expect(redactions).not.toEqual([]);
    }
  });

  test('forgets each name when its time is over, while the group stays', async () => {
    const store = retentionOf(agency.models, belarus.retention, testMatch);
    const names = async () => JSON.stringify(await historyOf(agency.models, id));
    await runRetention(store, inDays(5));
    expect(await names()).toMatch(/river.*bridge.*yard/s);
    await runRetention(store, inDays(15));
    expect(await names()).not.toContain('river');
    expect(await names()).toMatch(/bridge.*yard/s);
    await runRetention(store, inDays(25));
    expect(await names()).not.toContain('bridge');
    expect(await agency.models.groups.findById(id).lean()).toMatchObject({ name: 'Office in the yard' });
  });

  test('goes with the group', async () => {
    const store = retentionOf(agency.models, belarus.retention, testMatch);
    expect(await runRetention(store, inDays(1_100))).toMatchObject({ groupsErased: 1 });
    expect(await historyOf(agency.models, id)).toEqual([]);
  });
});

describe('the retention of a group', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus);
  });

  async function act(action: string, input: object): Promise<string> {
    return (await take(agency.as('BELARUS', 'INVESTIGATOR'), 'BELARUS', action, input)).of ?? '';
  }
  const amended = async (first: Date, second: Date) => {
    const id = await act('recordGroup', named('Office on the river', first));
    expect(await act('amendGroup', { group: id, version: 1, ...named('Another name', second) })).toBe(id);
    return id;
  };
  const endOf = async (id: string) =>
    (await agency.models.groups.findById(id).lean())?.provenance.retainUntil.toISOString().slice(0, 10);
  const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

  test('is made longer by one officer, and not shorter', async () => {
    const [longer, shorter] = [
      await amended(inDays(10), inDays(1_000)),
      await amended(inDays(1_000), inDays(1)),
    ];
    expect([await endOf(longer), await endOf(shorter)]).toEqual([dayIn(1_000), dayIn(1_000)]);
  });

  test('is not ended by an amendment: the group and its history stay', async () => {
    const id = await amended(inDays(1_000), inDays(1));
    await runRetention(retentionOf(agency.models, belarus.retention, testMatch), inDays(3));
    const contents = (await historyOf(agency.models, id)).flatMap(({ changes }) =>
      changes.map(({ before, after }) => before ?? after),
    );
    expect(contents).toHaveLength(3);
    expect(contents.every((content) => content?.includes('"name":"'))).toBe(true);
    expect((await agency.models.groups.findById(id).lean())?.name).toBe('Another name');
  });
});
