import { mongo } from 'mongoose';
import type { IndicatorRecord, RoundRecord } from '../../records/indicators/indicator-record.ts';

/** Bytes as the driver gives them back. */
export const storedBytes = (stored: unknown): Uint8Array =>
  stored instanceof mongo.Binary ? new Uint8Array(stored.buffer) : new Uint8Array(stored as Uint8Array);

/** An indicator as it was read, with its element in bytes. */
export const indicatorOfStore = (record: IndicatorRecord): IndicatorRecord => ({
  ...record,
  ...(record.element && { element: storedBytes(record.element) }),
});

/** A round as it was read, with its slots in bytes. */
export const roundOfStore = (record: RoundRecord): RoundRecord => ({
  ...record,
  slots: record.slots.map(({ blind, element, ...slot }) => ({
    ...slot,
    blind: storedBytes(blind),
    element: storedBytes(element),
  })),
});
