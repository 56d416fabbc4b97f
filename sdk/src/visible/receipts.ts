import type { Advice, Agency, InformationClass, Open, Reason } from './visible.ts';

/** What the gateway says of a field that was withheld, as it is in `extensions.redactions`. */
export interface Receipt {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  readonly coordinate: string;
  readonly class: Open<InformationClass>;
  readonly owner: Open<Agency>;
  readonly reason: Open<Reason>;
  /** The ids of the dossiers whose field was withheld; null means all of the answer. */
  readonly records: readonly string[] | null;
  readonly remedy: string;
  /** The remedy to be said in another language; an older gateway gives none. */
  readonly advice?: Advice;
}

/** The receipts of one answer, found by coordinate and dossier. */
export type ReceiptFor = (coordinate: string, dossier: string | undefined) => Receipt | undefined;

/**
 * Finds the receipt of a null. Where the dossier is not known, a receipt of any record counts: a field must rather be
 * called withheld than absent.
 */
export function receiptsBy(receipts: readonly Receipt[]): ReceiptFor {
  const byCoordinate = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const known = byCoordinate.get(receipt.coordinate);
    if (known) known.push(receipt);
    else byCoordinate.set(receipt.coordinate, [receipt]);
  }
  return (coordinate, dossier) =>
    byCoordinate
      .get(coordinate)
      ?.find(({ records }) => !records || dossier === undefined || records.includes(dossier));
}
