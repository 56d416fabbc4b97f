import type { Model } from 'mongoose';
import { proceduralStages } from '../../../../terms/enums.ts';
import { allOf } from '../../permissions/all-of.ts';
import type { Filter } from '../../permissions/by-record.ts';
import type { DossierChoice, RecordedPlace } from '../../records/dossier/dossier-choice.ts';
import type { DossierField, DossierPart } from '../../records/dossier/dossier-part.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { type Pause, readStored } from './find-stored.ts';

/** A part of a list of chosen dossiers: at most `limit`, from the one after a place. */
export interface ChosenPart {
  after: RecordedPlace | undefined;
  limit: number;
}

/** The index by which a choice is found. A filter that names a case finds less than any other. */
function indexFor({ case: caseNumber, roles }: DossierChoice, readable: Filter): string {
  if (caseNumber !== undefined || 'cases' in readable) return 'listed_by_case';
  return roles ? 'listed_by_role' : 'listed_by_stage';
}

/**
 * Finds an agency's dossiers by stage, role and case, in the order in which they were recorded.
 * @param readable the filter of those that the viewer may choose among
 */
export async function chosenDossiers(
  dossiers: Model<DossierRecord>,
  choice: DossierChoice,
  { after, limit }: ChosenPart,
  fields: readonly DossierField[],
  readable: Filter,
  pause?: Pause,
): Promise<DossierPart[]> {
  const { stages = proceduralStages, roles, case: caseNumber, order } = choice;
  const direction = order === 'RECORDED_OLDEST' ? 1 : -1;
  const beyond = direction === 1 ? '$gt' : '$lt';
  const chosen: Filter = {
    'status.stage': { $in: stages },
    ...(roles && { 'roles.kind': { $in: roles } }),
    ...(caseNumber !== undefined && { cases: caseNumber }),
  };
  const projection = Object.fromEntries([...fields, 'createdAt'].map((field) => [field, 1]));
  const read = (from: Filter, most: number, sort: Partial<Record<keyof RecordedPlace, 1 | -1>>) =>
    readStored<DossierPart>(
      dossiers,
      allOf(chosen, from, readable),
      { projection, sort, limit: most, hint: indexFor(choice, readable) },
      pause,
    );
  const byTime = { createdAt: direction, _id: direction } as const;
  if (!after) return read({}, limit, byTime);
  // Two reads, since one with both conditions would go through all that come before. Dossiers of one import have one time.
  const { createdAt, _id } = after;
  const ofThatTime = await read({ createdAt, _id: { [beyond]: _id } }, limit, { _id: direction });
  if (ofThatTime.length === limit) return ofThatTime;
  const others = await read({ createdAt: { [beyond]: createdAt } }, limit - ofThatTime.length, byTime);
  return [...ofThatTime, ...others];
}
