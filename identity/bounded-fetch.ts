/** Bytes of an identity provider's answer: a set of keys, its addresses, or a token take a few thousand. */
const largestAnswer = 256 * 1024;

/** The options of `fetch` as libraries give them, which name a member and leave it undefined. */
type Options = { [Name in keyof RequestInit]: RequestInit[Name] | undefined };

const tooLong = () => new Error(`more than ${largestAnswer} bytes`);

async function bytesOf({ body }: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // To leave the loop is to close the connection.
    if (length > largestAnswer) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * `fetch` for what an identity provider is asked, which is another organisation's: it reads no further than the largest answer, however
 * much comes.
 * @throws as `fetch` does, and where the answer is larger
 */
export async function boundedFetch(url: string | URL, options?: Options): Promise<Response> {
  const response = await fetch(url, options as RequestInit);
  const body = await bytesOf(response);
  const { status, statusText, headers } = response;
  // A response of these has no body, not even an empty one.
  return new Response([204, 205, 304].includes(status) ? null : body, { status, statusText, headers });
}
