/** More than the largest document that MongoDB stores takes as Extended JSON. */
const longestLine = 128 * 1024 * 1024;

const newline = 0x0a;

/**
 * The lines of a file with their line ends, byte for byte.
 * @throws when the last has no end, as that of a file that was cut off
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end + 1)]);
      begun = [];
      length = 0;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw new Error('a line of the file is too long for an export');
  }
  if (begun.length > 0) throw new Error('the file ends in the middle of a line: it has been cut off');
}
