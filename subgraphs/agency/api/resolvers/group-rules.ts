import { callerError } from '../../../../server/errors.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { RecordRules } from '../execution/record-rules.ts';

/**
 * If policy leaves groups to the record, a viewer may read a group when the dossier of one of its members allows it: a
 * viewer who may see no membership must not learn that the group is known.
 */
async function isShownByMember(id: string, { loaders }: RequestContext): Promise<boolean> {
  const members = await loaders.sharing.load({
    path: 'memberships.group',
    shared: id,
    after: undefined,
    limit: 1,
  });
  return members.length > 0;
}

/** A group that waits for its countersignature is to another agency as one that there is not, its receipt too. */
async function isShown(id: string, context: RequestContext): Promise<boolean> {
  if (!(await isShownByMember(id, context))) return false;
  return context.permissions.verdicts.side === 'own' || (await context.loaders.group.load(id)) !== undefined;
}

export const groupRules = (definition: AgencyDefinition): RecordRules => ({
  [`${typePrefixOf(definition)}Query.group`]: (_source, { id }, context) => isShown(id as string, context),
  'WaitingGroup.group': (source, _arguments, context) =>
    isShown((source as { group: GroupRecord }).group._id, context),
  // A group that `Query.node` asks for is reached through no field.
  [`${typePrefixOf(definition)}Group`]: (reference, _arguments, context) =>
    isShown(String((reference as { node?: unknown }).node), context),
  'RecordedGroup.group': (source, _arguments, context) =>
    isShown((source as { group: GroupRecord }).group._id, context),
});

/**
 * Demands that the officer may read a group before a step on it: whether there is one, and at which version, is for those who may.
 * @throws FORBIDDEN, before anything is said of the group
 */
export async function demandReadingGroup(id: string, context: RequestContext): Promise<void> {
  const { verdicts, remedy, remedyByRecord } = context.permissions;
  if (verdicts.of.CASE === 'DENY')
    throw callerError('FORBIDDEN', remedy(verdicts.reasons.CASE ?? 'ROLE', { class: 'CASE' }).remedy);
  if (verdicts.of.CASE === 'BY_RECORD' && !(await isShownByMember(id, context)))
    throw callerError('FORBIDDEN', remedyByRecord('CASE').remedy);
}
