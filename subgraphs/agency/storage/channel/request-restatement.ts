import type { Model } from 'mongoose';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import { contentsOf } from '../../records/requests/request-change.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { restatedRequest } from '../../records/requests/restated-request.ts';

/** States anew what this agency has told another one of the requests between them, the oldest first. */
export const requestRestatement = (requests: Model<RequestRecord>): Restatement => ({
  async *messagesTo(agency, at) {
    for await (const request of requests.find({}).sort({ place: 1 }).lean<RequestRecord>().cursor())
      if (request.other === agency) yield* restatedRequest(contentsOf(request), at);
  },
});
