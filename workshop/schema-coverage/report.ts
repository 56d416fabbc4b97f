import type { GraphQLSchema } from 'graphql';
import { type Counted, countedIn, type SourceText } from './counted-in.ts';
import { fieldCoverage } from './field-coverage.ts';
import { type Place, places } from './places.ts';

/** Percent of the schema's fields that must be covered. */
export const leastCovered = 90;
/** Fields that a document may ask for: a view that shows more is several, of which the first is there sooner. */
export const mostFields = 80;
const mostNamed = 20;

/** The finding on a schema and the documents that are written for it. */
export interface Report {
  /** Lines to print; the last has the figures. */
  lines: string[];
  holds: boolean;
}

const some = (all: readonly string[]): string =>
  [
    ...all.slice(0, mostNamed),
    ...(all.length > mostNamed ? [`and ${all.length - mostNamed} more`] : []),
  ].join(', ');

/** How far the documents of these places cover a schema, and which of them are too large. */
export function report(
  schema: GraphQLSchema,
  sources: readonly SourceText[],
  counted: readonly Place[] = places,
): Report {
  const byPlace = counted.map((place) => ({ place, operations: countedIn(place, sources, schema) }));
  const empty = byPlace.filter(({ operations }) => operations.length === 0);
  const operations: Counted[] = byPlace.flatMap((each) => each.operations);
  const { covered, uncovered } = fieldCoverage(
    schema,
    operations.flatMap(({ asserted }) => asserted),
  );
  const all = covered.length + uncovered.length;
  // Rounded down: 89.99 is not enough, and does not look as if it were.
  const percent = all === 0 ? 0 : Math.floor((1000 * covered.length) / all) / 10;
  const large = operations.filter(({ size }) => size > mostFields).sort((a, b) => b.size - a.size);
  const largest = operations.reduce((most, { size }) => Math.max(most, size), 0);
  const lines = [
    ...empty.map(
      ({ place }) =>
        `no documents in ${place.folder}: move or mend what workshop/schema-coverage/places.ts says`,
    ),
    ...(uncovered.length > 0 ? [`not covered: ${some(uncovered)}`] : []),
    ...large.map(
      ({ name, size }) => `over ${mostFields} fields: ${name} has ${size}: split it by what a view shows`,
    ),
    `${covered.length} of ${all} fields covered (${percent.toFixed(1)} %) by ${operations.length} operations, largest document ${largest} fields`,
  ];
  return { lines, holds: empty.length === 0 && percent >= leastCovered && large.length === 0 };
}
