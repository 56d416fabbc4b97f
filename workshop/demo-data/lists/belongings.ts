import type { CriminalRole } from '../../../subgraphs/agency/records/values/roles.ts';
import type { Random } from '../chance/random.ts';
import type { Gang } from '../people/gang.ts';
import type { Recording } from '../people/recording.ts';
import { trueRoles } from './roles.ts';

/** How likely it is that somebody has a thing of each kind. */
type Chances<Kind extends string> = Partial<Record<Kind, number>>;

/** What people and gangs have of one list, and how each thing is made. */
export interface Belongings<Kind extends string, Thing> {
  list: string;
  /** The belongings of a person of a role. */
  ofRole: Record<CriminalRole['kind'], Chances<Kind>>;
  /** Of what the gang has, which a member uses: then one of two. */
  ofGang: Record<Gang['kind'], Chances<Kind>>;
  make(kind: Kind, random: Random): Thing;
}

const kindsAmong = <Kind extends string>(chances: Chances<Kind>, random: Random): Kind[] =>
  (Object.entries(chances) as [Kind, number][])
    .filter(([, chance]) => random.chance(chance))
    .map(([kind]) => kind);

/** One of the gang's things; the same for all who are given the same number. */
export const sharedThing = <Kind extends string, Thing>(
  { list, make }: Belongings<Kind, Thing>,
  kind: Kind,
  gang: Gang,
  number: 1 | 2,
): Thing => make(kind, gang.stream(`${list}/${kind}/${number}`));

/** What is true of the person; the gang's things come last. */
export function trueBelongings<Kind extends string, Thing>(
  { gang, ofPerson }: Recording,
  table: Belongings<Kind, Thing>,
): Thing[] {
  const { main, companion } = trueRoles(ofPerson('roles'));
  const truth = ofPerson(table.list);
  const own = [main, ...(companion ? [companion] : [])].flatMap((role) =>
    kindsAmong(table.ofRole[role], truth).map((kind) => table.make(kind, truth)),
  );
  if (!gang) return own;
  const ofTheGang = ofPerson(`${table.list}/gang`);
  const used = kindsAmong(table.ofGang[gang.kind], ofTheGang).map((kind) =>
    sharedThing(table, kind, gang, ofTheGang.pick([1, 2] as const)),
  );
  return [...own, ...used];
}
