import type { DossierOrder } from '../../../../terms/enums.ts';
import { type ProceduralStage, proceduralStages, type RoleKind, roleKinds } from '../../../../terms/enums.ts';

/** A choice among an agency's dossiers, in the order in which they were recorded. */
export interface DossierChoice {
  /** In the order of the schema, each once; absent for any stage. */
  stages?: readonly ProceduralStage[];
  /** The same of roles. */
  roles?: readonly RoleKind[];
  case?: string;
  order: DossierOrder;
}

/** The arguments by which a list of dossiers may be asked for. */
export interface ChoiceArguments {
  stages?: readonly ProceduralStage[] | null;
  roles?: readonly RoleKind[] | null;
  case?: string | null;
  orderBy?: DossierOrder | null;
}

/** @returns undefined where none of the arguments is given: then all are listed, by their ids */
export function choiceOf({
  stages,
  roles,
  case: caseNumber,
  orderBy,
}: ChoiceArguments): DossierChoice | undefined {
  if (stages == null && roles == null && caseNumber == null && orderBy == null) return undefined;
  return {
    ...(stages && { stages: proceduralStages.filter((stage) => stages.includes(stage)) }),
    ...(roles && { roles: roleKinds.filter((role) => roles.includes(role)) }),
    ...(caseNumber != null && { case: caseNumber }),
    order: orderBy ?? 'RECORDED_NEWEST',
  };
}

/** Names a choice, so that a cursor of its list is good for no other. */
export const nameOfChoice = ({ order, case: caseNumber, stages, roles }: DossierChoice): string =>
  [order, caseNumber ?? '-', stages?.join() ?? '-', roles?.join() ?? '-'].join(' ');

/** A dossier's place in the order in which dossiers were recorded. */
export interface RecordedPlace {
  createdAt: Date;
  _id: string;
}

export const recordedPlace = ({ createdAt, _id }: RecordedPlace): string =>
  `${createdAt.toISOString()} ${_id}`;

/** @param place as `recordedPlace` has written it */
export function placeRecorded(place: string): RecordedPlace {
  const [at = '', _id = ''] = place.split(' ');
  return { createdAt: new Date(at), _id };
}
