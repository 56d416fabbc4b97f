import {
  JointOperationOfOwnDocuments,
  JointOperationsOfOwnDocuments,
  OperationFiguresOfOwnDocuments,
  OperationNamesOfOwnDocuments,
  OperationPlanOfOwnDocuments,
  OperationQuartersOfOwnDocuments,
  OperationResultsOfOwnDocuments,
} from '../../sdk/src/generated/operations.ts';
import { within } from '../../sdk/src/index.ts';
import { clientOf, gatewayAnswering } from './support/gateway.ts';

const at = '2026-11-20T09:30:00.000Z';
const article = { agency: 'RUSSIA', code: '159', title: 'Fraud' };
const origin = { kind: 'ALERT', ids: ['BYA-1'] };
const money = [{ amount: '1200.50', currency: 'BYN' }];
const terms = {
  ...{ name: 'AVOCET', purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT' },
  ...{ from: '2026-11-20', until: '2026-12-10', offences: [article], origins: [origin] },
};
const draft = {
  ...{ kind: 'OFFER', by: 'pavel.d', at, terms, case: 'BY-2026-000001', lead: 'olga.k' },
  ...{ until: null, words: null, markedTerms: null },
};
const half = {
  ...{ agency: 'RUSSIA', version: 4, state: 'PROPOSED', ...terms, case: 'BY-2026-000001', otherCase: null },
  ...{ offer: { number: 1, by: 'BELARUS', at, lapsesAt: at }, draft, waits: 'OPERATION_TO_COUNTERSIGN' },
  ...{ lead: 'olga.k', members: [{ officer: 'olga.k', role: 'INVESTIGATOR', isSuspended: false }] },
  ...{ otherMembers: [{ role: 'LIAISON', members: 2 }], isSuspendedHere: false, isSuspendedThere: true },
  ...{ endsAt: null, steps: [{ kind: 'PROPOSED', by: 'pavel.d', at }] },
};
const need = { kind: 'SAME_DAY', by: '2026-12-01' };
const region = 'BY-HM';
const planned = {
  ...{ kind: 'SEARCH', state: 'PLANNED', window: { from: terms.from, until: terms.until }, region },
};
const plan = {
  ...{ version: 5, state: 'ACTIVE' },
  measures: [
    {
      id: 'M-1',
      measure: {
        ...{ id: 'BY-1/m-1', dossier: { __typename: 'BelarusDossier', id: 'BY-1' }, taken: null },
        planned,
      },
      ...{ need, isTold: true },
    },
    { id: 'M-2', measure: null, need: null, isTold: false },
  ],
  plan: [
    {
      id: 'M-3',
      kind: 'SEARCH',
      state: 'AUTHORISED',
      from: terms.from,
      until: terms.until,
      region,
      need,
      target: null,
    },
  ],
};
const results = {
  ...{ measures: 3, arrested: 2, searched: 4, questioned: 5, blocked: 6, victimsFound: 7, victimsWarned: 8 },
  ...{ things: [{ kind: 'PHONE', count: 9 }], seized: money, returned: money },
  added: [{ kind: 'GROUPS_BROKEN_UP', count: 1 }],
};
const evaluation = { at, worked: ['JOINT_PLANNING'], failed: ['STAFF'], words: null };
const judged = {
  ...{ version: 9, state: 'ENDED', results, otherResults: null, evaluation, otherEvaluation: null },
  draft: { kind: 'WORDS', by: 'ivan.s', at, words: 'More translators', markedTerms: [] },
};

/** A gateway that answers an officer of an agency with these fields, its client, and what has reached it. */
async function told(...agencies: object[]) {
  const { url, reached } = await gatewayAnswering(...agencies.map((agency) => ({ data: { agency } })));
  return { concord: clientOf(url), reached };
}

describe('the queries of joint operations', () => {
  test('are answered alike to the officers of every agency', async () => {
    for (const document of [JointOperationOfOwnDocuments.BELARUS, JointOperationOfOwnDocuments.RUSSIA]) {
      const { concord } = await told({ operation: { id: 'BYO-1', half } });
      const { data } = await concord.query(document as typeof JointOperationOfOwnDocuments.BELARUS, {
        id: 'BYO-1',
      });
      const own = within(data.agency, ({ operation }) => operation);
      const value = { id: 'BYO-1', half: { state: 'present', value: half } };
      expect(own).toEqual({ state: 'present', value });
    }
  });

  test('list them page by page, in the states that were asked for', async () => {
    const page = (id: string, pageInfo: object) => ({ operations: { nodes: [{ id, half }], pageInfo } });
    const { concord, reached } = await told(
      page('BYO-2', { hasNextPage: true, endCursor: 'c1' }),
      page('BYO-1', { hasNextPage: false, endCursor: 'c2' }),
    );
    const pages = concord.pages(
      JointOperationsOfOwnDocuments.BELARUS,
      { states: ['PROPOSED'] },
      ({ agency }) => within(agency, ({ operations }) => operations),
    );
    const ids: string[] = [];
    for await (const { page } of pages) ids.push(...page.nodes.map(({ id }) => id));
    expect(ids).toEqual(['BYO-2', 'BYO-1']);
    expect(reached.map(({ body }) => body.variables)).toEqual([
      { states: ['PROPOSED'] },
      { states: ['PROPOSED'], after: 'c1' },
    ]);
  });

  test('say of a measure that it is not the officer’s to read, and of the plan what was told', async () => {
    const { concord } = await told({ operation: { id: 'BYO-1', half: plan } });
    const { data } = await concord.query(OperationPlanOfOwnDocuments.BELARUS, { id: 'BYO-1' });
    const own = within(data.agency, ({ operation }) => operation);
    if (own.state !== 'present' || own.value.half.state !== 'present') throw new Error(own.state);
    const { measures, plan: others } = own.value.half.value;
    expect(measures.map(({ id, measure, isTold }) => [id, measure?.id, isTold])).toEqual([
      ['M-1', 'BY-1/m-1', true],
      ['M-2', undefined, false],
    ]);
    const window = { state: 'present', value: planned.window };
    expect(measures[0]?.measure?.planned).toEqual({ state: 'present', value: { ...planned, window } });
    expect(others).toEqual(plan.plan);
  });

  test('tell results and evaluations of each agency apart', async () => {
    const { concord } = await told({ operation: { id: 'BYO-1', half: judged } });
    const { data } = await concord.query(OperationResultsOfOwnDocuments.BELARUS, { id: 'BYO-1' });
    const own = within(data.agency, ({ operation }) => operation);
    expect(own).toMatchObject({ state: 'present', value: { half: { state: 'present', value: judged } } });
  });

  test('tell names, figures and quarters', async () => {
    const figure = { state: 'ENDED', operations: 3, first: terms.from, last: terms.until };
    const quarter = {
      ...{ quarter: '2026-Q4', operations: 3, endedEarly: 1, measures: 4, arrested: 5, victimsFound: null },
      ...{ victimsWarned: 6, seized: money, returned: null },
    };
    const days = { from: terms.from, until: terms.until };
    const quarters = { from: '2026-Q4', until: '2026-Q4' };
    const { concord } = await told(
      { operationNames: ['AVOCET'] },
      { operationFigures: [figure] },
      { operationQuarters: [quarter] },
    );
    const answers = [
      await concord.query(OperationNamesOfOwnDocuments.BELARUS, {}),
      await concord.query(OperationFiguresOfOwnDocuments.BELARUS, days),
      await concord.query(OperationQuartersOfOwnDocuments.BELARUS, quarters),
    ];
    expect(answers.map(({ data }) => data.agency)).toMatchObject([
      { state: 'present', value: { operationNames: { value: ['AVOCET'] } } },
      { state: 'present', value: { operationFigures: { value: [figure] } } },
      { state: 'present', value: { operationQuarters: { value: [quarter] } } },
    ]);
  });
});
