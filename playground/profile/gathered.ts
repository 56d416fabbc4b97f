import { type Agency, agencyNames, subgraphOf } from '../../terms/agencies.ts';
import type { Answer } from '../wire/answer.ts';
import { fieldsOf, type Part, restOf } from './own-documents.ts';

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

const each = <Told>(all: readonly Told[]): Told[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** The receipts, restrictions and errors of two answers, each once. */
function beside(one: Answer, other: Answer): Omit<Answer, 'data' | 'asking'> {
  const errors = each([...(one.errors ?? []), ...(other.errors ?? [])]);
  const redactions = each([one, other].flatMap(({ extensions }) => extensions?.redactions ?? []));
  const handling = each([one, other].flatMap(({ extensions }) => extensions?.handling ?? []));
  const extensions = {
    ...(redactions.length > 0 && { redactions }),
    ...(handling.length > 0 && { handling }),
  };
  return {
    ...(errors.length > 0 && { errors }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

/** One answer of two: the halves that are in either. */
function joined(one: Answer, other: Answer): Answer {
  const suspects = [one, other].flatMap(({ data }) => (data?.suspect ? [data.suspect as object] : []));
  const asking = [one, other].flatMap((answer) => answer.asking ?? []);
  return {
    data:
      one.data || other.data
        ? { suspect: suspects.length > 0 ? Object.assign({}, ...suspects) : null }
        : null,
    ...beside(one, other),
    ...(asking.length > 0 && { asking }),
  };
}

type Recorded = Record<string, unknown>;

/** An agency's half in an answer, where it is there. */
export const dossierIn = ({ data }: Answer, agency: Agency): Recorded | undefined =>
  ((data?.suspect as Recorded | null | undefined)?.[subgraphOf(agency)] as Recorded | null | undefined) ??
  undefined;

/** The reasons for a part whose half is not in its answer though the summary has it. What was wrong there concerns all of the part. */
const whyMissing = (outcome: Answer, agency: Agency): Answer =>
  outcome.errors
    ? { ...outcome, errors: outcome.errors.map(({ path: _path, ...error }) => error) }
    : lost(agency);

/** An answer with one more part of the half that is in it. What is not there of a part is null, for the reason that its answer tells. */
function withPart(answer: Answer, part: Part, outcome: Answer, agency: Agency): Answer {
  const nothing = Object.fromEntries(fieldsOf(part, agency).map((field) => [field, null]));
  const found = dossierIn(outcome, agency);
  const told = found ? outcome : whyMissing(outcome, agency);
  return {
    ...answer,
    data: { suspect: { [subgraphOf(agency)]: { ...dossierIn(answer, agency), ...(found ?? nothing) } } },
    ...beside(answer, told),
  };
}

/** The outcomes of asking for the parts of an agency's half, as far as they have come. */
export type PartOutcomes<Obstacle> = Partial<Record<Part, HalfOutcome<Obstacle>>>;

const charactersOf = (outcome: { state: string }): number => (isAnswered(outcome) ? outcome.characters : 0);

/**
 * The outcome of asking for one agency's half, gathered from the parts that have come, of which the summary is the first. A part that is
 * lost beside the summary is told as an outage of its agency.
 * @param rest the parts that are asked for once the summary has come
 */
function halfGathered<Obstacle extends { state: string }>(
  agency: Agency,
  parts: PartOutcomes<Obstacle>,
  rest: readonly Part[],
): HalfOutcome<Obstacle> | undefined {
  const { summary } = parts;
  if (!summary || !isAnswered(summary) || !dossierIn(summary.answer, agency)) return summary;
  let { answer, characters } = summary;
  for (const part of rest) {
    const outcome = parts[part];
    if (!outcome) {
      answer = { ...answer, asking: [agency] };
      continue;
    }
    if (!isAnswered(outcome) && outcome.state !== 'unreachable') return outcome;
    answer = withPart(answer, part, isAnswered(outcome) ? outcome.answer : lost(agency), agency);
    characters += charactersOf(outcome);
  }
  return { ...summary, answer, characters };
}

/**
 * The outcome of asking for a person, gathered from the parts of their halves that have come. What stands in the way of all of them, such as a session
 * that has ended, is the outcome of the whole; a half that is lost beside one that is answered is told as an outage of its agency.
 * @param own the agency of the officer who asks
 */
export function gathered<Obstacle extends { state: string }>(
  outcomes: Partial<Record<Agency, PartOutcomes<Obstacle>>>,
  own: Agency,
): HalfOutcome<Obstacle> | undefined {
  const come = agencyNames.flatMap((agency) => {
    const outcome = halfGathered(agency, outcomes[agency] ?? {}, restOf(agency, own));
    return outcome ? [{ agency, outcome }] : [];
  });
  const obstacle = come.find(({ outcome: { state } }) => state !== 'answered' && state !== 'unreachable');
  if (obstacle) return obstacle.outcome;
  const asking = agencyNames.filter((agency) => !outcomes[agency]?.summary);
  if (!come.some(({ outcome }) => isAnswered(outcome)))
    return asking.length > 0 ? undefined : come[0]?.outcome;
  const answer = come
    .map(({ agency, outcome }) => (isAnswered(outcome) ? outcome.answer : lost(agency)))
    .reduce(joined);
  const awaited = [...asking, ...(answer.asking ?? [])];
  return {
    state: 'answered',
    answer: awaited.length > 0 ? { ...answer, asking: awaited } : answer,
    characters: come.reduce((sum, { outcome }) => sum + charactersOf(outcome), 0),
  };
}
