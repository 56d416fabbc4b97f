import type { ShownMeasure } from '../../../playground/measures/own/own-measures.ts';
import type { Provision } from '../../../playground/measures/own/provision.ts';
import {
  amountOf,
  newOutcome,
  type OutcomeDraft,
  outcomeInput,
  wrongInOutcome,
} from '../../../playground/measures/steps/outcome-draft.ts';
import {
  fromDay,
  groundsOf,
  missingInPlan,
  newPlan,
  ofKind,
  type PlanDraft,
  planInput,
  withoutGone,
} from '../../../playground/measures/steps/plan-draft.ts';
import {
  beginWith,
  isOutdated,
  plansAfter,
  readAgain,
} from '../../../playground/measures/steps/plans-after.ts';
import { plannedKinds, type Target } from '../../../playground/measures/steps/targets.ts';
import { regions } from '../../../playground/messages/regions/en.ts';
import { inputOutcome } from '../../../subgraphs/agency/records/values/measure-outcome.ts';
import { measureKinds } from '../../../terms/enums.ts';
import { regionCodes } from '../../../terms/regions.ts';

const today = '2026-12-31';
const provision = (
  citation: string,
  measures: Provision['measures'],
  validTo: string | null = null,
): Provision => ({
  ...{ citation, measures, validTo, confirmed: true },
  ...{ be: citation, ru: citation, en: citation },
});
const provisions = [
  provision('Article 208', ['SEARCH']),
  provision('Article 210', ['SEARCH', 'SEIZURE']),
  provision('Article 1', ['SEARCH'], '2020-01-01'),
  provision('Article 199', ['NUMBER_BLOCK']),
];
const phone: Target = { id: 'V1', field: 'contacts', kind: 'PHONE', value: { kind: 'PHONE' } };
const domain: Target = { id: 'V2', field: 'infrastructure', kind: 'DOMAIN', value: { kind: 'DOMAIN' } };
const known = { targets: [phone, domain], provisions };

const filled: PlanDraft = {
  ...newPlan(undefined, 'NATIONAL_LAW'),
  ...{ kind: 'SEARCH', from: '2027-01-02', until: '2027-01-04', ground: 'Article 208' },
};

describe('what the page knows of the agency', () => {
  test('are the regions in which a measure can be taken', () => {
    expect(Object.keys(regions).map((key) => key.replace('region.', ''))).toEqual([...regionCodes]);
  });

  test('are the kinds that are planned', () => {
    expect(plannedKinds).toEqual(measureKinds.filter((kind) => kind !== 'OTHER'));
  });
});

describe('the form of a plan', () => {
  test('begins empty, as the agency’s own knowledge on the legal basis of the mandate', () => {
    expect(newPlan(undefined, 'MINSK_CONVENTION_1993')).toEqual({
      ...{ kind: '', target: '', from: '', until: '', region: '', ground: '' },
      ...{ reliability: 'A', accuracy: '1', legalBasis: 'MINSK_CONVENTION_1993', retainUntil: '' },
    });
  });

  test('of a measure that is planned anew has what is planned', () => {
    const measure = {
      ...{ id: 'V9', kind: 'NUMBER_BLOCK', state: 'AUTHORISED', date: '2027-01-02', case: null },
      ...{ window: { from: '2027-01-02', until: '2027-01-03' }, region: 'BY-HM', ground: 'Article 199' },
      ...{
        target: 'V1',
        plannedBy: 'zaitsava',
        authorisedBy: 'hrynevich',
        check: null,
        comparesSecret: null,
      },
      provenance: {
        ...{ sourceReliability: 'B', informationAccuracy: 3 },
        ...{ legalBasis: 'COOPERATION_AGREEMENT', retainUntil: '2031-12-31' },
      },
    } as const satisfies ShownMeasure;
    expect(newPlan(measure, 'NATIONAL_LAW')).toEqual({
      ...{ kind: 'NUMBER_BLOCK', target: 'V1', from: '2027-01-02', until: '2027-01-03', region: 'BY-HM' },
      ...{ ground: 'Article 199', reliability: 'B', accuracy: '3' },
      ...{ legalBasis: 'COOPERATION_AGREEMENT', retainUntil: '2031-12-31' },
    });
    expect(newPlan({ ...measure, kind: 'OTHER' }, undefined).kind).toBe('');
  });

  test('offers the grounds of the kind that are in force', () => {
    expect(groundsOf('SEARCH', provisions).map(({ citation }) => citation)).toEqual([
      'Article 208',
      'Article 210',
    ]);
    expect(groundsOf('', provisions)).toEqual([]);
    expect(groundsOf('ARREST', provisions)).toEqual([]);
  });

  test('keeps target and ground with another kind only where they fit, and takes a ground that is the only one', () => {
    const block = { ...filled, target: 'V1' };
    expect(ofKind(block, 'INTERCEPTION', known)).toMatchObject({ target: 'V1', ground: '' });
    expect(ofKind({ ...block, ground: 'Article 210' }, 'SEIZURE', known)).toMatchObject({
      target: '',
      ground: 'Article 210',
    });
    expect(ofKind(block, 'SEIZURE', known).ground).toBe('Article 210');
    expect(ofKind(block, '', known)).toMatchObject({ kind: '', target: '', ground: '' });
  });

  test('moves the last day with the first where it would not fit', () => {
    expect(fromDay(filled, '2027-01-03').until).toBe('2027-01-04');
    expect(fromDay(filled, '2027-01-05').until).toBe('2027-01-05');
    expect(fromDay(filled, '2026-12-20').until).toBe('2026-12-20');
    expect(fromDay(filled, '')).toMatchObject({ from: '', until: '' });
  });

  test.each<[Partial<PlanDraft>, string[]]>([
    [{}, []],
    [{ from: today, until: today }, []],
    [{ kind: '' }, ['kind', 'ground']],
    [{ ground: '' }, ['ground']],
    [{ ground: 'in the officer’s own words' }, ['ground']],
    [{ kind: 'SEIZURE' }, ['ground']],
    [{ kind: 'NUMBER_BLOCK', target: '', ground: 'Article 199' }, ['target']],
    [{ kind: 'NUMBER_BLOCK', target: 'V1', ground: 'Article 199' }, []],
    // A day that is past, reversed, of fifteen days, or in two years.
    [{ from: '2026-12-30' }, ['from']],
    [{ until: '2027-01-01' }, ['until']],
    [{ until: '2027-01-15' }, []],
    [{ until: '2027-01-16' }, ['until']],
    [{ from: '2028-12-31', until: '2028-12-31' }, ['from']],
    [{ from: '', until: '' }, ['from', 'until']],
    [{ retainUntil: '2031-12-31' }, []],
    [{ retainUntil: today }, ['retainUntil']],
  ])('%j lacks %j', (changed, missing) => {
    expect(missingInPlan({ ...filled, ...changed }, provisions, today)).toEqual(missing);
  });

  test('has no target that the dossier has no more, where all that it has are told', () => {
    const block: PlanDraft = { ...filled, kind: 'NUMBER_BLOCK', target: 'V1', ground: 'Article 199' };
    const withheld = { state: 'failed', code: 'FORBIDDEN' } as const;
    expect(withoutGone(block, { targets: [phone, domain], gaps: [] })).toBe(block);
    const gone = withoutGone(block, { targets: [domain], gaps: [] });
    expect([gone.target, missingInPlan(gone, provisions, today)]).toEqual(['', ['target']]);
    // A value of a class that is closed to the officer may still be there, and none has come yet.
    expect(withoutGone(block, { targets: [domain], gaps: [withheld] })).toBe(block);
    expect(withoutGone(block, undefined)).toBe(block);
    expect(withoutGone(filled, { targets: [], gaps: [] })).toBe(filled);
  });

  test('begins anew with the plan as it is read, as long as nothing was typed', () => {
    const replanned: PlanDraft = { ...filled, until: '2027-01-05' };
    const form = readAgain(beginWith(filled), replanned);
    expect(form).toEqual(beginWith(replanned));
    expect(isOutdated(form, replanned)).toBe(false);
  });

  test('keeps what was typed once a colleague has planned anew, and says so', () => {
    const replanned: PlanDraft = { ...filled, until: '2027-01-05' };
    const typed = { begun: filled, draft: { ...filled, region: 'BY-HM' } };
    expect([readAgain(typed, filled), isOutdated(typed, filled)]).toEqual([typed, false]);
    expect([readAgain(typed, replanned), isOutdated(typed, replanned)]).toEqual([typed, true]);
    // The colleague has planned the same.
    expect(readAgain(typed, typed.draft)).toEqual(beginWith(typed.draft));
  });

  test('begins anew after the officer’s own plan, and after no other step', () => {
    expect(plansAfter(1, 'planMeasure')).toBe(2);
    expect(plansAfter(1, 'authoriseMeasure')).toBe(1);
  });

  test('is sent with what was filled in, and as a plan anew with the measure', () => {
    const on = { dossier: 'BY-1', version: 4 };
    expect(planInput(on, filled)).toEqual({
      ...on,
      plan: {
        kind: 'SEARCH',
        window: { from: '2027-01-02', until: '2027-01-04' },
        ground: 'Article 208',
        provenance: { sourceReliability: 'A', informationAccuracy: 1, legalBasis: 'NATIONAL_LAW' },
      },
    });
    const again = {
      ...filled,
      kind: 'NUMBER_BLOCK',
      target: 'V1',
      region: 'BY-HM',
      retainUntil: '2031-12-31',
    } as const;
    expect(planInput({ ...on, measure: 'V9' }, again)).toMatchObject({
      measure: 'V9',
      plan: { target: 'V1', region: 'BY-HM', provenance: { retainUntil: '2031-12-31' } },
    });
    expect(() => planInput(on, { ...filled, kind: '' })).toThrow('without a kind');
  });
});

describe('the form of an outcome', () => {
  const outcome = (changed: Partial<OutcomeDraft>): OutcomeDraft => ({ ...newOutcome, ...changed });
  const counts = (changed: Partial<OutcomeDraft['counts']>) =>
    outcome({ counts: { ...newOutcome.counts, ...changed } });
  const seized = (...sums: [amount: string, currency: string][]) =>
    outcome({
      sums: { ...newOutcome.sums, seized: sums.map(([amount, currency]) => ({ amount, currency })) },
    });

  test('that is empty is sent as none of everything, which the agency takes', () => {
    expect(wrongInOutcome(newOutcome)).toEqual([]);
    expect(outcomeInput(newOutcome)).toEqual(inputOutcome.parse({}));
  });

  test('is sent as the agency takes it, with amounts as people write them', () => {
    const draft: OutcomeDraft = {
      counts: { ...newOutcome.counts, arrested: ' 2 ', victimsFound: '1 200' },
      things: [{ kind: 'SIM_CARD', count: '400' }],
      sums: {
        seized: [
          { amount: '1 200,50', currency: 'byn' },
          { amount: '90000', currency: 'RUB' },
        ],
        returned: [],
      },
    };
    expect(wrongInOutcome(draft)).toEqual([]);
    expect(outcomeInput(draft)).toEqual({
      ...{ arrested: 2, searched: 0, questioned: 0, blocked: 0, victimsFound: 1_200, victimsWarned: 0 },
      things: [{ kind: 'SIM_CARD', count: 400 }],
      seized: [
        { amount: '1200.50', currency: 'BYN' },
        { amount: '90000', currency: 'RUB' },
      ],
      returned: [],
    });
    expect(inputOutcome.safeParse(outcomeInput(draft)).success).toBe(true);
  });

  test.each<[OutcomeDraft, string[]]>([
    [counts({ arrested: '10000' }), []],
    [counts({ arrested: '10001' }), ['arrested']],
    [counts({ blocked: '-1' }), ['blocked']],
    [counts({ searched: '1.5', victimsWarned: 'many' }), ['searched', 'victimsWarned']],
    [outcome({ things: [{ kind: 'PHONE', count: '0' }] }), ['things.0.count']],
    [outcome({ things: [{ kind: '', count: '1' }] }), ['things.0.kind']],
    [
      outcome({
        things: [
          { kind: 'PHONE', count: '1' },
          { kind: 'PHONE', count: '2' },
        ],
      }),
      ['things.1.kind'],
    ],
    [seized(['1200.50', 'BYN']), []],
    [seized(['0', 'BYN']), ['seized.0.amount']],
    [seized(['-5', 'BYN']), ['seized.0.amount']],
    [seized(['1.005', 'BYN']), ['seized.0.amount']],
    [seized(['100000000000000000000', 'BYN']), ['seized.0.amount']],
    [seized(['5', 'B1']), ['seized.0.currency']],
    [seized(['5', 'BYN'], ['6', 'byn']), ['seized.1.currency']],
  ])('%j is to be corrected at %j', (draft, wrong) => expect(wrongInOutcome(draft)).toEqual(wrong));

  test.each([
    ['1200.50', '1200.50'],
    ['1 200,5', '1200.5'],
    ['1\u00a0200', '1200'],
    ['1,200.50', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('an amount %j is %j', (typed, amount) => expect(amountOf(typed)).toBe(amount));
});
