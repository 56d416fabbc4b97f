import type { Agency } from '../../../identity/agencies.ts';
import { purposes } from '../../../identity/mandate.ts';
import { roles } from '../../../identity/viewer.ts';
import type { InformationClass } from '../../../schema/access.ts';
import { type Action, actions } from './actions.ts';
import type { RecordReason } from './by-record.ts';
import { type PolicyColumn, type PolicyTable, policyColumns, type Side, verdictInRow } from './policy.ts';
import type { StaticReason } from './verdicts.ts';

export type Reason = StaticReason | RecordReason;

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const isOpened = (table: PolicyTable, side: Side, role: string, purpose: string, column: string): boolean =>
  verdictInRow(table[`${role} ${purpose}` as keyof PolicyTable], side, column as PolicyColumn) !== 'DENY';

/** What a viewer can do about a field that is for those who may take an action, whatever its class. */
export const remedyForAction = (action: Action, owner: Agency): string =>
  `This is for the ${orList.format(actions[action])} of ${owner}. Ask one of them.`;

/** OPEN is open to whoever may read any class. */
const columnsOf = (informationClass: InformationClass): readonly PolicyColumn[] =>
  policyColumns.filter((column) => informationClass === 'OPEN' || column === informationClass);

/**
 * What a viewer can do about a field that is withheld, in a sentence. It follows from the policy and the question
 * alone, so it says nothing of any record.
 */
export function remedyFor(
  reason: Reason,
  {
    owner,
    contactPoint,
    side,
    table,
    held,
    informationClass,
  }: {
    owner: Agency;
    contactPoint: string;
    side: Side;
    table: PolicyTable;
    held: readonly string[];
    informationClass: InformationClass;
  },
): string {
  const columns = columnsOf(informationClass);
  const opened = (role: string, purpose: string) =>
    columns.some((column) => isOpened(table, side, role, purpose, column));
  switch (reason) {
    case 'ROLE': {
      const able = roles.filter((role) => purposes.some((purpose) => opened(role, purpose)));
      return able.length > 0
        ? `Your role does not read ${informationClass} of ${owner}; ${orList.format(able)} does for some purposes. Ask a colleague who is one.`
        : `${owner} gives ${informationClass} to nobody of your agency.`;
    }
    case 'PURPOSE': {
      const able = purposes.filter((purpose) => held.some((role) => opened(role, purpose)));
      const forOthers =
        able.length > 0 ? ` Your role may ask for ${orList.format(able)}, if that is what you do.` : '';
      return `Not for this purpose.${forOthers}`;
    }
    case 'LEGAL_BASIS':
      return 'NATIONAL_LAW opens nothing of another agency. Name the agreement that you act under.';
    case 'CASE':
      return side === 'own'
        ? 'Name one of the dossier’s own cases in `concord-case`, if it is assigned to you.'
        : `The release is for another case. Ask ${contactPoint} for one for yours.`;
    case 'NOT_RELEASED':
      return `Ask ${contactPoint} to release ${informationClass} of this dossier, naming your case and purpose.`;
    case 'RELEASE_EXPIRED':
      return `The release has ended. Ask ${contactPoint} for a new one.`;
    case 'RELEASE_RECALLED':
      return `${owner} has recalled the release. Ask ${contactPoint} why.`;
  }
}
