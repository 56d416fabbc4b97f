/** A line of a file, without its line break. */
export interface RawLine {
  /** The first is 1. */
  number: number;
  /** The bytes of the file that have been read up to its end. */
  end: number;
  /** Absent when there are more than may be. */
  bytes?: Buffer;
}

const lineFeed = 0x0a;

/**
 * Lines as they come in, and no more of the file than one of them in memory: of a line that is too long nothing is kept,
 * however long it is.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<RawLine> {
  let number = 0;
  let end = 0;
  let parts: Buffer[] = [];
  let length = 0;

  const add = (part: Buffer) => {
    length += part.length;
    if (length > mostBytes) parts = [];
    else parts.push(part);
  };
  const line = (): RawLine => {
    number += 1;
    const whole = length > mostBytes ? { number, end } : { number, end, bytes: Buffer.concat(parts) };
    parts = [];
    length = 0;
    return whole;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, at));
      end += at + 1 - start;
      start = at + 1;
      yield line();
    }
    add(chunk.subarray(start));
    end += chunk.length - start;
  }
  if (length > 0) yield line();
}
