import type { IdentifierUse } from '../../../../terms/enums.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { obstacleAbroad } from '../../records/dossier/obstacle-abroad.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import { importing, type SightingRecord } from '../../records/indicators/sighting.ts';
import { isToGo } from '../../records/values/value.ts';
import { type LocatedValue, valuesOf } from '../../records/values/values-of.ts';
import { indicatorOf } from './indicator-of.ts';

type Compared = Pick<DossierRecord, '_id' | 'handlingCode' | 'status' | 'cases' | 'recordedWith'> &
  Partial<DossierRecord>;

/** Somebody who was made to pass money on is no offender, and neither are their phone and their account. */
const isOffender = ({ roles = [] }: Compared): boolean =>
  roles.length === 0 || roles.some(({ coerced }) => coerced !== true);

/**
 * The value is an offender's, stands uncontested by officers of its cases, is not to be removed, and another officer has looked at it where that is needed.
 * An officer's word on whose it is goes before what the roles say.
 */
function isCompared({ value }: LocatedValue, dossier: Compared): boolean {
  const { contested, comparedUntil, unsigned } = value.provenance;
  if ((contested && !comparedUntil) || unsigned || isToGo(value.provenance)) return false;
  const { use } = value as { use?: IdentifierUse };
  return use === undefined ? isOffender(dossier) : use === 'OFFENDER';
}

const imported = 'import ';

/**
 * The identifiers of a dossier that are compared with those of other agencies: of offenders alone, and of no dossier that is for its owner
 * alone or whose person was cleared.
 */
export function sightingsOf(dossier: Compared, nodeIdOf: NodeIdOf): SightingRecord[] {
  if (obstacleAbroad(dossier)) return [];
  const { _id: id, cases, recordedWith } = dossier;
  const isImported = recordedWith.startsWith(imported);
  const found = new Map<string, SightingRecord>();
  for (const located of valuesOf(dossier)) {
    const identifier = isCompared(located, dossier) ? indicatorOf(located) : undefined;
    if (!identifier) continue;
    const indicator = nodeIdOf(identifier.kind, identifier.value);
    const at = located.value.provenance.recordedAt;
    const before = found.get(indicator);
    if (before && before.at <= at) continue;
    found.set(indicator, {
      _id: `${id} ${indicator}`,
      dossier: id,
      indicator,
      ...identifier,
      cases: [...cases].sort(),
      at,
      isImported,
      ...(isImported && { recorder: importing }),
      change: 'HELD',
    });
  }
  return [...found.values()];
}
