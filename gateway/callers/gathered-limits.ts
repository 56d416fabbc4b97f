/** The most that one agency tells beside its data, in all its answers to one request. */
const limits = {
  /** Receipts, or restrictions. An agency tells one for each field and reason of an answer. */
  entries: 20_000,
  /** Ids of records in all of them. An operation asks for 44,000 fields. */
  records: 100_000,
} as const;

const recordsIn = (entry: unknown): number => {
  const records = typeof entry === 'object' && entry !== null && Reflect.get(entry, 'records');
  return Array.isArray(records) ? records.length : 0;
};

/** Counts what each agency has told beside its data, so that one that tells too much takes nothing from another. */
export class GatheredLimits {
  readonly #told = new Map<string, { entries: number; records: number }>();

  /** Counts entries before they are looked at. @returns false where they are too many */
  mayAdd(agency: string, told: readonly unknown[]): boolean {
    const before = this.#told.get(agency) ?? { entries: 0, records: 0 };
    const entries = before.entries + told.length;
    if (entries > limits.entries) return false;
    const records = told.reduce<number>((sum, entry) => sum + recordsIn(entry), before.records);
    if (records > limits.records) return false;
    this.#told.set(agency, { entries, records });
    return true;
  }
}
