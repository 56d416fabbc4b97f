import type { Receipt } from './answer.ts';
import type { Place } from './walk.ts';

/** Whether a receipt is about the value at a place; what the answer does not tell of the place speaks for it. */
const isAbout = (receipt: Receipt, { coordinates, owner, dossier }: Place): boolean =>
  coordinates.includes(receipt.coordinate) &&
  (owner === undefined || owner === receipt.owner) &&
  (receipt.records === null || dossier === undefined || receipt.records.includes(dossier));

/** Why a value is not there: receipts that are about its place. None means that nothing was withheld there. */
export const receiptsAt = (receipts: readonly Receipt[], place: Place): Receipt[] =>
  receipts.filter((receipt) => isAbout(receipt, place));
