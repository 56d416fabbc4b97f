import { createHash } from 'node:crypto';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { linkState } from '../../records/dossier/links/link-state.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import { isCleared } from '../../records/values/status.ts';
import { sightingsOf } from './sightings-of.ts';

/**
 * Everything of a dossier that its measures are compared by, in one text that changes when any of it does: its identifiers, its links, who it is for, and
 * whether its person was cleared.
 */
export function measureBasis(dossier: DossierRecord, nodeIdOf: NodeIdOf): string {
  const open =
    dossier.handlingCode === 'ORIGINATOR_ONLY'
      ? { ...dossier, handlingCode: 'ON_RELEASE' as const }
      : dossier;
  const identifiers = sightingsOf(open, nodeIdOf).map(({ indicator }) => indicator);
  const links = (dossier.links ?? [])
    .filter((link) => link.ended === undefined && linkState(link) === 'SAME')
    .map((link) => link.dossier ?? '');
  const whole = [dossier.handlingCode, isCleared(dossier), [...new Set(identifiers)].sort(), links.sort()];
  return createHash('sha256').update(JSON.stringify(whole)).digest('base64url').slice(0, 22);
}
