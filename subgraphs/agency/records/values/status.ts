import { z } from 'zod';
import { proceduralStages } from '../../../../terms/enums.ts';
import { noFreeTexts } from '../formats/text/free-text.ts';
import { inputValue } from './value.ts';
import { singleKind, type ValueOfKind } from './value-kind.ts';

/** The procedural stage, which no dossier is without. */
export const status = singleKind({
  class: 'CASE',
  input: inputValue({ stage: z.enum(proceduralStages) }),
  texts: noFreeTexts,
});

export type Status = ValueOfKind<typeof status>;

/** Stages that clear a person: what was held on them has lost its ground. */
export const clearingStages: readonly string[] = ['DISCONTINUED', 'ACQUITTED'];

export const isClearing = (stage: string): boolean => clearingStages.includes(stage);

/** Stages that close a dossier: the first of them convicts the person, the others clear them. */
const closingStages: readonly string[] = ['CONVICTED', ...clearingStages];

export const isClosing = (stage: string): boolean => closingStages.includes(stage);

/** A dossier whose proceedings have ended: no measure is planned or begun in it any more. */
export const isClosed = ({ status: { stage } }: { status: Pick<Status, 'stage'> }): boolean =>
  isClosing(stage);

/** A dossier that cleared its person takes nothing new, and nothing of it is released. */
export const isCleared = ({ status: { stage } }: { status: Pick<Status, 'stage'> }): boolean =>
  isClearing(stage);
