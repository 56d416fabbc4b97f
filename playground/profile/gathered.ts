import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import type { Answer } from '../wire/answer.ts';

interface Answered {
  state: 'answered';
  answer: Answer;
  characters: number;
}

/** The outcome of a query that was sent: its answer, or what stood in the way. */
type HalfOutcome<Obstacle> = Answered | Obstacle;

const isAnswered = (outcome: { state: string }): outcome is Answered => outcome.state === 'answered';

/** A half that nothing was answered of, told as the gateway tells of an agency that does not answer. */
const lost = (agency: Agency): Answer => ({
  data: { suspect: { [subgraphOf(agency)]: null } },
  errors: [
    {
      message: 'No answer came.',
      path: ['suspect', subgraphOf(agency)],
      extensions: { code: 'AGENCY_UNAVAILABLE', agency },
    },
  ],
});

/** One answer of two: what is in either, with the receipts and errors of both. */
function joined(one: Answer, other: Answer): Answer {
  const suspects = [one, other].flatMap(({ data }) => (data?.suspect ? [data.suspect as object] : []));
  const errors = [...(one.errors ?? []), ...(other.errors ?? [])];
  const redactions = [one, other].flatMap(({ extensions }) => extensions?.redactions ?? []);
  return {
    data:
      one.data || other.data
        ? { suspect: suspects.length > 0 ? Object.assign({}, ...suspects) : null }
        : null,
    ...(errors.length > 0 && { errors }),
    ...(redactions.length > 0 && { extensions: { redactions } }),
  };
}

/**
 * The outcome of asking for a person, gathered from the halves that have come. What stands in the way of all of them, such as a session
 * that has ended, is the outcome of the whole; a half that is lost beside one that is answered is told as an outage of its agency.
 */
export function gathered<Obstacle extends { state: string }>(
  outcomes: Partial<Record<Agency, HalfOutcome<Obstacle>>>,
): HalfOutcome<Obstacle> | undefined {
  const come = agencyNames.flatMap((agency) => {
    const outcome = outcomes[agency];
    return outcome ? [{ agency, outcome }] : [];
  });
  const obstacle = come.find(({ outcome: { state } }) => state !== 'answered' && state !== 'unreachable');
  if (obstacle) return obstacle.outcome;
  const asking = agencyNames.filter((agency) => !outcomes[agency]);
  if (!come.some(({ outcome }) => isAnswered(outcome)))
    return asking.length > 0 ? undefined : come[0]?.outcome;
  const answer = come
    .map(({ agency, outcome }) => (isAnswered(outcome) ? outcome.answer : lost(agency)))
    .reduce(joined);
  const characters = come.reduce(
    (sum, { outcome }) => sum + (isAnswered(outcome) ? outcome.characters : 0),
    0,
  );
  return { state: 'answered', answer: asking.length > 0 ? { ...answer, asking } : answer, characters };
}
