import type { RequestContext } from '../../../../../subgraphs/agency/api/context/request-context.ts';
import { tokensToCompare } from '../../../../../subgraphs/agency/api/search/tokens-to-compare.ts';
import type { DossierPart } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testKeys } from '../../../../support/match-keys.ts';

const reader = { matchKeys: testKeys, permissions: { decide: () => 'ALLOW' } } as unknown as RequestContext;
const tokensOf = (dossier: DossierPart) => tokensToCompare(dossier, reader);
const dossier = dossierOf('BY-C0MPARED00001', { handlingCode: 'ON_RELEASE' });

describe('what goes to another agency to be compared', () => {
  test('is nothing of a dossier that is for its owner alone, or of a cleared person', () => {
    expect(tokensOf(dossier)).not.toBeNull();
    expect(tokensOf({ ...dossier, handlingCode: 'ORIGINATOR_ONLY' })).toBeNull();
    for (const stage of ['ACQUITTED', 'DISCONTINUED'] as const)
      expect(tokensOf({ ...dossier, status: { ...dossier.status, stage } })).toBeNull();
  });

  test('is nothing of a value that waits for a second officer', () => {
    const [name, ...names] = dossier.names;
    if (!name) throw new Error('nobody has a name');
    const unsigned = {
      ...name,
      surname: 'Niemandski',
      provenance: { ...name.provenance, unsigned: { by: 'officer-1', at: new Date() } },
    };
    const { provenance, ...content } = unsigned;
    const { unsigned: _, ...signed } = provenance;
    expect(tokensOf({ ...dossier, names: [name, ...names, unsigned] })).toBe(tokensOf(dossier));
    expect(tokensOf({ ...dossier, names: [name, ...names, { ...content, provenance: signed }] })).not.toBe(
      tokensOf(dossier),
    );
  });
});
