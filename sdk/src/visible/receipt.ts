import type { Advice, Agency, InformationClass, Open, Reason, Withheld } from './visible.ts';

/** The gateway's receipt for a withheld field, as it is in `extensions.redactions`. */
export interface Receipt {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  readonly coordinate: string;
  readonly class: Open<InformationClass>;
  readonly owner: Open<Agency>;
  readonly reason: Open<Reason>;
  /** The ids of the dossiers, or requests for information, whose field was withheld; null means all of the answer. */
  readonly records: readonly string[] | null;
  readonly remedy: string;
  /** The remedy to be said in another language; an older gateway gives none. */
  readonly advice?: Advice;
}

/** The receipts of one answer, with those that some place in it has shown. */
export interface Receipts {
  /** Those of a field of a dossier. */
  of(coordinate: string, dossier: string | undefined): readonly Receipt[];
  /** Those of the fields of an input type. */
  ofInput(type: string): readonly Receipt[];
  isShown(receipt: Receipt): boolean;
  show(receipt: Receipt): void;
}

const none: readonly Receipt[] = [];

/**
 * True for a receipt of this dossier. If the dossier is not known, a receipt of any record counts: a field must rather
 * be called withheld than absent.
 */
const isOf = ({ records }: Receipt, dossier: string | undefined): boolean =>
  !records || dossier === undefined || records.includes(dossier);

export function receiptsOf(receipts: readonly Receipt[]): Receipts {
  const byCoordinate = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const known = byCoordinate.get(receipt.coordinate);
    if (known) known.push(receipt);
    else byCoordinate.set(receipt.coordinate, [receipt]);
  }
  const shown = new Set<Receipt>();
  return {
    of: (coordinate, dossier) =>
      byCoordinate.get(coordinate)?.filter((receipt) => isOf(receipt, dossier)) ?? none,
    ofInput: (type) => receipts.filter(({ coordinate }) => coordinate.startsWith(`${type}.`)),
    isShown: (receipt) => shown.has(receipt),
    show: (receipt) => shown.add(receipt),
  };
}

/** A receipt as the reason why there is no value. */
export const withheldBy = ({ coordinate, class: of, owner, reason, remedy, advice }: Receipt): Withheld => ({
  state: 'withheld',
  coordinate,
  class: of,
  owner,
  reason,
  remedy,
  ...(advice && { advice }),
});
