import { type Agency, othersThan } from '../../../../terms/agencies.ts';
import type { CurvePool } from '../../matching/two-key/curve-pool.ts';
import type { IndicatorKeys } from '../../matching/two-key/indicator-key-settings.ts';
import { type EpochKeys, keyOfEpoch } from '../../matching/two-key/indicator-keys.ts';
import type { NodeIdOf } from '../../records/formats/text/node-id.ts';
import type { MeasurePace } from '../../records/measures/measure-pace.ts';
import type { SightingStore } from '../../storage/indicators/sighting-store.ts';
import type { CheckStore } from '../../storage/measures/check-store.ts';
import type { ComparedStore } from '../../storage/measures/compared-store.ts';
import type { MeasuringStore } from '../../storage/measures/measuring-store.ts';
import type { NoticeBook } from '../../storage/notices/notice-book.ts';

/** The parts of an agency that compare its measures with those of others. */
export interface Measuring {
  own: Agency;
  /** Those of measures: an agency that has none is compared with in no way. */
  keys: IndicatorKeys;
  curve: Pick<CurvePool, 'blind' | 'evaluate' | 'finish'>;
  measures: MeasuringStore;
  compared: ComparedStore;
  checks: CheckStore;
  sightings: Pick<SightingStore, 'spread'>;
  book: Pick<NoticeBook, 'note'>;
  nodeIdOf: NodeIdOf;
  /** Where its officers are reached about a conflict. */
  contactPoint: string;
  pace: MeasurePace;
  /** Tells, by its name, an identifier that many hold who have nothing to do with each other. */
  isCommon(indicator: string): boolean;
  /**
   * The joint operations that an agency has with another one, or has had within the days for which a token counts: what was told of one that has ended is
   * still expected.
   */
  operationsWith(other: Agency): Promise<readonly string[]>;
  /** Called when messages to other agencies were stored. */
  onMessages(): void;
  /** Called when the proof of another agency's answer is wrong. */
  onWrongProof(other: Agency, fault: string): void;
}

/** The agencies that measures are compared with. */
export const comparedWith = ({ own, keys }: Pick<Measuring, 'own' | 'keys'>): Agency[] =>
  othersThan(own).filter((other) => keys.others.has(other));

/** The epoch that both this agency and another one have next keys of. */
export function nextEpochWith({ own, others }: IndicatorKeys, other: Agency): string | undefined {
  const theirs: EpochKeys<{ kid: string; epoch: string; publicKey: Uint8Array }> | undefined =
    others.get(other);
  const { next } = own;
  return next && theirs && keyOfEpoch(theirs, next.epoch) ? next.epoch : undefined;
}
