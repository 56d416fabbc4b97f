import { subgraphOf } from '../../../terms/agencies.ts';
import { demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { unlinkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { demoCaseOf } from '../../../workshop/demo-data/lists/cases.ts';
import { inputOf } from '../../actions/take.ts';
import { type DemoFederation, demoFederation, otherThan } from '../../support/composed/demo-federation.ts';
import { articles, groupOf, name, provenance, type Standing, standingOf } from './asked-actions.ts';

let federation: DemoFederation;
beforeAll(async () => {
  federation = await demoFederation();
});
afterAll(() => federation.stop());

describe.each(demoAgencies)('the actions of %s', (agency) => {
  const own = subgraphOf(agency);
  const subjectOf = (role: string) => `${own}-${role.toLowerCase()}`;
  const otherCase = demoCaseOf(agency).replace(/\d{6}$/, '000777');
  const documentOf = (action: string) =>
    `mutation ($input: ${inputOf(own, action)}) { ${own} { ${action}(input: $input) { __typename ... on Refusal { code message } } } }`;
  let dossier = '';
  let group = '';

  const read = async (): Promise<Standing> => {
    const { data, codes } = await federation.as(agency, 'SUPERVISOR')<{ suspect: Record<string, Standing> }>(
      standingOf(own),
      { id: dossier },
    );
    expect(codes).toEqual([]);
    const found = data.suspect[own];
    if (!found) throw new Error(`there is no ${dossier}`);
    return found;
  };

  /** Takes an action, which an officer of that role at the other agency may not, and changes nothing by asking for. */
  async function take(
    action: string,
    role: string,
    input: object,
  ): Promise<{ __typename: string; code?: string }> {
    type Answer = Record<string, Record<string, { __typename: string; code?: string }> | null>;
    const denied = await federation.as(otherThan(agency), role)<Answer>(documentOf(action), { input });
    expect(denied.codes).toEqual(['FORBIDDEN']);
    expect(denied.data?.[own]?.[action] ?? null).toBeNull();
    const { data, codes } = await federation.as(agency, role)<Answer>(documentOf(action), { input });
    expect(codes).toEqual([]);
    const taken = data[own]?.[action];
    if (!taken) throw new Error(`${action} has no answer`);
    return taken;
  }

  /** Takes an action that must be carried out, from the version that is there. @returns how the dossier stands then */
  async function done(action: string, role: string, input: object): Promise<Standing> {
    const { version } = await read();
    const taken = await take(action, role, { dossier, version, ...input });
    expect(taken.code).toBeUndefined();
    expect(taken.__typename).toMatch(/^(Belarus|Russia)RecordedDossier$/);
    return read();
  }

  beforeAll(async () => {
    const recorded = await federation.as(agency, 'INVESTIGATOR')<
      Record<string, { recordDossier: { dossier: { id: string } } }>
    >(
      `mutation ($input: DossierInput!) { ${own} { recordDossier(input: $input) {
        ... on ${agency === 'BELARUS' ? 'Belarus' : 'Russia'}RecordedDossier { dossier { id } } } } }`,
      {
        input: {
          handlingCode: 'ON_RELEASE',
          cases: [demoCaseOf(agency)],
          names: [name('Probny')],
          offences: [{ article: articles[agency], committedOn: '2025-03', provenance }],
          status: { stage: 'SUSPECTED', provenance },
        },
      },
    );
    expect(recorded.codes).toEqual([]);
    dossier = recorded.data[own]?.recordDossier.dossier.id ?? '';
    const grouped = await federation.as(agency, 'INVESTIGATOR')<
      Record<string, { recordGroup: { group: { id: string } } }>
    >(
      `mutation ($input: GroupInput!) { ${own} { recordGroup(input: $input) { ... on RecordedGroup { group { id } } ... on Refusal { code message } } } }`,
      { input: { kind: 'FRAUD_GROUP', name: 'Office on the river', provenance } },
    );
    group = grouped.data[own]?.recordGroup.group.id ?? '';
  });

  test('contest a value, take it back, and keep it until another day', async () => {
    const [value] = (await read()).names;
    const about = { value: value?.id, reason: 'As the witness said' };
    const contested = await done('contestValue', 'INVESTIGATOR', about);
    expect(contested.names[0]?.provenance.contested).toBe(true);
    expect(contested.history.nodes).toMatchObject([
      {
        action: 'CONTEST',
        by: subjectOf('INVESTIGATOR'),
        changes: [{ field: 'NAMES', value: value?.id, reason: 'As the witness said' }],
      },
    ]);
    expect((await done('uncontestValue', 'INVESTIGATOR', about)).names[0]?.provenance.contested).toBe(false);
    const kept = { value: value?.id, retainUntil: '2039-05-01', reason: 'Asked by the court' };
    expect((await done('setRetention', 'INVESTIGATOR', kept)).names[0]?.provenance.retainUntil).toBe(
      '2039-05-01',
    );
  });

  test('keep a value for a shorter time only by a second officer, and take that back', async () => {
    const [value] = (await read()).names;
    const about = {
      value: value?.id,
      retainUntil: '2027-05-01',
      reason: 'No longer needed',
      code: 'NOT_NEEDED',
    };
    const proposed = await done('setRetention', 'INVESTIGATOR', about);
    expect(proposed.names[0]?.provenance.retainUntil).toBe('2039-05-01');
    const removal = {
      value: value?.id,
      field: 'NAMES',
      by: subjectOf('INVESTIGATOR'),
      since: expect.any(String),
      retainUntil: '2027-05-01',
      agreedBy: null,
      from: expect.any(String),
      lapsesAt: expect.any(String),
    };
    expect(proposed).toMatchObject({
      removals: [removal],
      history: { nodes: [{ action: 'RETAIN', code: 'NOT_NEEDED' }] },
    });
    const values = [value?.id];
    expect(await done('countersignRemoval', 'SUPERVISOR', { values })).toMatchObject({
      removals: [{ ...removal, agreedBy: subjectOf('SUPERVISOR') }],
    });
    const { __typename } = await take('takeBackRemoval', 'LIAISON', { dossier, values });
    expect(__typename).toMatch(/RecordedDossier$/);
    expect(await read()).toMatchObject({ removals: [] });
  });

  test('share a dossier only by a second officer, who may turn it down', async () => {
    const proposed = await done('proposeShareable', 'LIAISON', { reason: 'Works on both sides' });
    expect(proposed).toMatchObject({
      handlingCode: 'ON_RELEASE',
      shareable: {
        isDecided: false,
        proposedBy: subjectOf('LIAISON'),
        proposedAt: expect.any(String),
        reason: 'Works on both sides',
        countersignedAt: null,
      },
    });
    expect(await done('turnDownShareable', 'SUPERVISOR', {})).toMatchObject({
      handlingCode: 'ON_RELEASE',
      shareable: { isDecided: false, proposedBy: null, reason: null },
    });
    await done('proposeShareable', 'LIAISON', { reason: 'Works on both sides' });
    const neutrality = 'Facts of the case alone';
    expect(await done('countersignShareable', 'SUPERVISOR', { neutrality })).toMatchObject({
      handlingCode: 'SHAREABLE',
      shareable: {
        isDecided: true,
        countersignedBy: subjectOf('SUPERVISOR'),
        countersignedAt: expect.any(String),
        neutrality,
      },
    });
  });

  test('let a further value of a shared dossier wait for a second officer', async () => {
    const add = { names: [{ ...name('Novy'), kind: 'ALIAS' }] };
    expect(await done('amendDossier', 'INVESTIGATOR', { add, reason: 'As told' })).toMatchObject({
      waiting: [{ field: 'NAMES', by: subjectOf('INVESTIGATOR') }],
    });
    const signed = await done('countersignValues', 'SUPERVISOR', { neutrality: 'Facts of the case alone' });
    expect(signed).toMatchObject({ waiting: [] });
  });

  test('remove a value by a court’s order, and what the history says of it', async () => {
    const { names } = await read();
    const alias = names.find(({ full }) => full.includes('Novy'));
    const values = [alias?.id];
    const after = await done('removeByOrder', 'SUPERVISOR', { values, order: 'ERASURE_ORDERED' });
    expect(after.names).toHaveLength(names.length - 1);
    expect(after.history.nodes).toMatchObject([{ action: 'REMOVE_BY_ORDER', code: 'ERASURE_ORDERED' }]);
  });

  test('add a case of the agency', async () => {
    const added = { case: otherCase, reason: 'The same call centre' };
    const after = await done('addCase', 'SUPERVISOR', added);
    expect(after).toMatchObject({
      cases: [demoCaseOf(agency), otherCase],
      history: { nodes: [{ action: 'ADD_CASE' }] },
    });
  });

  test('change the handling code', async () => {
    const less = { handlingCode: 'ON_RELEASE', reason: 'No longer of both' };
    expect(await done('changeHandlingCode', 'SUPERVISOR', less)).toMatchObject({
      handlingCode: 'ON_RELEASE',
    });
  });

  test('release by two officers, and recall', async () => {
    const other = otherThan(agency);
    const asked = {
      to: other,
      classes: ['CONTACT'],
      purposes: ['INVESTIGATION'],
      reason: 'Asked by the other agency',
    };
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const { releases } = await done('proposeRelease', 'LIAISON', { ...asked, until });
    expect(releases).toMatchObject([
      { ...asked, state: 'PROPOSED', proposedBy: subjectOf('LIAISON'), grantedBy: null, recalledBy: null },
    ]);
    const release = releases[0]?.id;
    const granted = await done('grantRelease', 'SUPERVISOR', {
      release,
      neutrality: 'Facts of the case alone',
    });
    expect(granted.releases).toMatchObject([{ state: 'GRANTED', grantedBy: subjectOf('SUPERVISOR') }]);
    const { __typename } = await take('recallRelease', 'SUPERVISOR', {
      dossier,
      release,
      reason: 'No longer needed',
    });
    expect(__typename).toMatch(/RecordedDossier$/);
    expect((await read()).releases).toMatchObject([
      { state: 'RECALLED', recalledBy: subjectOf('SUPERVISOR'), recallReason: 'No longer needed' },
    ]);
  });

  test('link with a dossier of the other agency by two officers, and withdraw', async () => {
    const other = otherThan(agency);
    const foreign = { dossier: unlinkedPerson[other] };
    const proposed = await done('proposeLink', 'LIAISON', {
      foreign,
      decision: 'SAME',
      reason: 'Passport and birth date agree',
    });
    const nothing = { decision: 'NONE', isInReview: false };
    expect(proposed).toMatchObject({
      links: [
        {
          dossier: foreign.dossier,
          hasEnded: false,
          decided: {
            proposal: {
              proposedBy: subjectOf('LIAISON'),
              evidence: { version: proposed.version - 1, comparedAt: null },
            },
          },
          told: nothing,
        },
      ],
    });
    expect(await done('countersignLink', 'SUPERVISOR', { foreign })).toMatchObject({
      links: [{ decided: { decision: 'SAME', proposal: null }, told: nothing }],
    });
    const { __typename } = await take('withdrawLink', 'LIAISON', {
      dossier,
      foreign,
      of: 'DECISION',
      reason: 'Another person',
    });
    expect(__typename).toMatch(/RecordedDossier$/);
    expect(await read()).toMatchObject({ links: [{ decided: { decision: 'NONE' } }] });
  });

  test('amend a group, whose name a second officer vouches for', async () => {
    type Groups = Record<string, { group: { version: number; waiting: object | null } }>;
    const readGroup = async () =>
      (await federation.as(agency, 'SUPERVISOR')<Groups>(groupOf(own), { id: group })).data[own]?.group;
    const before = await readGroup();
    const renamed = {
      group,
      version: before?.version,
      kind: 'CALL_CENTRE',
      name: 'Office by the river',
      provenance,
    };
    expect((await take('amendGroup', 'INVESTIGATOR', renamed)).__typename).toBe('RecordedGroup');
    const amended = await readGroup();
    expect(amended).toMatchObject({
      ...{ id: group, agency, kind: 'CALL_CENTRE', name: 'Office by the river' },
      provenance: { sourceReliability: 'B' },
      waiting: { field: expect.any(String) },
    });
    const signing = { group, version: amended?.version, neutrality: 'The name that they use themselves' };
    expect((await take('countersignGroup', 'SUPERVISOR', signing)).__typename).toBe('RecordedGroup');
    expect((await readGroup())?.waiting).toBeNull();
  });

  test('are refused for a message that is not parked, with a code and what to do', async () => {
    const about = { from: otherThan(agency), message: '01890a5d-ac96-774b-bcce-b302099a8057' };
    const unknown = { __typename: 'UnknownRecord', code: 'UNKNOWN_RECORD', message: expect.any(String) };
    expect(await take('tryMessageAgain', 'LIAISON', about)).toEqual(unknown);
    expect(await take('dismissMessage', 'LIAISON', { ...about, reason: 'Told by telephone' })).toEqual(
      unknown,
    );
  });

  test('are refused from a version that is not the last, and change nothing', async () => {
    const { version, names } = await read();
    const stale = { dossier, version: version - 1, value: names[0]?.id, reason: 'As the witness said' };
    expect(await take('contestValue', 'INVESTIGATOR', stale)).toMatchObject({ code: 'STALE_VERSION' });
    expect((await read()).version).toBe(version);
  });

  test('close a dossier', async () => {
    const closed = await done('closeDossier', 'SUPERVISOR', {
      stage: 'CONVICTED',
      provenance,
      reason: 'The court has decided',
    });
    expect(closed).toMatchObject({ status: { stage: 'CONVICTED' }, cases: [demoCaseOf(agency), otherCase] });
  });
});
