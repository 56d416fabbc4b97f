import { endingOf } from '../../../../../../subgraphs/agency/records/measures/comparing/check-record.ts';
import {
  type ComparedMeasure,
  comparedRow,
  isOpen,
  orderOfMeasure,
  runOf,
} from '../../../../../../subgraphs/agency/records/measures/comparing/compared-measure.ts';
import { comparedMeasuresOf } from '../../../../../../subgraphs/agency/records/measures/comparing/compared-measures-of.ts';
import {
  clashingScopes,
  scopesOf,
} from '../../../../../../subgraphs/agency/records/measures/comparing/measure-token.ts';

const at = new Date('2026-12-01T09:00:00Z');
const measure: ComparedMeasure = {
  measure: 'M1',
  dossier: 'BY-0000000001',
  cases: ['BY-2026-000001'],
  window: { from: '2026-12-10', until: '2026-12-12' },
  state: 'AUTHORISED',
  plannedBy: 'officer-1',
  authorised: { by: 'supervisor-1', at },
};

describe('a measure that is compared', () => {
  test('is authorised or under way, and its window is not over', () => {
    expect(isOpen(measure, at)).toBe(true);
    expect(isOpen({ ...measure, state: 'UNDER_WAY' }, at)).toBe(true);
    expect(isOpen(measure, new Date('2026-12-12T20:59:00Z'))).toBe(true);
    expect(isOpen(measure, new Date('2026-12-12T21:00:00Z'))).toBe(false);
  });

  test('is none that nobody has authorised, nor one that has ended', () => {
    const { authorised: _, ...unauthorised } = measure;
    expect(isOpen({ ...unauthorised, state: 'UNDER_WAY' }, at)).toBe(false);
    for (const state of ['PLANNED', 'DONE', 'LIFTED', 'CANCELLED'] as const)
      expect(isOpen({ ...measure, state }, at)).toBe(false);
  });

  test('ends, or is to be authorised anew once it is planned anew', () => {
    expect(endingOf(comparedRow(measure), at)).toBeUndefined();
    expect(endingOf(comparedRow({ ...measure, state: 'PLANNED' }), at)).toMatchObject({ kind: 'STOP' });
    expect(endingOf(comparedRow({ ...measure, state: 'DONE' }), at)).toMatchObject({ kind: 'END' });
    expect(endingOf({ ...comparedRow(measure), change: 'GONE' }, at)).toMatchObject({ kind: 'END' });
  });

  test('is another one with each authorisation and target, and the same when it is started', () => {
    const run = runOf(measure);
    const moved = { from: '2026-12-01', until: '2026-12-14' };
    expect(runOf({ ...measure, state: 'UNDER_WAY', window: moved })).toBe(run);
    for (const changed of [
      { authorised: { by: 'supervisor-1', at: new Date('2026-12-02T09:00:00Z') } },
      { target: 'C1' },
      { comparesSecret: true as const },
    ])
      expect(runOf({ ...measure, ...changed })).not.toBe(run);
  });

  test('goes before others where it is urgent, and else by when it was authorised', () => {
    const later = { ...measure, authorised: { by: 'supervisor-1', at: new Date('2026-12-02T09:00:00Z') } };
    const orders = [later, measure, { ...later, isUrgent: true as const }].map(orderOfMeasure);
    expect([...orders].sort()).toEqual([orders[2], orders[1], orders[0]]);
  });
});

describe('the measures of a dossier', () => {
  const dossier = { _id: 'BY-0000000001', cases: ['BY-2026-000001'] };
  const value = {
    id: 'M1',
    state: 'AUTHORISED',
    window: { from: '2026-12-10', until: '2026-12-12' },
    plannedBy: 'officer-1',
    authorisedBy: 'supervisor-1',
    authorisedAt: at,
  };
  const of = (changed: object) =>
    comparedMeasuresOf({ ...dossier, measures: [{ ...value, ...changed }] as never })[0];

  test('are noted with what they are compared by, under the first case where they name none', () => {
    expect(of({})).toEqual({
      ...measure,
      _id: 'BY-0000000001 M1',
      case: 'BY-2026-000001',
      change: 'HELD',
    });
    const another = { ...dossier, cases: [...dossier.cases, 'BY-2026-000009'] };
    const named = { ...value, case: 'BY-2026-000009' };
    expect(comparedMeasuresOf({ ...another, measures: [named] as never })[0]?.case).toBe('BY-2026-000009');
    // Not under a case that the dossier is not of.
    expect(of({ case: 'BY-2026-000009' })?.case).toBe('BY-2026-000001');
  });

  test('are none of before windows', () => {
    expect(of({ window: undefined })).toBeUndefined();
  });

  test('are authorised by whoever started an urgent one at once', () => {
    const started = { startedBy: 'supervisor-2', startedAt: at, urgency: 'FLIGHT', authorisedBy: undefined };
    expect(of({ ...started, state: 'UNDER_WAY' })).toMatchObject({
      authorised: { by: 'supervisor-2', at },
      isUrgent: true,
    });
    expect(of({ ...started, urgency: undefined, state: 'UNDER_WAY' })?.authorised).toBeUndefined();
    // One that was authorised before stays so.
    expect(of({ ...started, authorisedBy: 'supervisor-1', state: 'UNDER_WAY' })?.authorised?.by).toBe(
      'supervisor-1',
    );
  });

  test('note what they are compared by, where they are', () => {
    const basisOf = () => 'basis';
    const basisIn = (changed: object) =>
      comparedMeasuresOf({ ...dossier, measures: [{ ...value, ...changed }] as never }, basisOf)[0]?.basis;
    expect([{}, { state: 'UNDER_WAY' }].map(basisIn)).toEqual(['basis', 'basis']);
    const none = [{ authorisedBy: undefined }, { state: 'PLANNED' }, { state: 'DONE' }];
    expect(none.map(basisIn)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the scopes of tokens that a measure clashes with', () => {
  test('are none and every common operation but its own', () => {
    expect(clashingScopes(undefined, ['O1', 'O2'])).toEqual(['', 'O1', 'O2']);
    expect(clashingScopes('O1', ['O1', 'O2'])).toEqual(['', 'O2']);
    expect(clashingScopes('O9', ['O1'])).toEqual(['', 'O1']);
  });

  test('have changed when an operation has', () => {
    expect(scopesOf(['O2', 'O1'])).toBe(scopesOf(['O1', 'O2']));
    expect(scopesOf(['O1'])).not.toBe(scopesOf(['O1', 'O2']));
  });
});
