import type { GraphQLError, ResponsePath } from 'graphql';

/** The place of a value in an answer; undefined for the answer itself. */
export type Place = ResponsePath | undefined;

/** The errors of an answer, none below a place that is null already because of one told before (GraphQL, section 6.4.4). */
export class NulledPlaces {
  readonly told: GraphQLError[] = [];
  readonly #places = new Set<Place>();

  add(error: GraphQLError, place: Place): void {
    if (this.#places.size > 0) {
      for (let each = place; each !== undefined; each = each.prev) if (this.#places.has(each)) return;
      if (this.#places.has(undefined)) return;
    }
    this.#places.add(place);
    this.told.push(error);
  }
}
