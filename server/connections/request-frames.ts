/** Headers of a request; a browser behind two proxies sends some 30. */
export const mostHeaders = 100;

/** Bytes of a head, with the empty lines before it, which the parser counts for no limit of its own. */
const longestHead = 20_000;

/**
 * How much of a read the parser is given: `ALL` of it; so many `bytes`, up to the end of a head after which nothing more is read; or nothing, since the
 * connection is to be closed.
 */
export type ForParser = 'ALL' | 'TWO_REQUESTS' | 'TOO_LONG' | 'TOO_MANY_HEADERS' | { bytes: number };

/**
 * Looks at each read of a connection before the parser of HTTP does. One read of 64 kB has room for thousands of requests, of chunks of a
 * body, or of headers, and the parser would begin all of them before anybody else is heard. So the end of a request is the end of a read,
 * a head has a hundred headers at most, and of a body in chunks, which is refused, nothing is read.
 *
 *     in a head -- its end --> in a body of its length -- its end --> in the next head
 */
export class RequestFrames {
  #head: string[] = [];
  #bytes = 0;
  #lines = 0;
  /** The end of what was read of the head: its own end may be cut in two. */
  #tail = '';
  #left = 0;
  #isRefused = false;

  read(bytes: Buffer): ForParser {
    if (this.#isRefused) return { bytes: 0 };
    if (this.#left === 0) return this.#readHead(bytes);
    const { length } = bytes;
    if (length > this.#left) return 'TWO_REQUESTS';
    this.#left -= length;
    return 'ALL';
  }

  #readHead(bytes: Buffer): ForParser {
    const text = bytes.toString('latin1', 0, longestHead - this.#bytes);
    const seen = this.#tail + text;
    const end = /\r?\n\r?\n/.exec(seen);
    const ofHead = end ? end.index + end[0].length - this.#tail.length : text.length;
    const read = text.slice(0, ofHead);
    this.#head.push(read);
    this.#bytes += ofHead;
    this.#lines += read.split('\n', mostHeaders + 4).length - 1;
    this.#tail = seen.slice(-3);
    // The first line, the headers and the empty line.
    if (this.#lines > mostHeaders + 2) {
      this.#isRefused = true;
      return 'TOO_MANY_HEADERS';
    }
    if (!end) return this.#bytes < longestHead ? 'ALL' : 'TOO_LONG';
    const head = this.#head.join('');
    this.#head = [];
    this.#bytes = 0;
    this.#lines = 0;
    this.#tail = '';
    if (/^transfer-encoding[ \t]*:/im.test(head)) {
      this.#isRefused = true;
      return { bytes: ofHead };
    }
    const told = Number(/^content-length[ \t]*:[ \t]*(\d+)/im.exec(head)?.[1] ?? 0);
    this.#left = told - (bytes.length - ofHead);
    return this.#left < 0 ? 'TWO_REQUESTS' : 'ALL';
  }
}
