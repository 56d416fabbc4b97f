import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';
import { grantRelease, proposalTo, proposeRelease, read } from '../releases/support.ts';
import { officersIn, person, provenance } from './support.ts';

let agency: AgencyInProcess;
const ids = { released: 'BY-TW00FF1CERS01', shared: 'BY-TW00FF1CERS02' };
beforeAll(async () => {
  const releases = [releaseOf({ id: 'VGRANTED' })];
  const released = dossierOf(ids.released, { handlingCode: 'ON_RELEASE', releases });
  agency = await agencyInProcess(belarus, { dossiers: [released, dossierOf(ids.shared)] });
});

const { investigator, supervisor, abroad, act, amend, propose, countersign, sign, versionOf } = officersIn(
  () => agency,
);

describe('a dossier that is SHAREABLE', () => {
  test('is not recorded as such, nor made so by a supervisor alone', async () => {
    const shareable = { ...person, handlingCode: 'SHAREABLE' };
    expect((await act(investigator(), 'recordDossier', shareable)).problems).toEqual([
      { path: 'handlingCode', code: 'NEEDS_COUNTERSIGNATURE' },
    ]);
    const { id } = await act(investigator(), 'recordDossier', person);
    const change = { dossier: id, version: 1, handlingCode: 'SHAREABLE', reason: 'to show it' };
    expect((await act(supervisor(), 'changeHandlingCode', change)).problems).toEqual([
      { path: 'handlingCode', code: 'NEEDS_COUNTERSIGNATURE' },
    ]);
    expect((await read(abroad(), id)).half).toBeNull();
  });

  test('is so by two officers, and by no one of them in both roles', async () => {
    const { id } = await act(investigator(), 'recordDossier', person);
    const both = agency.as('BELARUS', 'INVESTIGATOR', 'SUPERVISOR');
    await propose(id, 1, both);
    expect((await countersign(id, 2, both)).problems).toEqual([{ path: 'dossier', code: 'SAME_OFFICER' }]);
    expect((await read(abroad(), id)).half).toBeNull();
    expect((await countersign(id, 1)).currentVersion).toBe(2);
    const done = await countersign(id, 2);
    expect(done.dossier).toMatchObject({ handlingCode: 'SHAREABLE', shareable: { isDecided: true } });
    expect((await read(abroad(), id)).half).toMatchObject({ names: [{ full: 'Probny' }] });
  });

  test('is taken back by one supervisor, at once', async () => {
    const { id } = await act(investigator(), 'recordDossier', person);
    await propose(id, 1);
    await countersign(id, 2);
    const narrow = { dossier: id, version: 3, handlingCode: 'ON_RELEASE', reason: 'a mistake' };
    const { dossier } = await act(supervisor(), 'changeHandlingCode', narrow);
    expect(dossier).toMatchObject({ handlingCode: 'ON_RELEASE', shareable: { isDecided: false } });
    expect((await read(abroad(), id)).half).toBeNull();
    expect((await countersign(id, 4)).problems).toEqual([{ path: 'dossier', code: 'NOT_PROPOSED' }]);
  });

  test('is proposed by a LIAISON or an INVESTIGATOR, on a ground that counts abroad, and turned down by a supervisor', async () => {
    const { id } = await act(investigator(), 'recordDossier', person);
    expect((await propose(id, 1, investigator().under('NATIONAL_LAW'))).codes).toEqual(['MANDATE_INVALID']);
    expect((await propose(id, 1, agency.as('BELARUS', 'ANALYST'))).codes).toEqual(['FORBIDDEN']);
    expect((await propose(id, 1, agency.as('BELARUS', 'LIAISON'))).dossier).toMatchObject({ version: 2 });
    const down = await act(supervisor(), 'turnDownShareable', {
      dossier: id,
      version: 2,
    });
    expect(down.dossier).toMatchObject({ handlingCode: 'ON_RELEASE', version: 3 });
    expect((await countersign(id, 3)).problems).toEqual([{ path: 'dossier', code: 'NOT_PROPOSED' }]);
  });
});

describe.each(['released', 'shared'] as const)('a value that is added to a dossier that is %s', (kind) => {
  const id = ids[kind];
  const selection =
    'names { full } infrastructure { kind value node { dossiers { nodes { id } } } } history { nodes { version } }';
  const seen = async () => {
    const { half, redactions } = await read(abroad(), id, selection);
    return JSON.stringify({ half, redactions });
  };
  const add = {
    names: [{ kind: 'ALIAS', script: 'LATIN', surname: 'Pozni', provenance }],
    infrastructure: [{ imei: { value: '356938035643809', provenance } }],
  };

  test('is as if it were not there, to the byte, until another officer has countersigned it', async () => {
    const before = await seen();
    const both = agency.as('BELARUS', 'INVESTIGATOR', 'SUPERVISOR');
    const added = await amend(id, await versionOf(id), { add }, both);
    expect(added.dossier.waiting).toHaveLength(2);
    expect(await seen()).toBe(before);
    expect((await sign(id, await versionOf(id), {}, both)).problems).toEqual([
      { path: 'dossier', code: 'SAME_OFFICER' },
    ]);
    expect(await seen()).toBe(before);
    expect((await sign(id, await versionOf(id))).dossier.waiting).toEqual([]);
    expect(await seen()).toMatch(/Pozni.*356938035643809/);
  });

  test('leads to the dossier from a shared thing at home at once, and abroad once it is countersigned', async () => {
    const imei = { imei: { value: '352099001761481', provenance } };
    await amend(id, await versionOf(id), { add: { infrastructure: [imei] } });
    const { id: other } = await act(investigator(), 'recordDossier', {
      ...person,
      infrastructure: [imei],
    });
    await propose(other, 1);
    await countersign(other, 2);
    const holders = async (officer: Officer) => {
      const nodes = 'infrastructure { value node { dossiers { nodes { id } } } }';
      const { half } = await read(officer, other, nodes);
      return half.infrastructure[0].node.dossiers.nodes.map((node: { id: string }) => node.id);
    };
    expect(await holders(investigator())).toContain(id);
    expect(await holders(abroad())).not.toContain(id);
    await sign(id, await versionOf(id));
    expect(await holders(abroad())).toContain(id);
    await act(supervisor(), 'changeHandlingCode', {
      dossier: other,
      version: 3,
      handlingCode: 'ORIGINATOR_ONLY',
      reason: 'done',
    });
  });

  test('is found by its tokens at home alone until then', async () => {
    const stored = () => agency.models.dossiers.findById(id).lean();
    const before = (await stored())?.match?.tokens;
    await amend(id, await versionOf(id), {
      add: { names: [{ kind: 'ALIAS', script: 'LATIN', surname: 'Zusim', givenName: 'Inny', provenance }] },
    });
    expect((await stored())?.match?.tokens).toEqual(before);
    expect((await stored())?.match?.unsigned?.length).toBeGreaterThan(0);
    await sign(id, await versionOf(id));
    expect((await stored())?.match?.unsigned).toBeUndefined();
    expect((await stored())?.match?.tokens.length).toBeGreaterThan(before?.length ?? 0);
  });

  test('is gone at once when it is taken out, and what is put in its place waits', async () => {
    const { names } = (await agency.models.dossiers.findById(id).lean()) ?? { names: [] };
    const wrong = names.find(({ surname }) => surname === 'Pozni');
    const right = [{ kind: 'ALIAS', script: 'LATIN', surname: 'Pozny', provenance }];
    await amend(id, await versionOf(id), { add: { names: right }, remove: [wrong?.id], reason: 'a slip' });
    expect(await seen()).not.toMatch(/Pozni|Pozny/);
    await sign(id, await versionOf(id));
    expect(await seen()).toContain('Pozny');
  });

  test('with free text waits for a word on its neutrality, and terms in it are marked and refuse nothing', async () => {
    const note = { ransomNote: { value: 'Took part in an unauthorised rally', provenance } };
    const added = await amend(id, await versionOf(id), { add: { infrastructure: [note] } });
    expect(added.dossier.waiting).toMatchObject([
      { field: 'INFRASTRUCTURE', isFreeText: true, terms: ['rally'] },
    ]);
    expect((await sign(id, await versionOf(id))).problems).toEqual([{ path: 'neutrality', code: 'MISSING' }]);
    expect(await seen()).not.toContain('rally');
    await sign(id, await versionOf(id), { neutrality: 'The title of the note as the victims got it' });
    expect(await seen()).toContain('rally');
  });
});

describe('the ground of a measure', () => {
  const rally = 'Took part in an unauthorised rally';
  const measureOn = (ground: string) => ({
    kind: 'SEARCH',
    state: 'DONE',
    date: '2026-01',
    ground,
    provenance,
  });
  const grounds = async (officer: Officer, id: string) => {
    const { half } = await read(officer, id, 'measures { ground } waiting { isFreeText terms }');
    return half;
  };
  const released = async (id: string) => {
    const proposed = await proposeRelease(agency.as('BELARUS', 'LIAISON'), proposalTo(id));
    await grantRelease(supervisor(), id, proposed.release);
  };

  test('is one of the list: an officer’s own words are refused, whether recorded or added', async () => {
    const problems = (path: string, code: string) => [{ path, code }];
    const recorded = (ground: string) =>
      act(investigator(), 'recordDossier', { ...person, measures: [measureOn(ground)] });
    expect((await recorded(rally)).problems).toEqual(problems('measures.0.ground', 'GROUND_UNKNOWN'));
    expect((await recorded('Code of Criminal Procedure, Article 126')).problems).toEqual(
      problems('measures.0.ground', 'GROUND_OF_ANOTHER_MEASURE'),
    );
    const { id } = await recorded('Code of Criminal Procedure, Article 208');
    const added = (ground: string) => amend(id, 1, { add: { measures: [measureOn(ground)] } });
    expect((await added(rally)).problems).toEqual(problems('add.measures.0.ground', 'GROUND_UNKNOWN'));
    expect((await added('Code of Criminal Procedure, Article 210')).dossier).toMatchObject({ version: 2 });
  });

  test('that is listed is no free text, and goes abroad with its dossier', async () => {
    const ground = 'Code of Criminal Procedure, Article 208';
    const { id } = await act(investigator(), 'recordDossier', {
      ...person,
      measures: [measureOn(ground)],
    });
    await released(id);
    expect(await grounds(abroad(), id)).toEqual({ measures: [{ ground }], waiting: null });
  });

  test('of before the list is read at home as it was, and abroad once a second officer has vouched for its words', async () => {
    const { id } = await act(investigator(), 'recordDossier', person);
    const at = new Date('2026-01-01T00:00:00Z');
    const stored = {
      id: 'VRALLY',
      ...measureOn(rally),
      provenance: {
        ...provenance,
        recordedAt: at,
        retainUntil: new Date('2036-01-01T00:00:00Z'),
        contested: false,
        unsigned: { by: 'investigator-1', at },
      },
    };
    await agency.models.dossiers.updateOne({ _id: id }, { $set: { measures: [stored] } });
    await released(id);
    expect(await grounds(supervisor(), id)).toEqual({
      measures: [{ ground: rally }],
      waiting: [{ isFreeText: true, terms: ['rally'] }],
    });
    expect((await grounds(abroad(), id)).measures).toEqual([]);
    const unmarked = await sign(id, await versionOf(id));
    expect(unmarked.problems).toEqual([{ path: 'neutrality', code: 'MISSING' }]);
    await sign(id, await versionOf(id), { neutrality: 'It names what the court has named' });
    expect((await grounds(abroad(), id)).measures).toEqual([{ ground: rally }]);
  });
});

describe('a release that is granted', () => {
  test('countersigns what was there when it was proposed, and nothing that was slipped in since', async () => {
    const { id } = await act(investigator(), 'recordDossier', person);
    await amend(id, 1, {
      add: { names: [{ kind: 'ALIAS', script: 'LATIN', surname: 'Ranny', provenance }] },
    });
    const proposed = await proposeRelease(agency.as('BELARUS', 'LIAISON'), proposalTo(id));
    await amend(id, await versionOf(id), {
      add: { names: [{ kind: 'ALIAS', script: 'LATIN', surname: 'Pozni', provenance }] },
    });
    await grantRelease(supervisor(), id, proposed.release);
    const { half } = await read(abroad(), id);
    expect(half.names.map(({ full }: { full: string }) => full)).toEqual(['Probny', 'Ranny']);
  });
});
