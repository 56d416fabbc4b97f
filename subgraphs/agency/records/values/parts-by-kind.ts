import type { z } from 'zod';

/** The parts of a value that stands in one field with values of other kinds: those that its kind needs, and those that it may have. */
export interface PartsOfKind {
  needed: readonly string[];
  optional: readonly string[];
}

/** The parts of each kind. The API has an input for each of them; a line of an import names the kind beside the parts. */
export type PartsByKind<Kind extends string = string> = Readonly<Record<Kind, PartsOfKind>>;

/** The check of a value that names its kind: all that the kind needs is there, and nothing that is for others. */
export const demandParts =
  <Kind extends string>(partsByKind: PartsByKind<Kind>) =>
  (value: { kind: Kind }, context: z.core.$RefinementCtx): void => {
    const { needed, optional } = partsByKind[value.kind];
    const refuse = (part: string, message: string) =>
      context.addIssue({ code: 'custom', path: [part], message });
    for (const part of needed) if (!(part in value)) refuse(part, `must be given for ${value.kind}`);
    const allowed = ['kind', 'provenance', ...needed, ...optional];
    for (const part of Object.keys(value))
      if (!allowed.includes(part)) refuse(part, `is not for ${value.kind}`);
  };
