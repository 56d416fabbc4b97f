import type { Agency } from '../../../identity/agencies.ts';
import type { Role, Viewer } from '../../../identity/viewer.ts';
import { callerError } from '../../../server/errors.ts';

/** Who may do what, in his own agency only. An action that is not here, or a role that is not named, is refused. */
export const actions = {
  recordDossier: ['INVESTIGATOR'],
  amendDossier: ['INVESTIGATOR'],
  contestValue: ['INVESTIGATOR'],
  uncontestValue: ['INVESTIGATOR'],
  setRetention: ['INVESTIGATOR'],
  recordGroup: ['INVESTIGATOR'],
  amendGroup: ['INVESTIGATOR'],
  changeHandlingCode: ['SUPERVISOR'],
  closeDossier: ['SUPERVISOR'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof actions;

export const mayAct = (viewer: Viewer, owner: Agency, action: Action): boolean =>
  viewer.agency === owner && actions[action].some((role) => viewer.roles.includes(role));

/** @throws FORBIDDEN, before anything of the records is looked at, so that it says nothing of them */
export function demandAction(viewer: Viewer, owner: Agency, action: Action): void {
  if (mayAct(viewer, owner, action)) return;
  const who = `${actions[action].join(' or ')} of ${owner}`;
  throw callerError('FORBIDDEN', `\`${action}\` is for the ${who}. Ask one of them to do it.`);
}
