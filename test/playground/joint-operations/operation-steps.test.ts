import { mayOnOperations } from '../../../playground/joint-operations/own/may-on-operations.ts';
import { nextOf } from '../../../playground/joint-operations/own/next-of.ts';
import {
  isOwnDraft,
  needsAgreement,
  type OperationStep,
  operationStepsOpen,
} from '../../../playground/joint-operations/own/operation-steps.ts';
import type { OperationHalf } from '../../../playground/joint-operations/own/own-operations.ts';
import { actions } from '../../../terms/actions.ts';
import { operationStates, type Role, roles } from '../../../terms/enums.ts';
import { active, draftOf, ended, offered, ownLine } from './half.ts';

const open = (half: OperationHalf, ...held: Role[]) => operationStepsOpen(half, { roles: held });

const renewing = { ...active, draft: draftOf('RENEWAL'), waits: 'OPERATION_TO_COUNTERSIGN' } as const;
const withMeasure = { ...active, measures: [ownLine('V1', ['2026-12-05', '2026-12-06'])] };
const suspended = { ...active, state: 'SUSPENDED', isSuspendedHere: true } as const;

test('the view and the form are there for the roles that read and propose, and for no other', () => {
  const may = (part: Parameters<typeof mayOnOperations>[1]) =>
    roles.filter((role) => mayOnOperations({ roles: [role] }, part));
  expect(may('reading')).toEqual([...actions.readOperations]);
  expect(may('proposing')).toEqual([...actions.proposeOperation]);
  expect(may('figures')).toEqual([...actions.readOperationFigures]);
  expect(may('quarters')).toEqual([...actions.readOperationQuarters]);
  expect(may('any')).toEqual(
    roles.filter((role) => may('reading').includes(role) || may('figures').includes(role)),
  );
});

describe('an offer', () => {
  test('of the other agency is answered by a liaison officer', () => {
    expect(open(offered, 'LIAISON')).toEqual(['acceptOperation', 'sendBackOperation', 'declineOperation']);
    expect(open(offered, 'SUPERVISOR')).toEqual([]);
    expect(open(offered, 'INVESTIGATOR')).toEqual([]);
  });

  test('of the own agency is taken back, and not answered', () => {
    const own = { ...offered, waits: null, offer: { ...offered.offer, by: 'BELARUS' } } as OperationHalf;
    expect(open(own, 'LIAISON')).toEqual(['declineOperation']);
  });

  test('that nobody has signed yet is signed by a supervisor, and nothing else', () => {
    const drafted = {
      ...offered,
      offer: null,
      draft: draftOf('OFFER'),
      waits: 'OPERATION_TO_COUNTERSIGN',
    } as const;
    expect(open(drafted, 'LIAISON')).toEqual([]);
    expect(open(drafted, 'SUPERVISOR')).toEqual(['countersignOperation']);
  });

  test('has members named once this agency has signed for it', () => {
    expect(open({ ...offered, waits: null, lead: 'zaitsava' }, 'SUPERVISOR')).toEqual([
      'nameOperationMembers',
    ]);
  });
});

describe('an operation that was agreed on', () => {
  test.each<[Role, OperationStep[]]>([
    ['ANALYST', []],
    ['INVESTIGATOR', ['addOperationMeasure']],
    ['LIAISON', ['addOperationMeasure', 'renewOperation', 'suspendOperation', 'endOperation']],
    ['SUPERVISOR', ['nameOperationMembers', 'addOperationResult', 'suspendOperation', 'endOperation']],
  ])('offers a %s %j', (role, steps) => {
    for (const state of ['AGREED', 'ACTIVE'] as const)
      expect(open({ ...active, state }, role)).toEqual(steps);
  });

  test('has a measure taken out where there is one', () => {
    expect(open(withMeasure, 'INVESTIGATOR')).toEqual(['addOperationMeasure', 'removeOperationMeasure']);
  });

  test('has the step first that waits', () => {
    expect(open(renewing, 'SUPERVISOR')[0]).toBe('countersignOperation');
    expect(open({ ...active, waits: 'OPERATION_TO_RENEW' }, 'LIAISON')[0]).toBe('renewOperation');
    expect(open({ ...suspended, waits: 'OPERATION_TO_RESUME' }, 'SUPERVISOR')[0]).toBe('resumeOperation');
  });

  test('is not renewed while a step waits', () => {
    expect(open(renewing, 'LIAISON')).not.toContain('renewOperation');
  });

  test('is resumed while it is suspended, and suspended by an agency once', () => {
    expect(open(suspended, 'SUPERVISOR')).toContain('resumeOperation');
    expect(open(active, 'SUPERVISOR')).not.toContain('resumeOperation');
    expect(open(suspended, 'SUPERVISOR')).not.toContain('suspendOperation');
    const there = { ...suspended, isSuspendedHere: false, isSuspendedThere: true };
    expect(open(there, 'SUPERVISOR')).toContain('suspendOperation');
  });

  test('is only stopped, or given another lead, while its lead is suspended', () => {
    const leaderless = {
      ...withMeasure,
      members: active.members.map((member) => ({ ...member, isSuspended: member.officer === 'zaitsava' })),
    };
    expect(open(leaderless, 'SUPERVISOR', 'LIAISON', 'INVESTIGATOR')).toEqual([
      'nameOperationMembers',
      'suspendOperation',
      'endOperation',
    ]);
  });
});

describe('an operation that is over', () => {
  test('is evaluated by a supervisor once, and has results added until then', () => {
    expect(open(ended, 'SUPERVISOR')).toEqual(['evaluateOperation', 'addOperationResult']);
    expect(open(ended, 'LIAISON')).toEqual([]);
    const evaluation = { at: '2027-01-02T09:00:00.000Z', worked: [], failed: [], words: null };
    expect(open({ ...ended, waits: null, evaluation }, 'SUPERVISOR')).toEqual([]);
    expect(open({ ...ended, evaluation, draft: draftOf('WORDS') }, 'SUPERVISOR')).toEqual([
      'countersignOperation',
    ]);
  });

  test.each(['DECLINED', 'LAPSED'] as const)('as %s takes no step', (state) => {
    expect(open({ ...active, state }, ...roles)).toEqual([]);
  });
});

test('whoever wrote a step does not sign it', () => {
  expect(isOwnDraft(renewing, { subject: 'kavaleva' })).toBe(true);
  expect(isOwnDraft(renewing, { subject: 'hrynevich' })).toBe(false);
  expect(isOwnDraft(active, { subject: 'kavaleva' })).toBe(false);
});

test('under national law alone nothing reaches the other agency, and what stops is possible all the same', () => {
  for (const step of [
    'proposeOperation',
    'acceptOperation',
    'addOperationMeasure',
    'resumeOperation',
  ] as const) {
    expect(needsAgreement(step, 'NATIONAL_LAW')).toBe(true);
    expect(needsAgreement(step, 'COOPERATION_AGREEMENT')).toBe(false);
  }
  for (const step of [
    'declineOperation',
    'suspendOperation',
    'endOperation',
    'removeOperationMeasure',
  ] as const)
    expect(needsAgreement(step, 'NATIONAL_LAW')).toBe(false);
});

describe('what comes next', () => {
  test.each([
    ['OPERATION_TO_COUNTERSIGN', 'countersign'],
    ['OPERATION_TO_ANSWER', 'answer'],
    ['OPERATION_TO_RENEW', 'renew'],
    ['OPERATION_TO_RESUME', 'resume'],
    ['OPERATION_TO_EVALUATE', 'evaluate'],
    ['OPERATION_RELEASE_TO_PROPOSE', 'proposeRelease'],
  ] as const)('is %s where that waits here, as %s', (waits, next) => {
    expect(nextOf({ ...active, waits })).toBe(next);
  });

  test('is with the other agency, or with time, where nothing waits here', () => {
    const next = operationStates.map((state) => [state, nextOf({ ...active, state })]);
    expect(Object.fromEntries(next)).toEqual({
      ...{ PROPOSED: 'otherAnswers', AGREED: 'begins', ACTIVE: 'goesOn', SUSPENDED: 'otherResumes' },
      ...{ ENDED: 'otherEvaluates', EVALUATED: 'nothing', DECLINED: 'nothing', LAPSED: 'nothing' },
    });
    expect(nextOf(suspended)).toBe('ownResumes');
  });
});
