import type { Executed } from './profile.ts';

/** Documents that may be read for each that is returned, changed or deleted. */
const mostExamined = 10;

export const faults = ['READS_A_COLLECTION', 'SORTS_IN_MEMORY', 'EXAMINES_TOO_MUCH'] as const;
export type Fault = (typeof faults)[number];

/** What an index is there to prevent, and a query does. */
export const faultsOf = ({ plan, sorts, examined, returned }: Executed): Fault[] => [
  ...(plan.includes('COLLSCAN') ? (['READS_A_COLLECTION'] as const) : []),
  ...(sorts ? (['SORTS_IN_MEMORY'] as const) : []),
  ...(examined > mostExamined * Math.max(1, returned) ? (['EXAMINES_TOO_MUCH'] as const) : []),
];

/** A query that an index does not serve, and why that is borne. */
export interface Exception {
  shapes: readonly string[];
  fault: Fault;
  reason: string;
}

/** At most five. */
export const exceptions: readonly Exception[] = [
  {
    shapes: [
      'find dossiers {"roles.kind":{"$in":"values"},"visible":true} {"sort":{"createdAt":1,"_id":1}} limit by listed_by_case',
      'find dossiers {"createdAt":{"$lt":"="},"roles.kind":{"$in":"values"},"visible":true} {"sort":{"createdAt":-1,"_id":-1}} limit by listed_by_case',
    ],
    fault: 'EXAMINES_TOO_MUCH',
    reason:
      'The persons of one case who have some role are looked for among those of the case. The server makes no index over two lists of a document, and a case has hundreds of dossiers at most.',
  },
  {
    shapes: [
      'find dossiers {"links":{"$elemMatch":{"agency":"=","own.decidedAt":{"$exists":true}}}} {"sort":{"_id":1}}',
    ],
    fault: 'EXAMINES_TOO_MUCH',
    reason:
      'All links are told anew once, by a command, after a database was restored. An index for it would be kept up by every write of a dossier.',
  },
  {
    shapes: ['find dossiers {}'],
    fault: 'READS_A_COLLECTION',
    reason:
      'How common surnames are is counted once a day over all names, a hundred dossiers at a time. No index holds all names of a dossier.',
  },
  {
    shapes: [
      'aggregate history [{"$match":{"_id":{"$gt":"=","$lt":"="},"action":{"$nin":"="}}},{"$sort":{"_id":-1}},{"$limit":"="}]',
    ],
    fault: 'EXAMINES_TOO_MUCH',
    reason:
      'Whoever reads no steps on links has those of a dossier stepped over. What another agency tells leaves fifty of them at most, and an index by action would be kept up by every step.',
  },
];

const isExcepted = (shape: string, fault: Fault): boolean =>
  exceptions.some((exception) => exception.fault === fault && exception.shapes.includes(shape));

/** The queries that an index should serve and does not, each with its faults. */
export const unserved = (executed: readonly Executed[]): (Executed & { faults: Fault[] })[] =>
  executed
    .map((query) => ({
      ...query,
      faults: faultsOf(query).filter((fault) => !isExcepted(query.shape, fault)),
    }))
    .filter((query) => query.faults.length > 0);
