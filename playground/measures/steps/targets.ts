import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import type { MeasureKind } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import { TargetsOfDossierOfOwnDocuments } from '../../generated/operations.ts';
import type { OwnDocument } from '../../profile/own-documents.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** The field of a dossier that a target is of. */
const targetFields = ['contacts', 'instruments', 'infrastructure'] as const;
export type TargetField = (typeof targetFields)[number];

/** A value of a dossier that a measure can be against, as the profile describes it. */
export interface Target {
  id: string;
  field: TargetField;
  kind: string;
  value: Record<string, unknown>;
}

/** The kinds that can be planned: earlier versions alone have recorded another one. */
export const plannedKinds = (Object.keys(titles.MeasureKind) as MeasureKind[]).filter(
  (kind) => kind !== 'OTHER',
);

/** The values of a dossier that measures can be against, and the reasons why some are not told. */
export interface Targets {
  targets: readonly Target[];
  gaps: readonly Gap[];
}

/** True for the id of a value that the dossier has no more. Where some are not told, or none has come yet, nobody knows. */
export const isGone = (id: string, known: Targets | undefined): boolean =>
  known !== undefined && known.gaps.length === 0 && !known.targets.some((target) => target.id === id);

type Half = Record<TargetField, readonly { id: string; kind: string }[] | null>;

const documents: Record<Agency, OwnDocument<Half>> = TargetsOfDossierOfOwnDocuments;

export const targetsOperation = (agency: Agency, id: string): OwnOperation =>
  operationOf(documents[agency], { id });

/** The values of a dossier in an answer. */
export function targetsIn(answer: Answer, agency: Agency): Targets {
  const document = documents[agency];
  const name = subgraphOf(agency);
  const suspect = dataOf(document, answer)?.suspect;
  const half = suspect?.[name];
  if (!half)
    return { targets: [], gaps: [gapOf(document, answer, suspect ? ['suspect', name] : ['suspect'])] };
  const targets = targetFields.flatMap((field) =>
    (half[field] ?? []).map(
      (value): Target => ({ id: value.id, kind: value.kind, field, value: { ...value } }),
    ),
  );
  const gaps = targetFields.flatMap((field) =>
    half[field] ? [] : gapOf(document, answer, ['suspect', name, field]),
  );
  return { targets, gaps };
}
