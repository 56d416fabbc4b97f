import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { OperationLesson, OperationResultKind } from '../../../../terms/enums.ts';
import { proposeOperation } from '../../actions/operations/propose-operation.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { OperationMember, OwnMeasure } from '../../records/operations/half/joint-operation.ts';
import { countProblems } from '../../records/operations/steps/count-problems.ts';
import { memberProblems } from '../../records/operations/steps/member-problems.ts';
import { newOperation, type Proposal } from '../../records/operations/steps/new-operation.ts';
import { type GivenTerms, readTerms } from '../../records/operations/steps/read-terms.ts';
import { listProblems, type Problem, refuse, under } from '../../records/problem.ts';
import { newValueId } from '../../records/random-id.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad } from '../execution/demand-reading.ts';
import { listedMeasure } from '../measures/listed-measure.ts';
import { onOperation, recordedOperation, type Target } from './on-operation.ts';

/** The case of the mandate, which is this agency's case of the operation. @throws MANDATE_INVALID */
function demandCase({ mandate }: RequestContext): string {
  if (mandate.case !== undefined) return mandate.case;
  throw callerError('MANDATE_INVALID', 'An operation is for a case: name it in `concord-case`.');
}

/** An officer by the name that the agency's tokens are read under. */
const memberIn = (given: OperationMember, { stores }: RequestContext): OperationMember => ({
  role: given.role,
  officer: stores.suspensions.subjectOf(given.officer.trim()),
});

const problemsOf = (member: OperationMember, { stores }: RequestContext): Problem[] =>
  memberProblems(member, stores.suspensions.isSuspended);

type OnOffer = Target & { offer: number };

/** Terms and lead, each with its problems. */
function readOffer(
  definition: AgencyDefinition,
  { terms, lead }: { terms: GivenTerms; lead: OperationMember },
  context: RequestContext,
): { offer: Pick<Proposal, 'terms' | 'lead'> } | { problems: Problem[] } {
  const { criminalCode } = definition;
  const read = readTerms(terms, context.mandate, { criminalCode, now: context.now });
  const member = memberIn(lead, context);
  const problems = [
    ...('problems' in read ? under('terms', read.problems) : []),
    ...under('lead', problemsOf(member, context)),
  ];
  if ('problems' in read || problems.length > 0) return { problems: listProblems(problems) };
  return { offer: { terms: read.terms, lead: member } };
}

/** The steps by which agencies agree on an operation. */
const agreeing = (definition: AgencyDefinition) => ({
  proposeOperation: async (
    _source: unknown,
    { input }: { input: { to: Agency; terms: GivenTerms; lead: OperationMember } },
    context: RequestContext,
  ) => {
    demandGroundAbroad(context, 'proposeOperation');
    const own = demandCase(context);
    const { agency } = definition;
    const read = readOffer(definition, input, context);
    const problems = [
      ...(input.to === agency
        ? refuse('OWN_AGENCY', 'A joint operation is with another agency.', 'to').problems
        : []),
      ...('problems' in read ? read.problems : []),
    ];
    if ('problems' in read || problems.length > 0) return invalid(listProblems(problems));
    const author = authorOf(context, 'proposeOperation', input);
    const operation = newOperation(agency, input.to, author, { ...read.offer, case: own });
    const outcome = await proposeOperation(context.stores.operations, operation, author);
    if (!('record' in outcome)) return outcome;
    return recordedOperation(outcome.record, context);
  },
  acceptOperation: onOperation<OnOffer & { lead: OperationMember }>(
    'acceptOperation',
    ({ offer: n, lead: given }, context) => {
      const own = demandCase(context);
      const lead = memberIn(given, context);
      const problems = under('lead', problemsOf(lead, context));
      return problems.length > 0 ? { problems } : { kind: 'ACCEPT', n, case: own, lead };
    },
  ),
  sendBackOperation: onOperation<OnOffer & { terms: GivenTerms; lead: OperationMember }>(
    'sendBackOperation',
    ({ offer: n, ...given }, context) => {
      const own = demandCase(context);
      const read = readOffer(definition, given, context);
      return 'problems' in read ? read : { kind: 'SEND_BACK', n, case: own, ...read.offer };
    },
  ),
  declineOperation: onOperation<OnOffer>('declineOperation', ({ offer: n }) => ({ kind: 'DECLINE', n }), {
    reachesAbroad: false,
  }),
  renewOperation: onOperation<Target & { until: string }>('renewOperation', ({ until }) => ({
    kind: 'RENEW',
    until,
  })),
  countersignOperation: onOperation<Target & { approves: boolean }>(
    'countersignOperation',
    ({ approves }) => ({ kind: 'SIGN', approves }),
  ),
});

type Members = Target & { members: OperationMember[]; lead: string };
type GivenMeasure = Target & { measure: string; need?: OwnMeasure['need'] | null };

/** A measure by the dossier and the id that name it outside of its dossier, where the officer may read it there. */
async function measureIn({ measure: named, need }: GivenMeasure, context: RequestContext) {
  const [dossier = '', of = ''] = named.split(' ');
  const listed = await listedMeasure({ dossier, of }, context);
  if (!listed) return unknownRecord(named);
  const measure: OwnMeasure = { id: newValueId(), dossier, of, ...(need && { need }) };
  return { kind: 'ADD_MEASURE' as const, measure };
}

/** The steps by which an agency carries out its part. */
const working = {
  nameOperationMembers: onOperation<Members>('nameOperationMembers', ({ members: given, lead }, context) => {
    const members = given.map((member) => memberIn(member, context));
    const problems = members.flatMap((member, index) =>
      under(`members.${index}`, problemsOf(member, context)),
    );
    if (problems.length > 0) return { problems: listProblems(problems) };
    return { kind: 'NAME_MEMBERS', members, lead: context.stores.suspensions.subjectOf(lead.trim()) };
  }),
  addOperationMeasure: onOperation<GivenMeasure>('addOperationMeasure', measureIn),
  removeOperationMeasure: onOperation<Target & { measure: string }>(
    'removeOperationMeasure',
    ({ measure }) => ({ kind: 'TAKE_MEASURE_OUT', measure }),
    { reachesAbroad: false },
  ),
  addOperationResult: onOperation<Target & { kind: OperationResultKind; count: number }>(
    'addOperationResult',
    ({ kind, count }) => {
      const problems = countProblems(count);
      return problems.length > 0 ? { problems } : { kind: 'ADD_RESULT', result: { kind, count } };
    },
  ),
};

type Evaluating = Target & { worked: OperationLesson[]; failed: OperationLesson[]; words?: string | null };

/** The steps by which an agency stops, goes on, ends and judges. */
const ending = {
  suspendOperation: onOperation('suspendOperation', () => ({ kind: 'SUSPEND' }), {
    reachesAbroad: false,
    closes: true,
  }),
  resumeOperation: onOperation('resumeOperation', () => ({ kind: 'RESUME' })),
  endOperation: onOperation('endOperation', () => ({ kind: 'END' }), { reachesAbroad: false, closes: true }),
  evaluateOperation: onOperation<Evaluating>('evaluateOperation', ({ worked, failed, words: given }) => {
    const lessons = { worked: [...new Set(worked)], failed: [...new Set(failed)] };
    if (given == null) return { kind: 'EVALUATE', ...lessons };
    const read = readReason(given);
    return 'problems' in read
      ? { problems: read.problems.map((problem) => ({ ...problem, path: 'words' })) }
      : { kind: 'EVALUATE', ...lessons, words: read.text };
  }),
};

/** The steps of officers on joint operations. */
export const operationSteps = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Mutation`]: { ...agreeing(definition), ...working, ...ending },
});
