const longestPart = 0xffff;

/**
 * Parts one after the other, each after its length in two bytes, so that no two lists of parts give the same bytes. Texts are in UTF-8.
 * @throws RangeError for a part of more than 65,535 bytes
 */
export function framed(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces = parts.flatMap((part) => {
    const bytes = Buffer.from(part);
    if (bytes.length > longestPart) throw new RangeError('a part is too long');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return [length, bytes];
  });
  return new Uint8Array(Buffer.concat(pieces));
}
