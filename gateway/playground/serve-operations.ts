import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Officers } from './officers.ts';
import { requirePage } from './require-page.ts';
import type { Session } from './session.ts';

/**
 * The page's own address for operations: what it is asked goes, with the officer's token, to the handler that `/graphql`
 * has, so that nothing is decided otherwise here than there.
 */
export function serveOperations(
  playground: FastifyInstance,
  {
    officers,
    graphql,
    asksFromPage,
  }: {
    officers: Officers;
    graphql: RouteHandlerMethod;
    /** Told each request of the page, and of whom. */
    asksFromPage: (request: FastifyRequest, session: Session) => void;
  },
): void {
  async function presentToken(request: FastifyRequest): Promise<void> {
    const session = officers.required(request);
    officers.use(session);
    asksFromPage(request, session);
    request.headers.authorization = `Bearer ${session.token}`;
  }
  playground.post('/graphql', { onRequest: [requirePage, presentToken] }, graphql);
}
