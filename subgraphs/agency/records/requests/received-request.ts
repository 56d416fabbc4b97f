import type { Agency } from '../../../../terms/agencies.ts';
import type { DecidedClass, RequestUrgency } from '../../../../terms/enums.ts';
import { messageIdOf } from '../messages/message.ts';
import { withColumns } from './request-columns.ts';
import type { RequestContent, RequestRecord } from './request-record.ts';

/** The result of looking for the subject of a request among an agency's own dossiers. */
export interface FoundSubject {
  /** The dossier that may be told of; absent where there is none, and where the one that there is may not be told of. */
  dossier?: string;
  /** The others that hold what a warning is of, or are as likely the person that is described, and may be told of. */
  others?: string[];
  /** The asking agency held a hit or a link on it. */
  isHeld: boolean;
}

/** A request as it arrives. */
export interface ArrivedRequest {
  request: string;
  from: Agency;
  urgency: RequestUrgency;
  classes: readonly DecidedClass[];
  content: RequestContent;
  /** The time of the receipt. */
  receivedAt: Date;
}

/** A request that another agency has sent, as it is stored. */
export function receivedRequest(
  own: Agency,
  { request: _id, from, urgency, classes, content, receivedAt }: ArrivedRequest,
  { dossier, others, isHeld }: FoundSubject,
): RequestRecord {
  return withColumns(
    {
      _id,
      version: 1,
      box: 'RECEIVED',
      other: from,
      place: messageIdOf(_id, receivedAt),
      half: {
        side: 'ANSWERER',
        id: _id,
        asker: from,
        answerer: own,
        urgency,
        classes: [...classes],
        receivedAt,
        isHeld: isHeld && dossier !== undefined,
        isFound: dossier !== undefined,
      },
      content,
      words: {},
      ...(dossier !== undefined && { dossier }),
      ...(others && { others }),
      taken: [],
    },
    receivedAt,
  );
}
