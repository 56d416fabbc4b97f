import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { largestBody } from '../wire/message-limits.ts';
import { signedContentType } from '../wire/signature.ts';
import type { Receiver, Reply } from './receiver.ts';

export const channelPath = '/channel';

const statusOf: Partial<Record<Reply['outcome'], number>> = {
  ACCEPTED: 200,
  GREETED: 200,
  TOO_LARGE: 413,
  UNKNOWN_KEY: 401,
  BAD_SIGNATURE: 401,
  OUT_OF_ORDER: 409,
  NOT_THE_SAME: 409,
};

/** For whoever looks on; the sender goes by the receipts. What is refused is always the last. */
function answer(reply: FastifyReply, replies: readonly Reply[]): FastifyReply {
  const last = replies.at(-1);
  const receipts = replies.flatMap(({ receipt }) => receipt ?? []);
  if (!last || receipts.length < replies.length) return reply.code(429).header('retry-after', '1').send();
  const body = receipts.join('\n');
  return reply
    .code(statusOf[last.outcome] ?? 422)
    .type(signedContentType)
    .send(body);
}

/** Where another agency sends its messages. Who it is, its signature says: there is no other authentication here. */
export function serveChannel(app: FastifyInstance, receiver: Receiver): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Any type: what was sent under the wrong one is refused with a receipt too.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler<FastifyError>(async (error, _request, reply) => {
      if (error.statusCode !== 413) throw error;
      return answer(reply, [await receiver.refuseUnread()]);
    });
    scope.post(channelPath, { bodyLimit: largestBody }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body.toString() : '';
      return answer(reply, await receiver.receive(body));
    });
  });
}
