import { z } from 'zod';
import { composed, hasMarksWithoutEnd } from './composed.ts';

/** The header in which an officer says why they read dossiers that belong to none of their mandate's cases. */
export const reasonHeader = 'concord-reason';

const length = { from: 10, to: 500 } as const;

/** Letters, marks, digits, punctuation, symbols and spaces: nothing that breaks a line or turns its direction around. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]*$/u;

export const reasonSchema = z
  .string()
  .refine((text) => printable.test(text) && !hasMarksWithoutEnd(text) && text === text.trim())
  .refine((text) => {
    const { length: characters } = [...text];
    return characters >= length.from && characters <= length.to;
  });

const problem = `${reasonHeader} must be ${length.from} to ${length.to} characters of one line, as UTF-8 or percent-encoded UTF-8`;

/** Characters of a header that can hold a reason: a letter of four bytes is written as four times `%` and two digits, and may have a mark. */
const longestHeader = 24 * length.to;

/** UTF-8 whose bytes came as they are, as curl sends them; Node has read them as Latin-1. */
function asUtf8(header: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from([...header], (byte) => byte.charCodeAt(0)),
  );
}

/**
 * Reads the reason of a request. Browsers and `fetch` refuse to send other letters than Latin ones in a header, so it may be
 * percent-encoded, as `encodeURIComponent` does.
 */
export function reasonFrom(header: string | string[] | undefined): { reason?: string } | { problem: string } {
  if (header === undefined) return {};
  const given = String(header);
  if (given.length > longestHeader) return { problem };
  try {
    const text = composed(decodeURIComponent(asUtf8(given))).trim();
    const { success, data } = reasonSchema.safeParse(text);
    return success ? { reason: data } : { problem };
  } catch {
    return { problem };
  }
}
