import {
  isResumeRefused,
  needsAgreement,
  type ReleaseStep,
} from '../../../playground/joint-operations/own/operation-steps.ts';
import type { OperationHalf } from '../../../playground/joint-operations/own/own-operations.ts';
import { releaseStepsOpen } from '../../../playground/joint-operations/releases/release-steps.ts';
import {
  dossiersIn,
  dossiersOffered,
  longestReason,
  missingInReleases,
  newReleases,
  type ReleasesDraft,
  releaseProblems,
  releasesInput,
  withChoice,
} from '../../../playground/joint-operations/releases/releases-draft.ts';
import type { Acted } from '../../../playground/step/acted.ts';
import { operationLimits } from '../../../subgraphs/agency/records/operations/half/operation-limits.ts';
import { type OperationState, operationStates, type Role } from '../../../terms/enums.ts';
import { active } from './half.ts';

const [ours, another] = ['BY-7Q4KZ0XN3VDH9TRC', 'BY-11NKED0000000001'];
const theirs = 'RU-E58GM1WYB6PJ2SAF';
const draft: OperationHalf['releaseDrafts'][number] = {
  ...{ id: 'V5WD0RQ8K2ZN7', dossier: ours, classes: ['IDENTITY'], reason: 'Both follow him' },
  ...{ by: 'zaitsava', at: '2026-12-02T09:00:00.000Z' },
};
const drafted: OperationHalf = { ...active, releaseDrafts: [draft] };
const open = (half: OperationHalf, ...roles: Role[]) => releaseStepsOpen(half, { roles });

describe('releases for an operation', () => {
  test.each<[Role, ReleaseStep[]]>([
    ['ANALYST', ['dropOperationRelease', 'draftOperationReleases']],
    ['INVESTIGATOR', ['dropOperationRelease', 'draftOperationReleases']],
    ['LIAISON', ['proposeOperationRelease', 'dropOperationRelease', 'draftOperationReleases']],
    ['SUPERVISOR', ['proposeOperationRelease', 'dropOperationRelease', 'draftOperationReleases']],
    ['OVERSEER', []],
  ])('offer a %s %j', (role, steps) => {
    expect(open(drafted, role)).toEqual(steps);
    expect(open({ ...drafted, state: 'AGREED' }, role)).toEqual(steps);
  });

  test('are only drafted where no draft waits', () => {
    expect(open(active, 'LIAISON')).toEqual(['draftOperationReleases']);
  });

  test.each<OperationState>(['PROPOSED', 'SUSPENDED', 'ENDED', 'EVALUATED', 'DECLINED', 'LAPSED'])(
    'of an operation in state %s are dropped, and neither drafted nor proposed',
    (state) => {
      expect(open({ ...drafted, state }, 'LIAISON')).toEqual(['dropOperationRelease']);
      expect(open({ ...active, state }, 'LIAISON')).toEqual([]);
    },
  );

  test('wait while the officer who leads the operation is suspended, and are dropped once it is over', () => {
    const leaderless = {
      ...drafted,
      members: active.members.map((member) => ({ ...member, isSuspended: member.officer === 'zaitsava' })),
    };
    for (const state of operationStates) {
      const isOver = ['ENDED', 'EVALUATED', 'DECLINED', 'LAPSED'].includes(state);
      expect(open({ ...leaderless, state }, 'LIAISON')).toEqual(isOver ? ['dropOperationRelease'] : []);
    }
  });

  test('need an agreement between states, and to drop a draft needs none', () => {
    expect(needsAgreement('draftOperationReleases', 'NATIONAL_LAW')).toBe(true);
    expect(needsAgreement('proposeOperationRelease', 'NATIONAL_LAW')).toBe(true);
    expect(needsAgreement('dropOperationRelease', 'NATIONAL_LAW')).toBe(false);
  });
});

describe('the form of releases', () => {
  const filled: ReleasesDraft = {
    ...{ chosen: [ours], other: ` ${another.toLowerCase()} `, classes: ['CASE', 'IDENTITY'] },
    reason: ' Both follow him ',
  };

  test('offers the own dossiers of the links that the operation grew from, each once', () => {
    const origins: OperationHalf['origins'] = [
      { kind: 'LINK', ids: [ours, theirs] },
      { kind: 'LINK', ids: [theirs, ours] },
      { kind: 'ALERT', ids: ['BYA-7Q4KZ0XN3VDH9TRC'] },
    ];
    expect(dossiersOffered(origins, 'BELARUS')).toEqual([ours]);
    expect(dossiersOffered(origins, 'RUSSIA')).toEqual([theirs]);
    expect(dossiersOffered([], 'BELARUS')).toEqual([]);
  });

  test('keeps what is chosen in the order of the list', () => {
    expect(withChoice(['a', 'b', 'c'], ['c'], 'a', true)).toEqual(['a', 'c']);
    expect(withChoice(['a', 'b', 'c'], ['a', 'c'], 'a', false)).toEqual(['c']);
  });

  test('is sent with each dossier once, and the classes and the reason for all of them', () => {
    const on = { operation: 'BYO-7Q4KZ0XN3VDH9TRC', version: 7 };
    expect(releasesInput(on, filled)).toEqual({
      ...on,
      releases: [
        { dossier: ours, classes: ['IDENTITY', 'CASE'] },
        { dossier: another, classes: ['IDENTITY', 'CASE'] },
      ],
      reason: 'Both follow him',
    });
    expect(dossiersIn({ chosen: [ours], other: ours })).toEqual([ours]);
  });

  test('has a reason as long as the agency takes one', () => {
    expect(longestReason).toBe(operationLimits.words);
  });

  test.each<[Partial<ReleasesDraft>, string[]]>([
    [{}, []],
    [{ chosen: [], other: ' ' }, ['dossiers']],
    [{ chosen: [] }, []],
    [{ other: theirs }, ['other']],
    [{ other: 'BY-' }, ['other']],
    [{ classes: [] }, ['classes']],
    [{ reason: ' ' }, ['reason']],
  ])('with %j lacks %j', (changed, missing) => {
    expect(missingInReleases({ ...filled, ...changed }, 'BELARUS')).toEqual(missing);
  });

  test('of nothing names all that it lacks at once', () => {
    expect(missingInReleases(newReleases, 'BELARUS')).toEqual(['dossiers', 'classes', 'reason']);
  });
});

describe('the problems of releases', () => {
  const problem = (path: string, code = 'MISSING') => ({ path, code, message: 'must be another' });

  test('stand by the dossier that was sent, whatever the form has become', () => {
    const { ofDossier, dossiers, classes, reason } = releaseProblems(
      [problem('releases.1.dossier', 'NOT_LINKED')],
      [ours, another],
    );
    expect([...ofDossier].map(([dossier, { code }]) => [dossier, code])).toEqual([[another, 'NOT_LINKED']]);
    expect([dossiers, classes, reason]).toEqual([undefined, undefined, undefined]);
  });

  test('stand by the classes, the reason and the list, each by itself', () => {
    const problems = [problem('releases', 'TOO_MANY'), problem('releases.0.classes'), problem('reason')];
    const found = releaseProblems(problems, [ours]);
    expect(found.ofDossier.size).toBe(0);
    expect(found.dossiers?.code).toBe('TOO_MANY');
    expect(found.classes?.path).toBe('releases.0.classes');
    expect(found.reason?.path).toBe('reason');
  });
});

describe('going on with an operation', () => {
  const asked = (step: 'resumeOperation' | 'endOperation', version: number, code = 'WRONG_STATE') => {
    const acted: Acted = {
      ...{ state: 'refused', member: 'InvalidInput', message: undefined },
      problems: [{ path: 'operation', code, message: 'Your agency has said so.' }],
    };
    const variables = { input: { operation: 'BYO-7Q4KZ0XN3VDH9TRC', version } };
    return { state: 'done', chosen: { step, operation: { query: '', variables } }, acted };
  };

  test('is refused where the agency has said so already, as long as the operation is what it was', () => {
    expect(isResumeRefused(asked('resumeOperation', 7), { version: 7 })).toBe(true);
    expect(isResumeRefused(asked('resumeOperation', 7), { version: 8 })).toBe(false);
  });

  test('is not refused by another step, for another reason, or before it was asked for', () => {
    expect(isResumeRefused(asked('endOperation', 7), { version: 7 })).toBe(false);
    expect(isResumeRefused(asked('resumeOperation', 7, 'OUT_OF_RANGE'), { version: 7 })).toBe(false);
    expect(isResumeRefused({ state: 'none' }, { version: 7 })).toBe(false);
  });
});
