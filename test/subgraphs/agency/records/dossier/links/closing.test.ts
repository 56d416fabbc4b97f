import { close } from '../../../../../../subgraphs/agency/records/dossier/steps/close.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const told = { decision: 'SAME', decidedAt: new Date('2026-04-27T08:15:00Z') } as const;
const link = { agency: 'RUSSIA', dossier: 'RU-0000000001', own: told, told: { ...told, number: 1 } } as const;
const dossier = dossierOf('BY-0000000001', { links: [link], samePersonAs: [link.dossier] });
const closed = (stage: 'CONVICTED' | 'DISCONTINUED' | 'ACQUITTED') => {
  const decision = close(
    dossier,
    {
      by: 'supervisor-1',
      mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' },
      at: new Date(),
      idempotency: { key: 'key', fingerprint: 'fingerprint' },
    },
    { status: { ...dossier.status, stage }, erasedBy: new Date(), reason: 'The court has decided' },
    belarus.retention.removal,
  );
  if (!('step' in decision)) throw new Error('it is not closed');
  return decision.step;
};

describe('closing a dossier', () => {
  test.each(['DISCONTINUED', 'ACQUITTED'] as const)('as %s ends its links, and tells so', (stage) => {
    const { set, unset, messages } = closed(stage);
    expect(set.links).toMatchObject([{ own: { decision: 'NONE' } }]);
    expect(unset).toContain('samePersonAs');
    expect(messages).toMatchObject([{ data: { decision: 'NONE', hasEnded: true } }]);
  });

  test('as CONVICTED leaves them: its person is no less the same', () => {
    const { set, messages } = closed('CONVICTED');
    expect(set.links).toBeUndefined();
    expect(messages ?? []).toEqual([]);
  });
});
