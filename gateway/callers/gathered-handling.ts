import { z } from 'zod';
import { answerHandlings, informationClasses } from '../../terms/enums.ts';

/** A restriction under which what an agency has answered may be used, as its subgraph gives it. */
const handling = z.strictObject({
  coordinate: z.string(),
  class: z.enum(informationClasses),
  owner: z.string(),
  handling: z.enum(answerHandlings),
  /** The owner's words on it. */
  remark: z.string().optional(),
  /** The dossiers whose field it is about. */
  records: z.array(z.string()),
});
type Handling = z.infer<typeof handling>;

/** The restrictions that all fetches of one request have come with, each once. */
export interface GatheredHandling {
  /** Takes what came from an agency; restrictions in another's name, or of another shape, are left out. */
  add(agency: string, extensions: Readonly<Record<string, unknown>> | undefined): void;
  all(): Handling[];
}

const keyOf = ({ owner, coordinate, handling: code, remark = '' }: Handling): string =>
  `${owner} ${coordinate} ${code} ${remark}`;

export function gatheredHandling(): GatheredHandling {
  const gathered = new Map<string, Handling>();
  return {
    add(agency, extensions) {
      const told = extensions?.handling;
      for (const each of Array.isArray(told) ? told : []) {
        const { data } = handling.safeParse(each);
        if (data?.owner !== agency) continue;
        const known = gathered.get(keyOf(data))?.records ?? [];
        gathered.set(keyOf(data), { ...data, records: [...new Set([...known, ...data.records])].sort() });
      }
    },
    // By their keys, so that the order is the same whichever agency answers first.
    all: () => [...gathered].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found),
  };
}
