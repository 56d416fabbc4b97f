import { z } from 'zod';
import { informationClasses } from '../../terms/enums.ts';
import { GatheredLimits } from './gathered-limits.ts';

/** A receipt for what an agency has withheld, as its subgraph gives it. What a later version adds to it is not passed on. */
const redaction = z.object({
  coordinate: z.string(),
  class: z.enum(informationClasses),
  owner: z.string(),
  reason: z.string(),
  /** The dossiers, or requests for information, whose field was withheld; null means all of the answer. */
  records: z.array(z.string()).nullable(),
  remedy: z.string(),
  /** The remedy as a code with what its sentence names. */
  advice: z
    .object({
      code: z.string(),
      roles: z.array(z.string()).optional(),
      purposes: z.array(z.string()).optional(),
      contactPoint: z.string().optional(),
    })
    .optional(),
});
type Redaction = z.infer<typeof redaction>;

/** Key that tells receipts apart and orders them, independent of which agency, or which fetch, answered first. */
const placeOf = ({ owner, coordinate, reason, class: of }: Redaction): string =>
  `${owner} ${coordinate} ${reason} ${of}`;

/** The receipts of all fetches of one request, each once: an agency that is asked in two phases withholds twice. */
export interface Redactions {
  /**
   * Takes what came from an agency; receipts in another's name, or of another shape, are left out.
   * @returns false where it is more than an agency may tell: then nothing is taken
   */
  add(agency: string, extensions: Readonly<Record<string, unknown>> | undefined): boolean;
  all(): Redaction[];
}

export function gatheredRedactions(): Redactions {
  const gathered = new Map<string, { receipt: Redaction; records: Set<string> | null }>();
  const limits = new GatheredLimits();
  const add = (receipt: Redaction) => {
    const key = `${placeOf(receipt)} ${receipt.records === null}`;
    const known = gathered.get(key);
    if (!known) gathered.set(key, { receipt, records: receipt.records && new Set(receipt.records) });
    else for (const record of receipt.records ?? []) known.records?.add(record);
  };
  return {
    add(agency, extensions) {
      const receipts = extensions?.redactions;
      if (!Array.isArray(receipts)) return true;
      if (!limits.mayAdd(agency, receipts)) return false;
      for (const receipt of receipts) {
        const parsed = redaction.safeParse(receipt);
        if (parsed.success && parsed.data.owner === agency) add(parsed.data);
      }
      return true;
    },
    // By their keys, so that the order is the same whichever agency answers first.
    all: () =>
      [...gathered]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { receipt, records }]) => ({ ...receipt, records: records && [...records].sort() })),
  };
}
