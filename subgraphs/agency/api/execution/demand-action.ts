import { callerError } from '../../../../server/errors.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { rolesHeld, type Viewer } from '../../../../terms/viewer.ts';
import { type Action, actions, mayAct } from '../../permissions/actions.ts';

/**
 * Refuses an action that is not for the viewer's roles, before anything of the records is looked at, so that the refusal says
 * nothing of them.
 * @throws FORBIDDEN
 */
export function demandAction(viewer: Viewer, owner: Agency, action: Action): void {
  if (mayAct(viewer.agency === owner ? 'own' : 'foreign', rolesHeld(viewer.roles), action)) return;
  const who = `${actions[action].join(' or ')} of ${owner}`;
  throw callerError('FORBIDDEN', `\`${action}\` is for the ${who}. Ask one of them to do it.`);
}
