import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import { read } from '../releases/support.ts';

describe('where an agency’s policy lets time countersign', () => {
  let timed: AgencyInProcess;
  beforeAll(async () => {
    const definition = { ...belarus, policy: { ...belarus.policy, unsignedDays: 3 } };
    const [first] = dossierOf('any').names;
    if (!first) throw new Error('there is no name');
    const at = new Date('2026-11-01T00:00:00Z');
    const late = {
      ...first,
      id: 'VLATE00000001',
      surname: 'Pozni',
      provenance: { ...first.provenance, unsigned: { by: 'anna', at } },
    };
    timed = await agencyInProcess(definition, {
      dossiers: [dossierOf('BY-T1MED0000001', { names: [first, late] })],
    });
  });

  test('a value is seen abroad after its days, and not before', async () => {
    const names = async (now: string) => {
      const { half } = await read(timed.as('RUSSIA', 'INVESTIGATOR').at(new Date(now)), 'BY-T1MED0000001');
      return half.names.length;
    };
    expect(await names('2026-11-03T23:00:00Z')).toBe(1);
    expect(await names('2026-11-04T00:00:00Z')).toBe(2);
  });
});
