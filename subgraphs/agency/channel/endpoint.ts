import type { FastifyError, FastifyInstance } from 'fastify';
import { largestMessage, type Receiver, type Reply } from './receive.ts';
import { signedContentType } from './signature.ts';

export const channelPath = '/channel';

/** What is read of a body before it is refused, so that its sender gets the receipt that says so. */
const mostRead = 16 * largestMessage;

const statusOf: Partial<Record<Reply['outcome'], number>> = {
  ACCEPTED: 200,
  PARKED: 202,
  TOO_LARGE: 413,
  UNKNOWN_KEY: 401,
  BAD_SIGNATURE: 401,
  OUT_OF_ORDER: 409,
  NOT_THE_SAME: 409,
};

/** Where another agency sends its messages. Who it is, its signature says: there is no other authentication here. */
export function serveChannel(app: FastifyInstance, receiver: Pick<Receiver, 'receive'>): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Any type: what was sent under the wrong one is refused with a receipt too.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    const answer = ({ outcome, receipt }: Reply) => ({ status: statusOf[outcome] ?? 422, receipt });
    scope.setErrorHandler<FastifyError>(async (error, _request, reply) => {
      if (error.statusCode !== 413) throw error;
      const { status, receipt } = answer(await receiver.receive(' '.repeat(largestMessage + 1)));
      return reply.code(status).type(signedContentType).send(receipt);
    });
    scope.post(channelPath, { bodyLimit: mostRead }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body.toString() : '';
      const { status, receipt } = answer(await receiver.receive(body));
      return reply.code(status).type(signedContentType).send(receipt);
    });
  });
}
