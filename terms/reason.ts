import { z } from 'zod';

/** The header in which an officer says why they read dossiers that belong to none of their mandate's cases. */
export const reasonHeader = 'concord-reason';

const length = { from: 10, to: 500 } as const;

/** Letters, marks, digits, punctuation, symbols and spaces: nothing that breaks a line or turns its direction around. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]*$/u;

export const reasonSchema = z
  .string()
  .refine((text) => printable.test(text) && text === text.trim())
  .refine((text) => {
    const { length: characters } = [...text];
    return characters >= length.from && characters <= length.to;
  });

const problem = `${reasonHeader} must be ${length.from} to ${length.to} characters of one line, as UTF-8 or percent-encoded UTF-8`;

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
  try {
    const text = decodeURIComponent(asUtf8(String(header)))
      .normalize('NFC')
      .trim();
    const { success, data } = reasonSchema.safeParse(text);
    return success ? { reason: data } : { problem };
  } catch {
    return { problem };
  }
}
