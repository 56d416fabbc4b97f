import type { OperationMembersInput } from '../../generated/operations.ts';
import type { OperationHalf } from '../own/own-operations.ts';
import { isNamed, type MemberDraft, memberInput } from './terms-draft.ts';

/** The members of an agency as far as their form is filled in. */
export interface MembersDraft {
  members: readonly MemberDraft[];
  /** The place of the one who leads. */
  lead: number;
}

/** The most members of one agency: the agency judges by the same. */
export const mostMembers = 200;

/** A form in which the members are filled in who take part now. */
export function newMembers({ members, lead }: Pick<OperationHalf, 'members' | 'lead'>): MembersDraft {
  const place = members.findIndex(({ officer }) => officer === lead);
  return { members: members.map(({ officer, role }) => ({ officer, role })), lead: Math.max(0, place) };
}

/** The members without the one of a line; who leads stays who they were, as long as they are there. */
export function withoutMember({ members, lead }: MembersDraft, place: number): MembersDraft {
  const left = members.filter((_member, at) => at !== place);
  const moved = lead > place ? lead - 1 : lead;
  return { members: left, lead: Math.min(moved, Math.max(0, left.length - 1)) };
}

/** True for a list that can be sent: each member has a name, and none has it twice. */
export function areMembers({ members }: MembersDraft): boolean {
  const names = members.map(({ officer }) => officer.trim());
  return (
    names.length > 0 &&
    names.length <= mostMembers &&
    members.every(isNamed) &&
    new Set(names).size === names.length
  );
}

/** A filled list as it is sent. */
export const membersInput = (
  on: Pick<OperationMembersInput, 'operation' | 'version'>,
  { members, lead }: MembersDraft,
): OperationMembersInput => ({
  ...on,
  members: members.map(memberInput),
  lead: members[lead]?.officer.trim() ?? '',
});
