import { ConcordError, type ErrorPlace } from '../errors/concord-error.ts';

const tooLarge = (most: number, place: ErrorPlace) =>
  new ConcordError(
    { code: 'ANSWER_TOO_LARGE' },
    `The answer is larger than ${most} bytes. Ask for less at once.`,
    place,
  );

/**
 * Reads the text of an answer, and stops where it becomes too large: what a server says of the length of a body, which
 * may be compressed, is no limit.
 * @param most bytes, as they are after decompression
 */
export async function readBody(response: Response, most: number, place: ErrorPlace): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge(most, place);
  }
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > most) {
      // Not waited for: a server may go on sending without an end.
      reader.cancel().catch(() => undefined);
      throw tooLarge(most, place);
    }
    text += decoder.decode(value, { stream: true });
  }
}
