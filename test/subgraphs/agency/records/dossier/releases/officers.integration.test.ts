import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../../../terms/enums.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import { grantRelease, proposalTo, proposeRelease, recallRelease } from './support.ts';

const [proposal, release] = [proposalOf({ id: 'VPROPOSED' }), releaseOf({ id: 'VGRANTED' })];
const dossier = dossierOf('BY-RE1EASE00001', {
  handlingCode: 'ON_RELEASE',
  releases: [proposal, release],
});
const id = dossier._id;

describe('who proposes, grants and recalls a release', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [dossier] });
  });

  const stored = async () => (await agency.models.dossiers.findById(id).lean())?.releases;

  test.each([
    ['BELARUS', 'ANALYST'],
    ['BELARUS', 'INVESTIGATOR'],
    ['BELARUS', 'OVERSEER'],
    ['BELARUS', 'PARTNER'],
    ['RUSSIA', 'LIAISON'],
    ['RUSSIA', 'SUPERVISOR'],
  ] as ['BELARUS' | 'RUSSIA', Role][])('is no %s %s', async (of, role) => {
    const officer = agency.as(of, role);
    const attempts = [
      await proposeRelease(officer, { ...proposalTo(id) }),
      await grantRelease(officer, id, proposal.id),
      await recallRelease(officer, id, release.id),
    ];
    expect(attempts.map(({ codes }) => codes)).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['FORBIDDEN']]);
    expect(await stored()).toEqual(dossier.releases);
  });

  test('is refused the same whether there is such a dossier or not', async () => {
    const stranger = agency.as('RUSSIA', 'SUPERVISOR');
    const [known, unknown] = [id, 'BY-0000000000'].map((each) => grantRelease(stranger, each, proposal.id));
    expect(await known).toEqual(await unknown);
  });

  test('is a LIAISON who proposes and does not grant, or a SUPERVISOR, who does not grant what he proposed himself', async () => {
    const [liaison, supervisor] = [agency.as('BELARUS', 'LIAISON'), agency.as('BELARUS', 'SUPERVISOR')];
    expect(await grantRelease(liaison, id, proposal.id)).toMatchObject({ codes: ['FORBIDDEN'] });
    expect(await recallRelease(liaison, id, release.id)).toMatchObject({ codes: ['FORBIDDEN'] });
    // A supervisor may propose too, and then does not grant it.
    const own = await proposeRelease(supervisor, proposalTo(id));
    expect(own.__typename).toBe('BelarusRecordedDossier');
    expect((await grantRelease(supervisor, id, own.release)).problems).toEqual([
      { path: 'release', code: 'SAME_OFFICER' },
    ]);
  });

  test('are two people, though one of them be both', async () => {
    const both = agency.as('BELARUS', 'LIAISON', 'SUPERVISOR');
    const own = await proposeRelease(both, proposalTo(id));
    expect(await grantRelease(both, id, own.release)).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'release', code: 'SAME_OFFICER' }],
    });
    expect(await grantRelease(both.called('another'), id, own.release)).toMatchObject({
      __typename: 'BelarusRecordedDossier',
    });
  });
});
