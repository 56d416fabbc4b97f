import type { Link } from '../../../../../../subgraphs/agency/records/dossier/link.ts';
import { erasureOf } from '../../../../../../subgraphs/agency/records/dossier/retention/erasure-of.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';

const now = new Date('2026-11-24T12:00:00Z');
const at = new Date('2026-10-01T00:00:00Z');
const grounds = {
  decision: 'SAME',
  reason: 'The same documents',
  evidence: { kinds: [] },
  proposedBy: 'liaison-1',
  proposedAt: at,
  countersignedBy: 'supervisor-1',
} as const;
const link: Link = {
  agency: 'RUSSIA',
  dossier: 'RU-0000000001',
  isKnownById: true,
  own: { decision: 'SAME', decidedAt: at, grounds: { ...grounds, evidence: { kinds: [] } } },
  told: { decision: 'SAME', decidedAt: at, number: 1 },
};
const confirmed = { ...dossierOf('BY-0000000001'), links: [link], samePersonAs: ['RU-0000000001'] };

/** What becomes of the confirmed dossier when the first of these values has come to its end. */
function erased(field: 'names' | 'contacts') {
  const [first, ...rest] = confirmed[field];
  if (!first) throw new Error(`the dossier has no ${field}`);
  const ended = { ...first, provenance: { ...first.provenance, retainUntil: at } };
  const erasure = erasureOf({ ...confirmed, [field]: [ended, ...rest] }, now, {
    held: [],
    wasShareable: false,
  });
  if (erasure.kind !== 'VALUES') throw new Error(`it is ${erasure.kind}`);
  return erasure.step;
}

describe('values that come to their end', () => {
  test('reopen a decision that stood on them, and the other agency is told that it is in review', () => {
    const { set, unset, messages } = erased('names');
    expect(set.links).toMatchObject([{ own: { decision: 'NONE', proposal: { needsReview: true } } }]);
    expect(unset).toContain('samePersonAs');
    expect(messages).toMatchObject([{ to: 'RUSSIA', data: { decision: 'NONE', isInReview: true } }]);
  });

  test('leave it where it stood on others', () => {
    const { set, messages } = erased('contacts');
    expect(set.links).toBeUndefined();
    expect(messages).toEqual([]);
  });
});
