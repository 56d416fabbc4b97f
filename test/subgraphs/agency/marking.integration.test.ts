import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { knownToOne } from '../../../workshop/demo-data/known/demo-ids.ts';
import { investigator, name, provenance, supervisor, writingTo } from '../../support/agency/writing.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

describe('an officer who marks, retains and closes', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });
  const { act, amend, recorded } = writingTo(() => agency);

  test('contests a value, and takes that back', async () => {
    const { id, version, names } = await recorded();
    const value = { dossier: id, value: names[0]?.id, reason: 'he says so' };
    const contested = await act('contestValue', 'ValueInput', { ...value, version }, investigator);
    expect(contested.result.dossier.names[0]?.provenance.contested).toBe(true);
    const back = await act('uncontestValue', 'ValueInput', { ...value, version: 2 }, investigator);
    expect(back.result.dossier.names[0]?.provenance.contested).toBe(false);
  });

  test('sets an end of retention, today at the earliest', async () => {
    const { id, version, names } = await recorded();
    const value = { dossier: id, version, value: names[0]?.id, reason: 'shorter' };
    const past = await act(
      'setRetention',
      'RetentionInput',
      { ...value, retainUntil: '2020-01-01' },
      investigator,
    );
    expect(past.result.problems).toEqual([{ path: 'retainUntil', code: 'RETENTION_PAST' }]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await act('setRetention', 'RetentionInput', { ...value, retainUntil: tomorrow }, investigator);
    const stored = await agency.models.dossiers.findById(id).lean();
    expect(stored?.names[0]?.provenance.leaving?.retainUntil?.toISOString().slice(0, 10)).toBe(tomorrow);
    // Nothing of it goes before a second officer has agreed.
    expect(stored?.nextErasure.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  });

  test('changes the handling code as a supervisor, not as an investigator', async () => {
    const { id, version } = await recorded();
    const input = { dossier: id, version, handlingCode: 'ORIGINATOR_ONLY', reason: 'a source is at risk' };
    expect((await act('changeHandlingCode', 'HandlingCodeInput', input, investigator)).code).toBe(
      'FORBIDDEN',
    );
    const { result } = await act('changeHandlingCode', 'HandlingCodeInput', input, supervisor);
    expect(result.dossier).toMatchObject({ handlingCode: 'ORIGINATOR_ONLY', version: 2 });
  });

  test('closes a dossier as a supervisor; an acquittal starts its erasure, a conviction does not', async () => {
    const erasure = async (stage: string) => {
      const { id, version } = await recorded();
      const input = { dossier: id, version, stage, provenance, reason: 'judgment' };
      expect((await act('closeDossier', 'CloseDossierInput', input, investigator)).code).toBe('FORBIDDEN');
      const { result } = await act('closeDossier', 'CloseDossierInput', input, supervisor);
      expect(result.dossier.status.stage).toBe(stage);
      const stored = await agency.models.dossiers.findById(id).lean();
      return { days: ((stored?.nextErasure.getTime() ?? 0) - Date.now()) / 86_400_000, id };
    };
    const acquitted = await erasure('ACQUITTED');
    expect(acquitted.days).toBeLessThan(31);
    expect((await erasure('CONVICTED')).days).toBeGreaterThan(1_000);
    const refused = await amend({ dossier: acquitted.id, version: 2, add: { names: [name('More')] } });
    expect(refused.result.problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
  });

  test('is closed with the person cleared where it was recorded so before, and its erasure never began', async () => {
    const { id, version } = await recorded();
    await agency.models.dossiers.updateOne({ _id: id }, { 'status.stage': 'DISCONTINUED' });
    const to = async (stage: string, from: number) => {
      const input = { dossier: id, version: from, stage, provenance, reason: 'judgment' };
      return (await act('closeDossier', 'CloseDossierInput', input, supervisor)).result;
    };
    const closed = [{ path: 'dossier', code: 'DOSSIER_CLOSED' }];
    expect((await to('CONVICTED', version)).problems).toEqual(closed);
    expect((await to('DISCONTINUED', version)).dossier.status.stage).toBe('DISCONTINUED');
    const stored = await agency.models.dossiers.findById(id).lean();
    expect(((stored?.nextErasure.getTime() ?? 0) - Date.now()) / 86_400_000).toBeLessThan(31);
    expect((await to('DISCONTINUED', version + 1)).problems).toEqual(closed);
  });

  test('does not hold a value of a cleared dossier any longer, and does of another', async () => {
    const retainUntil = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
    const retained = async (stage: string) => {
      const { id, version, names } = await recorded();
      const input = { dossier: id, version, stage, provenance, reason: 'judgment' };
      await act('closeDossier', 'CloseDossierInput', input, supervisor);
      const longer = { dossier: id, version: 2, value: names[0]?.id, retainUntil, reason: 'longer' };
      return (await act('setRetention', 'RetentionInput', longer, investigator)).result;
    };
    expect((await retained('ACQUITTED')).problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
    expect((await retained('CONVICTED')).dossier.version).toBe(3);
  });

  test('leaves a person who was cleared cleared, and the dossier dark abroad; one that was convicted can still be', async () => {
    const { id, version } = await recorded();
    await agency.models.dossiers.updateOne({ _id: id }, { handlingCode: 'SHAREABLE' });
    const to = async (stage: string, from: number) =>
      (
        await act(
          'closeDossier',
          'CloseDossierInput',
          { dossier: id, version: from, stage, provenance, reason: 'judgment' },
          supervisor,
        )
      ).result;
    const seenAbroad = async () => {
      const of = { of: [{ __typename: 'Suspect', id }] };
      const document = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id } } } }`;
      return (await agency.run(document, of, { agency: 'RUSSIA' })).result.data?._entities;
    };
    expect((await to('CONVICTED', version)).dossier.status.stage).toBe('CONVICTED');
    expect(await seenAbroad()).toEqual([{ belarus: { id } }]);
    expect((await to('ACQUITTED', version + 1)).dossier.status.stage).toBe('ACQUITTED');
    expect((await agency.models.dossiers.findById(id).lean())?.handlingCode).toBe('ON_RELEASE');
    for (const stage of ['CONVICTED', 'DISCONTINUED']) {
      expect((await to(stage, version + 2)).problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
    }
    expect(await seenAbroad()).toEqual([{ belarus: null }]);
  });

  test('leaves it to a supervisor to clear a person, whose values are then erased', async () => {
    const { id, version } = await recorded();
    const to = (stage: string) => amend({ dossier: id, version, add: { status: { stage, provenance } } });
    for (const stage of ['DISCONTINUED', 'ACQUITTED']) {
      expect((await to(stage)).result.problems).toEqual([{ path: 'add.status.stage', code: 'MALFORMED' }]);
    }
    expect((await to('ACCUSED')).result.dossier.status.stage).toBe('ACCUSED');
  });

  const historyOf = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus {
    history(first: 1) { nodes { version by action purpose changes { field value before { name text } after { name text } reason } } pageInfo { hasNextPage } } } } } }`;

  test('reads who did what in the history of his agency’s dossier; another agency reads nothing of it', async () => {
    const { id, version, names } = await recorded();
    const reason = 'he says so';
    await act(
      'contestValue',
      'ValueInput',
      { dossier: id, version, value: names[0]?.id, reason },
      investigator,
    );
    const of = { of: [{ __typename: 'Suspect', id }] };
    const own = await agency.run(historyOf, of, { roles: ['ANALYST'] });
    expect(own.result.data).toMatchObject({
      _entities: [
        {
          belarus: {
            history: {
              nodes: [
                { version: 2, by: 'officer-1', action: 'CONTEST', changes: [{ field: 'NAMES', reason }] },
              ],
              pageInfo: { hasNextPage: true },
            },
          },
        },
      ],
    });
    await agency.models.dossiers.updateOne({ _id: id }, { handlingCode: 'SHAREABLE' });
    const foreign = await agency.run(historyOf, of, { agency: 'RUSSIA', roles: ['SUPERVISOR'] });
    expect(foreign.result.data).toEqual({ _entities: [{ belarus: { history: null } }] });
  });

  test('has written into the demo dossiers nothing of all this', async () => {
    expect((await agency.models.dossiers.findById(knownToOne).lean())?.version).toBe(1);
  });
});
