import { countShareableUndecided } from '../../../../../subgraphs/agency/storage/stores/count-shareable-undecided.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { take } from '../../../../actions/take.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import type { Officer } from '../../../../support/world/officer.ts';

const [first, second, narrow] = ['BY-A000000001', 'BY-A000000002', 'BY-A000000003'] as const;

describe('dossiers that are SHAREABLE from before it took two officers', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    const dossiers = [
      dossierOf(first, { handlingCode: 'SHAREABLE' }),
      dossierOf(second, { handlingCode: 'SHAREABLE' }),
      dossierOf(narrow, { handlingCode: 'ON_RELEASE' }),
    ];
    agency = await agencyInProcess(belarus, { dossiers });
    await agency.models.dossiers.updateMany({}, { $unset: { shareable: 1 } });
  });

  const count = () => countShareableUndecided(agency.models.dossiers);
  async function act(officer: Officer, action: string, input: object) {
    const done = { codes: [], __typename: 'BelarusRecordedDossier' };
    expect(await take(officer, 'BELARUS', action, input)).toMatchObject(done);
  }

  test('are counted', async () => {
    expect(await count()).toBe(2);
  });

  test('are found by a supervisor in the list of dossiers', async () => {
    const { data } = await agency
      .as('BELARUS', 'SUPERVISOR')
      .run('{ belarus { dossiers { nodes { id handlingCode shareable { isDecided } } } } }');
    expect(data.belarus.dossiers.nodes).toEqual([
      { id: first, handlingCode: 'SHAREABLE', shareable: null },
      { id: second, handlingCode: 'SHAREABLE', shareable: null },
      { id: narrow, handlingCode: 'ON_RELEASE', shareable: null },
    ]);
  });

  test('are counted until two officers have decided so, or one has taken it back', async () => {
    const [proposal, reason] = [agency.as('BELARUS', 'LIAISON'), 'Looked at again'];
    await act(proposal, 'proposeShareable', { dossier: first, version: 1, reason });
    expect(await count()).toBe(2);
    const supervisor = agency.as('BELARUS', 'SUPERVISOR');
    await act(supervisor, 'countersignShareable', { dossier: first, version: 2 });
    expect(await count()).toBe(1);
    const narrowed = { dossier: second, version: 1, handlingCode: 'ON_RELEASE', reason };
    await act(supervisor, 'changeHandlingCode', narrowed);
    expect(await count()).toBe(0);
  });
});
