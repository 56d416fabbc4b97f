import { type Comes, isKnown, recordRefusal } from './by-record.ts';
import { classOfField, type FieldClass, rolesOfAction } from './fields.ts';
import type { DossierState } from './states.ts';
import {
  type Column,
  columns,
  everyPurpose,
  letterOf,
  type Owner,
  type PurposeName,
  type RoleName,
} from './table.ts';

/** Who asks whose dossiers, for what. */
export interface Question extends Comes {
  owner: Owner;
  roles: readonly RoleName[];
  legalBasis: string;
}

/** Why something is withheld; `isStatic` when it is so for every record and for none. */
export type Refusal = { reason: string; isStatic: boolean };

const strength = '-RA';

/** Oversight stands alone: joined to other roles it leaves nothing of them. */
const held = (roles: readonly RoleName[]): readonly RoleName[] =>
  roles.includes('OVERSEER') ? ['OVERSEER'] : roles;

/** Several roles have what any of them has, and never more. */
const letter = ({ owner, side, roles }: Question, purpose: PurposeName, column: Column): string =>
  held(roles)
    .map((role) => letterOf(owner, side, role, purpose, column))
    .reduce<string>((best, one) => (strength.indexOf(one) > strength.indexOf(best) ? one : best), '-');

/** LINKAGE is for machines, and goes with OPEN: what is in it is of the other classes. */
const isOfNoColumn = (of: FieldClass): of is 'OPEN' | 'LINKAGE' => of === 'OPEN' || of === 'LINKAGE';

const isDenied = (question: Question, purpose: PurposeName, of: FieldClass): boolean =>
  isOfNoColumn(of)
    ? columns.every((column) => letter(question, purpose, column) === '-')
    : letter(question, purpose, of) === '-';

/** What policy refuses whatever the record: OPEN to those who may read no class at all. */
export function policyRefusal(question: Question, of: FieldClass): Refusal | undefined {
  const { purpose, side, legalBasis } = question;
  if (isDenied(question, purpose, of)) {
    const isForAll = everyPurpose.every((each) => isDenied(question, each, of));
    return { reason: isForAll ? 'ROLE' : 'PURPOSE', isStatic: true };
  }
  if (side === 'foreign' && legalBasis === 'NATIONAL_LAW') return { reason: 'LEGAL_BASIS', isStatic: true };
  return undefined;
}

/** Whether what stands at a path is for some roles of the owner that this viewer has none of. */
export function actionRefusal({ side, roles }: Question, path: string): Refusal | undefined {
  const able = rolesOfAction.get(path);
  if (!able || (side === 'own' && able.some((role) => held(roles).includes(role)))) return undefined;
  return { reason: 'ROLE', isStatic: true };
}

/** Why a class of a dossier is withheld; undefined when it may be read. The dossier is one that the viewer knows of. */
export function classRefusal(question: Question, of: FieldClass, dossier: DossierState): Refusal | undefined {
  const refused = policyRefusal(question, of);
  if (refused || isOfNoColumn(of) || letter(question, question.purpose, of) === 'A') return refused;
  const reason = recordRefusal(question.owner, of, dossier, question);
  return reason === undefined ? undefined : { reason, isStatic: false };
}

/** Why a field of a dossier is withheld. */
export function fieldRefusal(question: Question, field: string, dossier: DossierState): Refusal | undefined {
  const of = classOfField.get(field);
  if (!of) throw new Error(`there is no expectation for the field ${field} of a dossier`);
  return actionRefusal(question, field) ?? classRefusal(question, of, dossier);
}

/** Whether a dossier is there at all for this viewer. */
export const isVisible = (question: Question, dossier: DossierState | undefined): dossier is DossierState =>
  dossier !== undefined && !policyRefusal(question, 'OPEN') && isKnown(dossier, question);
