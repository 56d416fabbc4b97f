import type { Comparing } from './actions/indicators/comparing.ts';
import type { Measuring } from './actions/measures/measuring.ts';
import type { IndicatorKeys } from './matching/two-key/indicator-key-settings.ts';
import type { AgencyDefinition } from './permissions/agency-definition.ts';
import type { NodeNaming } from './records/formats/text/node-id.ts';
import type { MeasurePace } from './records/measures/measure-pace.ts';
import type { AgencyModels } from './storage/database/agency-models.ts';
import { checkStore } from './storage/measures/check-store.ts';
import { comparedStore } from './storage/measures/compared-store.ts';
import { measuringStore } from './storage/measures/measuring-store.ts';

/** Makes what compares an agency's measures with other agencies', over its models, with the thread and the lists of what compares its identifiers. */
export function openMeasuring(
  {
    models,
    contactPoint,
    comparing: { own, curve, sightings, book, isCommon, onWrongProof },
    naming,
  }: Pick<AgencyDefinition, 'contactPoint'> & {
    models: AgencyModels;
    comparing: Comparing;
    naming: NodeNaming;
  },
  {
    keys,
    pace,
    operationsWith,
  }: { keys: IndicatorKeys; pace: MeasurePace; operationsWith: Measuring['operationsWith'] },
  onMessages: () => void,
): Measuring {
  return {
    own,
    keys,
    curve,
    sightings,
    book,
    pace,
    measures: measuringStore(models.measureTokens.db, models),
    compared: comparedStore(models),
    checks: checkStore(models.measureChecks, onMessages),
    nodeIdOf: naming.idOf,
    contactPoint,
    isCommon,
    operationsWith,
    onMessages,
    onWrongProof,
  };
}
