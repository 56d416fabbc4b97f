import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { take } from '../../../actions/take.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';
import type { Officer } from '../../../support/world/officer.ts';
import {
  grantRelease,
  proposalTo,
  proposeRelease,
  recallRelease,
} from '../records/dossier/releases/support.ts';

const [open, cleared] = ['BY-STEPS0000001', 'BY-STEPS0000002'];
const acquitted = (dossier: DossierRecord): DossierRecord => ({
  ...dossier,
  status: { ...dossier.status, stage: 'ACQUITTED' },
});

describe('a step on a release or a link', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    const releases = [
      proposalOf({ id: 'VPROPOSED', classes: ['IDENTITY', 'VICTIM'] }),
      releaseOf({ id: 'VGRANTED' }),
    ];
    agency = await agencyInProcess(belarus, {
      dossiers: [dossierOf(open, { releases }), acquitted(dossierOf(cleared, { releases }))],
    });
  });

  const liaison = () => agency.as('BELARUS', 'LIAISON');
  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
  const link = (officer: Officer, action: string, input: object) =>
    take(officer, 'BELARUS', action, { foreign: { dossier: 'RU-0000000001' }, ...input });
  const proposed = { version: 1, decision: 'SAME', reason: 'The same passport' };
  const inputs = {
    proposeLink: proposed,
    countersignLink: { version: 1 },
    withdrawLink: { of: 'PROPOSAL', reason: 'A mistake' },
  };

  const everyStep = (dossier: string, by: (officer: Officer) => Officer) => [
    proposeRelease(by(liaison()), proposalTo(dossier)),
    grantRelease(by(supervisor()), dossier, 'VPROPOSED'),
    recallRelease(by(supervisor()).for('PREVENTION'), dossier, 'VGRANTED'),
    ...(['proposeLink', 'countersignLink', 'withdrawLink'] as const).map((action) =>
      link(by(action === 'countersignLink' ? supervisor().for('PREVENTION') : liaison()), action, {
        dossier,
        ...inputs[action],
      }),
    ),
  ];

  test('tells who may not read CASE nothing of what became of the person, not even that there is something to tell', async () => {
    const outside = (officer: Officer) => officer.for('PREVENTION', 'BY-2026-000777');
    const ofCleared = await Promise.all(everyStep(cleared, outside));
    const ofOpen = await Promise.all(everyStep(open, outside));
    expect(ofCleared.map(({ codes }) => codes)).toEqual(ofCleared.map(() => ['FORBIDDEN']));
    expect(ofCleared).toEqual(ofOpen);
  });

  test('tells who may read it why the step cannot be taken', async () => {
    const told = await proposeRelease(liaison(), proposalTo(cleared));
    expect(told.problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
    const ofLinks = await link(liaison(), 'proposeLink', {
      dossier: cleared,
      ...proposed,
    });
    expect(ofLinks.problems).toEqual([{ path: 'dossier', code: 'DOSSIER_CLOSED' }]);
  });

  test('gives away no class that its officer may not read, whoever proposes or grants it', async () => {
    const victims = { ...proposalTo(open), classes: ['VICTIM'] };
    expect((await proposeRelease(liaison(), victims)).codes).toEqual(['FORBIDDEN']);
    expect((await proposeRelease(supervisor(), victims)).__typename).toBe('BelarusRecordedDossier');
    const withoutVictims = supervisor().called('another').for('PREVENTION', 'BY-2026-000001');
    expect((await grantRelease(withoutVictims, open, 'VPROPOSED')).codes).toEqual(['FORBIDDEN']);
    const granted = await grantRelease(supervisor().called('another'), open, 'VPROPOSED');
    expect(granted.__typename).toBe('BelarusRecordedDossier');
  });

  test('reaches abroad on a ground that counts there, and is taken back on any', async () => {
    const atHome = (officer: Officer) => officer.under('NATIONAL_LAW');
    expect((await proposeRelease(atHome(liaison()), proposalTo(open))).codes).toEqual(['MANDATE_INVALID']);
    expect((await grantRelease(atHome(supervisor()), open, 'VPROPOSED')).codes).toEqual(['MANDATE_INVALID']);
    const joined = await link(atHome(liaison()), 'proposeLink', {
      dossier: open,
      ...proposed,
    });
    expect(joined.codes).toEqual(['MANDATE_INVALID']);
    expect((await recallRelease(atHome(supervisor()), open, 'VGRANTED')).__typename).toBe(
      'BelarusRecordedDossier',
    );
  });
});
