import type { OperationOrigin } from '../../../playground/desk/operation-origin.ts';
import { countIn, mostResults } from '../../../playground/joint-operations/steps/count-in.ts';
import {
  evaluationInput,
  longestWords,
  newEvaluation,
  withVerdict,
} from '../../../playground/joint-operations/steps/evaluation-draft.ts';
import {
  addedMeasureInput,
  isAddable,
  measuresToAdd,
  newAddedMeasure,
} from '../../../playground/joint-operations/steps/measures-to-add.ts';
import {
  areMembers,
  membersInput,
  mostMembers,
  newMembers,
  withoutMember,
} from '../../../playground/joint-operations/steps/members-draft.ts';
import {
  isOrigin,
  missingInTerms,
  mostDays,
  mostOrigins,
  newTerms,
  type OriginDraft,
  type TermsDraft,
  termsInput,
  termsOf,
} from '../../../playground/joint-operations/steps/terms-draft.ts';
import type { MeasureLine } from '../../../playground/measures/own/own-measures.ts';
import { operationLimits } from '../../../subgraphs/agency/records/operations/half/operation-limits.ts';
import { active, ownLine } from './half.ts';

const today = '2026-12-01';
const link: OperationOrigin = {
  ...{ kind: 'LINK', ids: ['BY-7Q4KZ0XN3VDH9TRC', 'RU-E58GM1WYB6PJ2SAF'], agency: 'RUSSIA' },
};
const filled: TermsDraft = {
  ...newTerms('BELARUS', link),
  ...{ name: 'AVOCET', from: today, until: '2026-12-31', offences: ['209'] },
  lead: { officer: ' zaitsava ', role: 'INVESTIGATOR' },
};

test('the bounds are those of the agencies', () => {
  expect({
    days: mostDays,
    origins: mostOrigins,
    members: mostMembers,
    results: mostResults,
    words: longestWords,
  }).toEqual({
    ...{ days: operationLimits.days, origins: operationLimits.origins, members: operationLimits.members },
    ...{ results: operationLimits.results, words: operationLimits.words },
  });
});

describe('the form of an offer', () => {
  test('from a link, an alert or a request has it filled in, and the other agency', () => {
    expect(newTerms('BELARUS', link)).toMatchObject({
      to: 'RUSSIA',
      origins: [{ kind: 'LINK', ids: 'BY-7Q4KZ0XN3VDH9TRC RU-E58GM1WYB6PJ2SAF' }],
    });
    expect(newTerms('RUSSIA')).toMatchObject({ to: 'BELARUS', origins: [] });
  });

  test('is sent as the schema has it', () => {
    expect(missingInTerms(filled, today)).toEqual([]);
    expect(termsInput(filled)).toEqual({
      ...{ name: 'AVOCET', from: today, until: '2026-12-31', offences: ['209'] },
      origins: [{ kind: 'LINK', ids: link.ids }],
    });
  });

  test('names all that it lacks at once', () => {
    expect(missingInTerms(newTerms('BELARUS'), today)).toEqual(['name', 'from', 'until', 'offences', 'lead']);
  });

  test.each<[Partial<TermsDraft>, string[]]>([
    [{ from: '2026-11-30' }, ['from']],
    [{ from: '2027-03-01', until: '2027-03-01' }, []],
    [{ from: '2027-03-02', until: '2027-03-02' }, ['from']],
    [{ until: '2026-11-30' }, ['until']],
    [{ until: '2027-05-29' }, []],
    [{ until: '2027-05-30' }, ['until']],
    [{ offences: [] }, ['offences']],
    [{ origins: [{ kind: 'ALERT', ids: '' }] }, ['origins']],
    [{ lead: { officer: ' ', role: 'ANALYST' } }, ['lead']],
  ])('with %j lacks %j', (changed, missing) => {
    expect(missingInTerms({ ...filled, ...changed }, today)).toEqual(missing);
  });

  test.each<[OriginDraft['kind'], string, boolean]>([
    ['LINK', 'BY-7Q4KZ0XN3VDH9TRC RU-E58GM1WYB6PJ2SAF', true],
    ['LINK', 'BY-7Q4KZ0XN3VDH9TRC, RU-E58GM1WYB6PJ2SAF', true],
    ['LINK', 'BY-7Q4KZ0XN3VDH9TRC', false],
    ['LINK', 'BY-7Q4KZ0XN3VDH9TRC BY-E58GM1WYB6PJ2SAF', false],
    ['ALERT', 'BYA-7Q4KZ0XN3VDH9TRC', true],
    ['ALERT', 'BYQ-7Q4KZ0XN3VDH9TRC', false],
    ['REQUEST', 'RUQ-7Q4KZ0XN3VDH9TRC', true],
    ['REQUEST', 'BYA-7Q4KZ0XN3VDH9TRC', false],
  ])('takes for %s the ids %s: %s', (kind, ids, isTaken) => {
    expect(isOrigin({ kind, ids })).toBe(isTaken);
  });

  test('of an answer begins with the terms of the offer, and the own articles of it', () => {
    const answer = termsOf(
      { ...active, origins: [{ kind: 'ALERT', ids: ['RUA-7Q4KZ0XN3VDH9TRC'] }] },
      'BELARUS',
      'RUSSIA',
    );
    expect(answer).toMatchObject({
      ...{ to: 'RUSSIA', name: 'AVOCET', from: '2026-12-01', until: '2026-12-31', offences: ['209'] },
      origins: [{ kind: 'ALERT', ids: 'RUA-7Q4KZ0XN3VDH9TRC' }],
    });
  });
});

describe('the form of the members', () => {
  const now = newMembers(active);

  test('begins with those who take part', () => {
    expect(now).toEqual({
      members: [
        { officer: 'zaitsava', role: 'INVESTIGATOR' },
        { officer: 'kavaleva', role: 'LIAISON' },
      ],
      lead: 0,
    });
  });

  test('is sent with the name of the lead', () => {
    const on = { operation: 'BYO-1', version: 7 };
    expect(membersInput(on, { ...now, lead: 1 })).toEqual({ ...on, members: now.members, lead: 'kavaleva' });
  });

  test('keeps the lead when another line is taken out', () => {
    expect(withoutMember({ ...now, lead: 1 }, 0)).toMatchObject({
      lead: 0,
      members: [{ officer: 'kavaleva' }],
    });
    expect(withoutMember(now, 0)).toMatchObject({ lead: 0, members: [{ officer: 'kavaleva' }] });
  });

  test.each([
    ['nobody', [], false],
    ['one without a name', [{ officer: ' ', role: 'ANALYST' }], false],
    [
      'one twice',
      [
        { officer: 'bely', role: 'ANALYST' },
        { officer: ' bely', role: 'LIAISON' },
      ],
      false,
    ],
    ['one', [{ officer: 'bely', role: 'ANALYST' }], true],
  ] as const)('with %s can be sent: %s', (_who, members, canBe) => {
    expect(areMembers({ members, lead: 0 })).toBe(canBe);
  });
});

describe('the form of a measure', () => {
  const line = (id: string, state: 'PLANNED' | 'DONE'): MeasureLine => ({
    ...{ id: `BY-7Q4KZ0XN3VDH9TRC ${id}`, dossier: 'BY-7Q4KZ0XN3VDH9TRC' },
    measure: { id, kind: 'SEARCH', state, date: today, window: null, region: null, check: null },
  });
  const on = { operation: 'BYO-1', version: 7 };

  test('offers those of the case that are to come, and not in the operation yet', () => {
    const hidden: MeasureLine = {
      id: 'BY-7Q4KZ0XN3VDH9TRC V4',
      dossier: null,
      measure: { gap: { state: 'none' } },
    };
    const lines = [line('V1', 'PLANNED'), line('V2', 'PLANNED'), line('V3', 'DONE'), hidden];
    const there = [ownLine('V1', [today, today])];
    expect(measuresToAdd(lines, there).map(({ id }) => id)).toEqual(['BY-7Q4KZ0XN3VDH9TRC V2']);
  });

  test('is sent with a need that has a day, or without one', () => {
    const measure = 'BY-7Q4KZ0XN3VDH9TRC V2';
    expect(isAddable(newAddedMeasure)).toBe(false);
    expect(isAddable({ measure, need: '', by: '' })).toBe(true);
    expect(isAddable({ measure, need: 'PRESENCE', by: '' })).toBe(false);
    expect(isAddable({ measure, need: 'PRESENCE', by: today })).toBe(true);
    expect(addedMeasureInput(on, { measure, need: '', by: today })).toEqual({ ...on, measure });
    expect(addedMeasureInput(on, { measure, need: 'PRESENCE', by: today })).toEqual({
      ...on,
      ...{ measure, need: { kind: 'PRESENCE', by: today } },
    });
  });
});

describe('the form of an evaluation', () => {
  const on = { operation: 'BYO-1', version: 7 };

  test('cannot say of one lesson that it worked and did not', () => {
    const worked = withVerdict(newEvaluation, 'STAFF', 'worked');
    expect(evaluationInput(on, worked)).toEqual({ ...on, worked: ['STAFF'], failed: [] });
    const failed = withVerdict(worked, 'STAFF', 'failed');
    expect(evaluationInput(on, failed)).toEqual({ ...on, worked: [], failed: ['STAFF'] });
    expect(evaluationInput(on, withVerdict(failed, 'STAFF', 'failed'))).toEqual({
      ...on,
      worked: [],
      failed: [],
    });
  });

  test('has words only where there are some', () => {
    expect(evaluationInput(on, { ...newEvaluation, words: '  ' })).not.toHaveProperty('words');
    expect(evaluationInput(on, { ...newEvaluation, words: ' More translators ' }).words).toBe(
      'More translators',
    );
  });
});

test.each([
  ['1', 1],
  [' 10000 ', 10_000],
  ['0', undefined],
  ['10001', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['', undefined],
  ['many', undefined],
])('the number of results in %j is %s', (text, count) => {
  expect(countIn(text)).toBe(count);
});
