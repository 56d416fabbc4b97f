import { createHash } from 'node:crypto';
import { z } from 'zod';
import { callerError } from '../../../server/errors.ts';
import { openText, sealText } from '../../../server/seal-text.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import type { Search } from './why-not-asked.ts';

/** The use for which the key that seals cursors is derived. */
export const cursorKeyUse = 'concord search cursors, version 1';

/** In characters; ours have a quarter of it. */
const longest = 500;

/** The last item of a page. */
export const positionSchema = z.strictObject({ rank: z.number(), id: z.string() });
export type Position = z.infer<typeof positionSchema>;

const message =
  '`after` must be the `endCursor` of an earlier page of this search: asked by you, with the same criteria and scope, and under the same mandate.';

/** JSON that is the same for equal values: the keys in order, nothing for what is undefined. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

/** The context that a cursor belongs to: one viewer, under one mandate, in one search. */
export interface CursorBinding {
  viewer: Pick<Viewer, 'agency' | 'subject'>;
  mandate: Mandate;
  search: Search;
}

/** Authenticated with the cursor and not in it (additional authenticated data, RFC 5116). */
function authenticated({ viewer, mandate, search }: CursorBinding): string {
  const { criteria, scope } = search;
  const { purpose, legalBasis, case: named = null } = mandate;
  const searchHash = createHash('sha256').update(canonical({ criteria, scope })).digest('base64url');
  return JSON.stringify([viewer.agency, viewer.subject, purpose, legalBasis, named, searchHash]);
}

/**
 * A position as a cursor. It is sealed, because only the owner may disclose the score and the reference in it, and because
 * a viewer who could make one could ask where in the order a record would stand.
 * @param key of 32 bytes
 */
export const sealCursor = (key: Buffer, binding: CursorBinding, { rank, id }: Position): Promise<string> =>
  sealText(key, { text: JSON.stringify({ rank, id }), boundTo: authenticated(binding) });

/**
 * The position in a cursor.
 * @throws BAD_USER_INPUT, the same whatever is wrong with it: altered, another viewer's, of another mandate or search
 */
export async function openCursor(key: Buffer, binding: CursorBinding, text: string): Promise<Position> {
  try {
    return positionSchema.parse(
      JSON.parse(await openText(key, { text, boundTo: authenticated(binding) }, { longest })),
    );
  } catch {
    throw callerError('BAD_USER_INPUT', message);
  }
}
