import { type Action, actions } from '../../../terms/actions.ts';
import type { RedactionReason } from '../../../terms/enums.ts';
import {
  type DecidedClass,
  decidedClasses,
  type InformationClass,
  purposes,
  roles,
} from '../../../terms/enums.ts';
import type { Advice } from './advice.ts';
import { type PolicyTable, type Side, verdictInRow } from './policy.ts';

const isOpened = (table: PolicyTable, side: Side, role: string, purpose: string, column: string): boolean =>
  verdictInRow(table[`${role} ${purpose}` as keyof PolicyTable], side, column as DecidedClass) !== 'DENY';

/** OPEN is open to whoever may read any class. */
const columnsOf = (informationClass: InformationClass): readonly DecidedClass[] =>
  decidedClasses.filter((column) => informationClass === 'OPEN' || column === informationClass);

/**
 * Advice to a viewer about a withheld field. It follows from the policy and the question alone, so it says nothing of
 * any record.
 */
export function adviceOf(
  reason: RedactionReason,
  {
    contactPoint,
    side,
    table,
    held,
    informationClass,
    action,
  }: {
    contactPoint: string;
    side: Side;
    table: PolicyTable;
    held: readonly string[];
    informationClass: InformationClass;
    /** The action that the viewer would have to be allowed, if that is the obstacle and not the class. */
    action?: Action;
  },
): Advice {
  if (action)
    return side === 'own' ? { code: 'ACTION_OF_ROLES', roles: actions[action] } : { code: 'OWNERS_OFFICERS' };
  const columns = columnsOf(informationClass);
  const opened = (role: string, purpose: string) =>
    columns.some((column) => isOpened(table, side, role, purpose, column));
  switch (reason) {
    case 'ROLE': {
      const able = roles.filter((role) => purposes.some((purpose) => opened(role, purpose)));
      return able.length > 0 ? { code: 'OTHER_ROLE', roles: able } : { code: 'NOBODY' };
    }
    case 'PURPOSE': {
      const able = purposes.filter((purpose) => held.some((role) => opened(role, purpose)));
      return able.length > 0 ? { code: 'OTHER_PURPOSE', purposes: able } : { code: 'NO_OTHER_PURPOSE' };
    }
    case 'LEGAL_BASIS':
      return { code: 'NAME_AGREEMENT' };
    case 'CASE':
      return side === 'own' ? { code: 'NAME_CASE' } : { code: 'RELEASE_FOR_CASE', contactPoint };
    case 'REASON_NEEDED':
      return { code: 'GIVE_REASON' };
    case 'NOT_RELEASED':
      return { code: 'ASK_RELEASE', contactPoint };
    case 'RELEASE_EXPIRED':
      return { code: 'ASK_NEW_RELEASE', contactPoint };
    case 'RELEASE_RECALLED':
      return { code: 'ASK_WHY_RECALLED', contactPoint };
  }
}
