import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { ChannelRefusalReason } from '../../../../terms/enums.ts';
import { largestBody } from '../wire/message-limits.ts';
import type { Receipt } from '../wire/receipt.ts';
import { signedContentType } from '../wire/signature.ts';
import { bodyTurns } from './body-turns.ts';
import type { Receiver, Reply } from './receiver.ts';

export const channelPath = '/channel';

const statuses: Partial<Record<Receipt['outcome'] | ChannelRefusalReason, number>> = {
  ACCEPTED: 200,
  GREETED: 200,
  TOO_LARGE: 413,
  UNKNOWN_KEY: 401,
  BAD_SIGNATURE: 401,
  OUT_OF_ORDER: 409,
  NOT_THE_SAME: 409,
};

/** Answers with the receipts. The status is for onlookers: the sender goes by the receipts. A refusal is always the last of them. */
function answer(reply: FastifyReply, replies: readonly Reply[]): FastifyReply {
  const last = replies.at(-1);
  const receipts = replies.flatMap(({ receipt }) => receipt ?? []);
  if (!last || receipts.length < replies.length) return reply.code(429).header('retry-after', '1').send();
  const body = receipts.join('\n');
  return reply
    .code(statuses[last.reason ?? last.outcome] ?? 422)
    .type(signedContentType)
    .send(body);
}

/** Takes what other agencies send. Their signatures are the only authentication here. */
export function serveChannel(app: FastifyInstance, receiver: Receiver): void {
  app.register(async (scope) => {
    const inTurn = bodyTurns(scope);
    scope.removeAllContentTypeParsers();
    // Any type: a body under the wrong one is refused with a receipt too.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler<FastifyError>(async (error, _request, reply) => {
      if (error.statusCode !== 413) throw error;
      return answer(reply, [await receiver.refuseUnread()]);
    });
    scope.post(channelPath, { bodyLimit: largestBody }, async (request, reply) => {
      const body = () => (Buffer.isBuffer(request.body) ? request.body.toString() : '');
      return answer(reply, await inTurn(request, (asked) => receiver.receive(body(), asked)));
    });
  });
}
