import type { Mandate } from '../../../terms/mandate.ts';
import { dossierIn, nobody } from '../marked/records.ts';
import type { Question } from '../policy/oracle.ts';
import { type DossierState, namedCase, type StateName, stateNames, states } from '../policy/states.ts';
import type { Owner, PurposeName, RoleName, Side } from '../policy/table.ts';

/** Who asks whose dossiers for what: one cell of the table's columns, for one or several of its rows. */
export interface Viewpoint {
  owner: Owner;
  side: Side;
  roles: readonly RoleName[];
  purpose: PurposeName;
}

/** A dossier that is asked for, and the mandate's part that is no matter of the viewpoint. */
export interface Situation {
  name: string;
  id: string;
  /** Undefined where nobody has the dossier. */
  state: DossierState | undefined;
  question: Question;
  mandate: Mandate;
}

const treaty = 'COOPERATION_AGREEMENT';
const national = 'NATIONAL_LAW';

/** An own viewer is told the same of most states; these are all that can differ for him. */
const ofOwn: readonly StateName[] = ['visible', 'of the case', 'released', 'recalled', 'proposed', 'dark'];

/** Everything that one viewpoint can be asked about: each state of a record, with a case and without, and national law. */
export function situationsOf(viewpoint: Viewpoint): Situation[] {
  const { owner, side, purpose } = viewpoint;
  const situation = (name: StateName | undefined, legalBasis: Mandate['legalBasis'], number?: string) => ({
    name: `${name ?? 'none'}, ${number ?? 'no case'}, ${legalBasis}`,
    id: name ? dossierIn(owner, name) : nobody(owner),
    state: name && states[name],
    question: { ...viewpoint, legalBasis, case: number },
    mandate: { purpose, legalBasis, ...(number && { case: number }) },
  });
  const known = side === 'own' ? ofOwn : stateNames;
  const few: readonly StateName[] =
    side === 'own' ? ['visible', 'of the case'] : ['released', 'released for the case'];
  const isCaseless = purpose === 'PREVENTION' || purpose === 'DETECTION';
  return [
    ...[...known, undefined].map((name) => situation(name, treaty, namedCase)),
    ...[...few, undefined].map((name) => situation(name, national, namedCase)),
    ...(isCaseless ? [...few, undefined].map((name) => situation(name, treaty)) : []),
  ];
}
