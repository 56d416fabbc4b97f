import type { InformationClass } from '../../../../terms/enums.ts';
import type { RequestContext } from '../context/request-context.ts';

/**
 * Notes that policy withholds every object of a class from the viewer, whichever id was asked for: no field of the answer would say so.
 * @returns true if it does
 */
export function noteDeniedNode(
  { permissions: { verdicts, withheld } }: Pick<RequestContext, 'permissions'>,
  informationClass: InformationClass,
): boolean {
  if (verdicts.of[informationClass] !== 'DENY') return false;
  withheld.note(
    { coordinate: 'Query.node', class: informationClass },
    verdicts.reasons[informationClass] ?? 'ROLE',
  );
  return true;
}
