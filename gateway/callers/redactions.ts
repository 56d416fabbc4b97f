import { z } from 'zod';
import { informationClasses } from '../../terms/enums.ts';

/** A receipt for what an agency has withheld, as its subgraph gives it. */
const redaction = z.strictObject({
  coordinate: z.string(),
  class: z.enum(informationClasses),
  owner: z.string(),
  reason: z.string(),
  /** The dossiers, or requests for information, whose field was withheld; null means all of the answer. */
  records: z.array(z.string()).nullable(),
  remedy: z.string(),
  /** The remedy as a code with what its sentence names. */
  advice: z
    .strictObject({
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
  /** Takes what came from an agency; receipts in another's name, or of another shape, are left out. */
  add(agency: string, extensions: Readonly<Record<string, unknown>> | undefined): void;
  all(): Redaction[];
}

export function gatheredRedactions(): Redactions {
  const gathered = new Map<string, Redaction>();
  const add = (found: Redaction) => {
    const key = `${placeOf(found)} ${found.records === null}`;
    const known = gathered.get(key);
    if (!known?.records || !found.records) {
      gathered.set(key, known ?? found);
      return;
    }
    gathered.set(key, { ...known, records: [...new Set([...known.records, ...found.records])].sort() });
  };
  return {
    add(agency, extensions) {
      const receipts = extensions?.redactions;
      for (const receipt of Array.isArray(receipts) ? receipts : []) {
        const parsed = redaction.safeParse(receipt);
        if (parsed.success && parsed.data.owner === agency) add(parsed.data);
      }
    },
    // By their keys, so that the order is the same whichever agency answers first.
    all: () => [...gathered].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found),
  };
}
