import type { FieldNode } from 'graphql';
import type { InformationClass, RedactionReason } from '../../../../terms/enums.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { WithheldField } from '../../permissions/redactions.ts';
import type { Verdicts } from '../../permissions/verdicts.ts';
import type { Coordinate } from './coordinates.ts';

/** A field that is withheld whatever the record, with the reason and the class that the viewer lacks. */
export interface Denial extends WithheldField {
  reason: RedactionReason;
}

/** Decides a field by its coordinate, the viewer's verdicts and the arguments that it is asked with. */
export function denialOf(
  coordinate: Coordinate,
  field: Pick<FieldNode, 'arguments'>,
  verdicts: Verdicts,
): Denial | undefined {
  const denied = (informationClass: InformationClass): Denial | undefined =>
    verdicts.of[informationClass] === 'DENY'
      ? {
          coordinate: coordinate.name,
          class: informationClass,
          reason: verdicts.reasons[informationClass] ?? 'ROLE',
        }
      : undefined;
  const { action } = coordinate;
  if (action && !mayAct(verdicts.side, verdicts.roles, action))
    return { coordinate: coordinate.name, class: coordinate.class, action, reason: 'ROLE' };
  if (coordinate.class !== 'OPEN' || coordinate.isEntrance) {
    const found = denied(coordinate.class);
    if (found) return found;
  }
  for (const argument of field.arguments ?? []) {
    const informationClass = coordinate.arguments[argument.name.value];
    const found = informationClass && denied(informationClass);
    if (found) return found;
  }
  return undefined;
}
