import { type Action, actions } from '../../../terms/actions.ts';
import type { Role } from '../../../terms/enums.ts';
import type { Side } from './policy.ts';

export const isAction = (name: string): name is Action => Object.hasOwn(actions, name);

/** Actions of another agency's officers too, who are told less: of budgets their own agency's doings alone, of quarters no small numbers. */
const forBothSides: readonly Action[] = ['readBudgets', 'readOperationQuarters'];

/** @param side `own` for an officer of the agency that would act */
export const mayAct = (side: Side, roles: readonly Role[], action: Action): boolean =>
  (side === 'own' || forBothSides.includes(action)) && actions[action].some((role) => roles.includes(role));
