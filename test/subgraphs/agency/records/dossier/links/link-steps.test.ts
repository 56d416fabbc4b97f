import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import {
  mostLinks,
  propose,
  withdraw,
} from '../../../../../../subgraphs/agency/records/dossier/links/link-steps.ts';
import type { StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const author = {
  by: 'liaison-1',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' },
  at: new Date('2026-11-24T10:00:00Z'),
  idempotency: { key: 'one', fingerprint: 'one' },
} as const;
const proposed = { decision: 'SAME' as const, reason: 'The same passport', evidence: { kinds: [] } };
const foreignOf = (n: number) => ({
  agency: 'RUSSIA' as const,
  dossier: `RU-${String(n).padStart(10, '0')}`,
});

function taken(dossier: DossierRecord, result: StepResult): DossierRecord {
  if (!('step' in result)) throw new Error(JSON.stringify(result));
  return { ...dossier, ...result.step.set };
}

describe('proposals on the links of a dossier', () => {
  let full = dossierOf('BY-P0S1B1E00001', { handlingCode: 'SHAREABLE', links: [] });
  for (let n = 0; n < mostLinks; n++) full = taken(full, propose(full, author, foreignOf(n), proposed));

  test('are so many at most', () => {
    expect(propose(full, author, foreignOf(mostLinks), proposed)).toMatchObject({
      problems: [{ code: 'TOO_MANY' }],
    });
  });

  test('take no place any more once they are withdrawn, of which nothing was told', () => {
    let emptied = full;
    for (let n = 0; n < mostLinks; n++)
      emptied = taken(
        emptied,
        withdraw(emptied, author, foreignOf(n), { of: 'PROPOSAL', reason: 'Invented' }),
      );
    expect(emptied.links).toEqual([]);
    expect(propose(emptied, author, foreignOf(mostLinks), proposed)).toHaveProperty('step');
  });

  test('nor do decisions once they are withdrawn, whose links stay', () => {
    const decidedAt = author.at;
    const links = full.links.map(({ own: { proposal: _, ...own }, ...link }) => ({
      ...link,
      own: { ...own, decision: 'NONE' as const, decidedAt },
    }));
    expect(propose({ ...full, links }, author, foreignOf(mostLinks), proposed)).toHaveProperty('step');
  });
});
