import type { Agency } from '../../../../terms/agencies.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { linkState } from '../../records/dossier/links/link-state.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import type { ComparedMeasure } from '../../records/measures/comparing/compared-measure.ts';
import type { MeasuredValue } from '../../records/measures/comparing/measured-value.ts';
import { linkedPair, surestValues } from '../../records/measures/comparing/surest-values.ts';
import { isCleared } from '../../records/values/status.ts';
import { valuesOf } from '../../records/values/values-of.ts';
import { indicatorOf } from './indicator-of.ts';
import { sightingsOf } from './sightings-of.ts';

type Target = Pick<ComparedMeasure, 'target' | 'comparesSecret'>;

/** The dossier as it is compared for a measure: one that is for its owner alone only where its supervisor has said so. */
const comparedDossier = (dossier: DossierRecord, { comparesSecret }: Target): DossierRecord =>
  comparesSecret && dossier.handlingCode === 'ORIGINATOR_ONLY'
    ? { ...dossier, handlingCode: 'ON_RELEASE' }
    : dossier;

/** The one value that a measure is against, where it is an identifier that is compared. */
function targetOf(
  dossier: DossierRecord,
  target: string,
  compared: readonly MeasuredValue[],
): MeasuredValue[] {
  const located = valuesOf(dossier).find(({ value }) => value.id === target);
  const indicator = located && indicatorOf(located);
  return compared.filter(({ kind, value }) => kind === indicator?.kind && value === indicator.value);
}

/** The names of all that a measure may be compared by, among the agency's own identifiers: of each is asked whether it is widely shared. */
export const comparableNames = (dossier: DossierRecord, measure: Target, nodeIdOf: NodeIdOf): string[] =>
  sightingsOf(comparedDossier(dossier, measure), nodeIdOf).map(({ indicator }) => indicator);

/** The values by which measures against a dossier are compared, whichever agency with. */
export interface MeasureValues {
  /** Each with the name that it has among the agency's own identifiers. */
  identifiers: (MeasuredValue & { indicator: string })[];
  /** The pairs of dossiers of one person, by the other agency. */
  linked: ReadonlyMap<Agency, MeasuredValue[]>;
}

/**
 * Everything that a measure is compared by: what early warnings would compare of its dossier, or its target alone, and the dossiers of other agencies that
 * both have called the same person. Nothing of a dossier whose person was cleared, nor of one that is for its owner alone.
 */
export function measureValuesOf(
  whole: DossierRecord,
  measure: Target,
  nodeIdOf: NodeIdOf,
  isWithheld: (indicator: string) => boolean,
): MeasureValues {
  const dossier = comparedDossier(whole, measure);
  if (isCleared(dossier) || dossier.handlingCode === 'ORIGINATOR_ONLY')
    return { identifiers: [], linked: new Map() };
  const compared = sightingsOf(dossier, nodeIdOf)
    .filter(({ indicator }) => !isWithheld(indicator))
    .map(({ kind, value }): MeasuredValue => ({ kind, value }));
  const chosen =
    measure.target === undefined ? surestValues(compared) : targetOf(dossier, measure.target, compared);
  const linked = new Map<Agency, MeasuredValue[]>();
  for (const link of dossier.links ?? [])
    if (link.dossier !== undefined && link.ended === undefined && linkState(link) === 'SAME')
      linked.set(link.agency, [...(linked.get(link.agency) ?? []), linkedPair(dossier._id, link.dossier)]);
  return {
    identifiers: chosen.map((each) => ({ ...each, indicator: nodeIdOf(each.kind, each.value) })),
    linked,
  };
}
