/**
 * Asks this page's own gateway. The address is relative to the page, which a proxy may serve under any path, and the header
 * is one that no other site can send: it is what makes the session's cookie count.
 */
export function fromPage(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, document.baseURI), {
    ...init,
    headers: { ...(init.headers as Record<string, string>), 'concord-playground': '1' },
    credentials: 'same-origin',
    cache: 'no-store',
  });
}

/** Sends JSON. */
export const postFromPage = (
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
) =>
  fromPage(path, {
    method: 'POST',
    signal,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
