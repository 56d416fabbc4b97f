import {
  AcceptOperationOfOwnDocuments,
  AddOperationMeasureOfOwnDocuments,
  AddOperationResultOfOwnDocuments,
  CountersignOperationOfOwnDocuments,
  DeclineOperationOfOwnDocuments,
  EndOperationOfOwnDocuments,
  EvaluateOperationOfOwnDocuments,
  NameOperationMembersOfOwnDocuments,
  type OperationTermsInput,
  ProposeOperationOfOwnDocuments,
  RemoveOperationMeasureOfOwnDocuments,
  RenewOperationOfOwnDocuments,
  ResumeOperationOfOwnDocuments,
  SendBackOperationOfOwnDocuments,
  SuspendOperationOfOwnDocuments,
} from '../../sdk/src/generated/operations.ts';
import type { ConcordClient } from '../../sdk/src/index.ts';
import { clientOf, gatewayAnswering } from './support/gateway.ts';

const day = '2026-12-10';
const version = 4;
const operation = 'BYO-1';
const lead = { officer: 'olga.k', role: 'INVESTIGATOR' } as const;
const offered: OperationTermsInput = {
  ...{ name: 'AVOCET', from: day, until: day, offences: ['209'] },
  origins: [{ kind: 'ALERT', ids: ['BYA-1'] }],
};

/** Every step, as an officer of Belarus takes it. */
const steps = (concord: ConcordClient) => ({
  proposeOperation: () =>
    concord.mutate(ProposeOperationOfOwnDocuments.BELARUS, { input: { to: 'RUSSIA', terms: offered, lead } }),
  acceptOperation: () =>
    concord.mutate(AcceptOperationOfOwnDocuments.BELARUS, { input: { operation, version, offer: 1, lead } }),
  sendBackOperation: () =>
    concord.mutate(SendBackOperationOfOwnDocuments.BELARUS, {
      input: { operation, version, offer: 1, terms: offered, lead },
    }),
  declineOperation: () =>
    concord.mutate(DeclineOperationOfOwnDocuments.BELARUS, { input: { operation, version, offer: 1 } }),
  renewOperation: () =>
    concord.mutate(RenewOperationOfOwnDocuments.BELARUS, {
      input: { operation, version, until: day },
    }),
  countersignOperation: () =>
    concord.mutate(CountersignOperationOfOwnDocuments.BELARUS, {
      input: { operation, version, approves: true },
    }),
  nameOperationMembers: () =>
    concord.mutate(NameOperationMembersOfOwnDocuments.BELARUS, {
      input: { operation, version, members: [lead], lead: lead.officer },
    }),
  suspendOperation: () => concord.mutate(SuspendOperationOfOwnDocuments.BELARUS, { input: { operation } }),
  resumeOperation: () =>
    concord.mutate(ResumeOperationOfOwnDocuments.BELARUS, { input: { operation, version } }),
  endOperation: () => concord.mutate(EndOperationOfOwnDocuments.BELARUS, { input: { operation } }),
  addOperationMeasure: () =>
    concord.mutate(AddOperationMeasureOfOwnDocuments.BELARUS, {
      input: { operation, version, measure: 'BY-1/m-1' },
    }),
  removeOperationMeasure: () =>
    concord.mutate(RemoveOperationMeasureOfOwnDocuments.BELARUS, {
      input: { operation, version, measure: 'M-1' },
    }),
  addOperationResult: () =>
    concord.mutate(AddOperationResultOfOwnDocuments.BELARUS, {
      input: { operation, version, kind: 'CASES_JOINED', count: 1 },
    }),
  evaluateOperation: () =>
    concord.mutate(EvaluateOperationOfOwnDocuments.BELARUS, {
      input: { operation, version, worked: ['SECRECY'], failed: [] },
    }),
});
type Step = keyof ReturnType<typeof steps>;

/** The field in which the answer of a step has what it changes. */
const changes: Record<Step, string> = {
  ...{
    proposeOperation: 'draft',
    acceptOperation: 'draft',
    sendBackOperation: 'draft',
    declineOperation: 'draft',
  },
  ...{ renewOperation: 'draft', countersignOperation: 'offer', nameOperationMembers: 'members' },
  ...{ suspendOperation: 'isSuspendedHere', resumeOperation: 'isSuspendedHere', endOperation: 'endsAt' },
  ...{ addOperationMeasure: 'measures', removeOperationMeasure: 'measures' },
  ...{ addOperationResult: 'results', evaluateOperation: 'evaluation' },
};

const refused = {
  ...{ __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'No.' },
  problems: [{ path: 'operation', code: 'SAME_OFFICER', message: 'For another officer.' }],
};

/** What came of a step at a gateway that answers it so, and the query that reached it. */
async function taken(step: Step, answered: object) {
  const { url, reached } = await gatewayAnswering({ data: { agency: { [step]: answered } } });
  const outcome = await steps(clientOf(url))[step]();
  if (outcome.state !== 'done') throw new Error(outcome.state);
  return { agency: outcome.data.agency, query: reached[0]?.body.query };
}

describe('a step on a joint operation', () => {
  test.each(Object.keys(changes) as Step[])('is answered with what it changes: %s', async (step) => {
    const half = { version: 5, state: 'PROPOSED' };
    const recorded = { __typename: 'RecordedOperation', of: operation, operation: { id: operation, half } };
    const { agency, query } = await taken(step, recorded);
    expect(agency).toMatchObject({
      [step]: { of: operation, operation: { half: { state: 'present', value: half } } },
    });
    expect(query).toMatch(new RegExp(`\\b${step}\\(.*\\b${changes[step]}\\b`));
  });

  test.each(Object.keys(changes) as Step[])(
    'tells what must be corrected where it is refused: %s',
    async (step) => {
      expect((await taken(step, refused)).agency).toEqual({ [step]: refused });
    },
  );
});
