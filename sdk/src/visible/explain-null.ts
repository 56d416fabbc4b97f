import { type Causes, type NullPlace, nullReason } from './null-reason.ts';
import type { PartlyList } from './plan.ts';
import { withheldBy } from './receipt.ts';
import type { Gap, Unavailable } from './visible.ts';

/** The rest of an answer beside its data. */
export interface AnswerFacts extends Causes {
  requestId: string;
}

/** Makes the gap of a field that is null. The receipts that it shows count as shown from then on. */
export function explainNull(place: NullPlace, told: AnswerFacts): Gap {
  const reason = nullReason(place, told);
  const coordinate = place.coordinates[0]?.name ?? '';
  switch (reason.state) {
    case 'withheld': {
      const [first] = reason.receipts;
      if (!first) return { state: 'absent' };
      for (const receipt of reason.receipts)
        if (receipt.coordinate === first.coordinate) told.receipts.show(receipt);
      return withheldBy(first);
    }
    case 'failed': {
      const code = reason.error.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
      const { requestId } = told;
      return { state: 'failed', coordinate, code, message: reason.error.message, requestId };
    }
    default:
      return reason;
  }
}

/**
 * The reasons why a list may lack entries. A list found by a search lacks those of each agency that did not answer, and
 * those that only a criterion which was not compared would have found.
 */
export function explainLack(lists: readonly PartlyList[], dossier: string | undefined, told: AnswerFacts) {
  const receipts = lists.flatMap(({ coordinate, input }) => [
    ...told.receipts.of(coordinate, dossier),
    ...(input === undefined ? [] : told.receipts.ofInput(input)),
  ]);
  const found = lists.find(({ input }) => input !== undefined);
  const agencies = new Set(told.outages.map(({ extensions }) => String(extensions?.agency)));
  const outages = found
    ? [...agencies].map(
        (agency): Unavailable => ({ state: 'unavailable', coordinate: found.coordinate, agency }),
      )
    : [];
  return { receipts, outages };
}
