import type { Random } from '../chance/random.ts';
import { digits, withLuhnDigit } from './digits.ts';

/** Begins with 00, the reporting body of test devices (GSMA TS.06), so no device that is sold has it. */
export const imei = (random: Random): string => withLuhnDigit(`001010${digits(random, 8)}`);

/** Of a test network: ITU-T E.212 keeps the country code 001 for them. */
export const imsi = (random: Random): string => `00101${digits(random, 10)}`;

/** A SIM card's number (ITU-T E.118): 89, then a country's calling code, and none begins with 0. */
export const iccid = (random: Random): string => withLuhnDigit(`8900101${digits(random, 11)}`);

const simBoxes = [
  { model: 'Skylark SL-8', slots: 8 },
  { model: 'Skylark SL-32', slots: 32 },
  { model: 'Nightjar N64', slots: 64 },
  { model: 'Bittern Pool 128', slots: 128 },
  { model: 'Bittern Pool 512', slots: 512 },
] as const;

/** A GSM gateway of an invented maker. */
export function simBox(random: Random): { value: string; model: string; slots: number } {
  const { model, slots } = random.pick(simBoxes);
  return { value: `DEMO-${model.slice(0, 2).toUpperCase()}${slots}-${digits(random, 6)}`, model, slots };
}
