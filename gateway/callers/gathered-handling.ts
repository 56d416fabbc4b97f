import { z } from 'zod';
import { answerHandlings, informationClasses } from '../../terms/enums.ts';
import { GatheredLimits } from './gathered-limits.ts';

/** A restriction under which what an agency has answered may be used, as its subgraph gives it. What a later version adds to it is not passed on. */
const handling = z.object({
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
  /**
   * Takes what came from an agency; restrictions in another's name, or of another shape, are left out.
   * @returns false where it is more than an agency may tell: then nothing is taken
   */
  add(agency: string, extensions: Readonly<Record<string, unknown>> | undefined): boolean;
  all(): Handling[];
}

const keyOf = ({ owner, coordinate, handling: code, remark = '' }: Handling): string =>
  `${owner} ${coordinate} ${code} ${remark}`;

export function gatheredHandling(): GatheredHandling {
  const gathered = new Map<string, { last: Handling; records: Set<string> }>();
  const limits = new GatheredLimits();
  const add = (last: Handling) => {
    const records = gathered.get(keyOf(last))?.records ?? new Set();
    for (const record of last.records) records.add(record);
    gathered.set(keyOf(last), { last, records });
  };
  return {
    add(agency, extensions) {
      const told = extensions?.handling;
      if (!Array.isArray(told)) return true;
      if (!limits.mayAdd(agency, told)) return false;
      for (const each of told) {
        const { data } = handling.safeParse(each);
        if (data?.owner === agency) add(data);
      }
      return true;
    },
    // By their keys, so that the order is the same whichever agency answers first.
    all: () =>
      [...gathered]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { last, records }]) => ({ ...last, records: [...records].sort() })),
  };
}
