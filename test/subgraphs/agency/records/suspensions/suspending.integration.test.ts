import { officerDigest } from '../../../../../identity/suspended.ts';
import { pendingIn } from '../../../../../subgraphs/agency/storage/channel/pending-in.ts';
import { activeSuspensions } from '../../../../../subgraphs/agency/storage/stores/suspended-officers.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { daysAfter } from '../../../../../terms/days.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { isSubject } from '../../../../../terms/viewer.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { demo: 12 });
});

interface Suspension {
  id: string;
  subject: string;
  by: string;
  reason: string;
  further: { by: string; reason: string }[];
  reinstatedBy: string | null;
}
interface Outcome {
  __typename: string;
  suspension?: Suspension;
  problems?: { path: string; code: string }[];
}

const inputOf = { suspend: 'SuspendOfficerInput', reinstate: 'ReinstateOfficerInput' };

async function act(action: 'suspend' | 'reinstate', input: object, role: Role, subject: string) {
  const document = `mutation ($input: ${inputOf[action]}!) { belarus { ${action}Officer(input: $input) {
    __typename ... on InvalidInput { problems { path code } }
    ... on RecordedSuspension { suspension { id subject by reason further { by reason } reinstatedBy } } } } }`;
  const { result } = await agency.run(document, { input }, { roles: [role], subject });
  const data = result.data as { belarus: Record<string, Outcome | null> } | null | undefined;
  return { outcome: data?.belarus[`${action}Officer`], errors: result.errors };
}

const suspended = (subjectOf?: (written: string) => string) =>
  activeSuspensions(agency.models.suspensions, subjectOf)();
const told = async () => {
  const { messages, letGo } = await pendingIn(agency.models.suspensions).read(50);
  await letGo();
  return messages.map(({ to, type, data }) => ({ to, type, data }));
};

describe('an officer', () => {
  let id = '';

  test('is suspended by an overseer, with a reason, and the other agency is told who, not why', async () => {
    const { outcome } = await act(
      'suspend',
      { subject: 'gone-astray', reason: 'Read for a friend' },
      'OVERSEER',
      'watcher',
    );
    expect(outcome).toMatchObject({
      __typename: 'RecordedSuspension',
      suspension: { subject: 'gone-astray', by: 'watcher', reason: 'Read for a friend', reinstatedBy: null },
    });
    id = outcome?.suspension?.id ?? '';
    expect(await suspended()).toMatchObject([{ agency: 'BELARUS', subject: 'gone-astray' }]);
    expect(await told()).toEqual([
      {
        to: 'RUSSIA',
        type: 'concord.officer.suspended.v2',
        data: { suspension: id, officer: officerDigest({ agency: 'BELARUS', subject: 'gone-astray' }) },
      },
    ]);
  });

  test('who is suspended already stays so, with what another officer has ordered, and nobody is told again', async () => {
    for (const reason of ['Another', 'Once more']) {
      const again = await act('suspend', { subject: 'gone-astray', reason }, 'SUPERVISOR', 'other');
      expect(again.outcome?.suspension).toMatchObject({
        id,
        by: 'watcher',
        reason: 'Read for a friend',
        further: [{ by: 'other', reason: 'Another' }],
      });
    }
    // Nor is the first one’s kept twice.
    const first = await act('suspend', { subject: 'gone-astray', reason: 'Again' }, 'OVERSEER', 'watcher');
    expect(first.outcome?.suspension?.further).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  test('is not let in again by one of further officers who have ordered it', async () => {
    const { outcome } = await act('reinstate', { suspension: id, reason: 'Cleared' }, 'SUPERVISOR', 'other');
    expect(outcome?.problems).toEqual([{ path: 'suspension', code: 'SAME_OFFICER' }]);
  });

  test('is not let in again by the one who has suspended them', async () => {
    const { outcome } = await act('reinstate', { suspension: id, reason: 'Cleared' }, 'OVERSEER', 'watcher');
    expect(outcome).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'suspension', code: 'SAME_OFFICER' }],
    });
    expect(await suspended()).toHaveLength(1);
  });

  test('is let in again by a second one, of which the other agency is told, however often it is asked', async () => {
    for (let times = 0; times < 2; times++) {
      const { outcome } = await act(
        'reinstate',
        { suspension: id, reason: 'Cleared' },
        'SUPERVISOR',
        'second',
      );
      expect(outcome?.suspension).toMatchObject({ id, reinstatedBy: 'second' });
    }
    expect(await suspended()).toEqual([]);
    expect(await told()).toEqual([
      { to: 'RUSSIA', type: 'concord.officer.reinstated.v1', data: { suspension: id } },
    ]);
  });

  test('can be suspended anew', async () => {
    const { outcome } = await act(
      'suspend',
      { subject: 'gone-astray', reason: 'Again' },
      'SUPERVISOR',
      'second',
    );
    expect(outcome?.suspension?.id).not.toBe(id);
    expect(await suspended()).toHaveLength(1);
  });

  test.each<Role>(['ANALYST', 'INVESTIGATOR', 'LIAISON', 'PARTNER'])(
    'is not suspended by %s',
    async (role) => {
      const { errors } = await act('suspend', { subject: 'rival', reason: 'Envy' }, role, 'anybody');
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(await suspended()).toHaveLength(1);
    },
  );

  test('is named without the spaces around the name, which would keep nobody out', async () => {
    const { outcome } = await act(
      'suspend',
      { subject: '  spaced ', reason: 'Left' },
      'SUPERVISOR',
      'second',
    );
    expect(outcome?.suspension).toMatchObject({ subject: 'spaced' });
  });

  test.each(['two  blanks', 'a\u00a0b', 'a\u0000b', 'a\u200db', 'a\nb', 'unseen\u200b'])(
    'is not named by blanks and characters that no token’s subject has: %j',
    async (subject) => {
      expect(isSubject(subject)).toBe(false);
      const before = await suspended();
      const { outcome } = await act('suspend', { subject, reason: 'A test' }, 'SUPERVISOR', 'second');
      expect(outcome?.problems).toEqual([{ path: 'subject', code: 'MALFORMED' }]);
      expect(await suspended()).toEqual(before);
    },
  );

  test('does not suspend themselves', async () => {
    const { outcome } = await act('suspend', { subject: 'second', reason: 'Tired' }, 'SUPERVISOR', 'second');
    expect(outcome?.problems).toEqual([{ path: 'subject', code: 'SAME_OFFICER' }]);
  });

  test('suspends ten within a day, and locks out no further ones alone; another may', async () => {
    const suspend = (subject: string, by: string) =>
      act('suspend', { subject, reason: 'A test' }, 'SUPERVISOR', by);
    for (let n = 0; n < 10; n++)
      expect((await suspend(`rival-${n}`, 'usurper')).outcome?.suspension).toMatchObject({ by: 'usurper' });
    expect((await suspend('rival-10', 'usurper')).outcome?.problems).toEqual([
      { path: 'subject', code: 'TOO_MANY' },
    ]);
    expect((await suspend('rival-3', 'usurper')).outcome?.suspension).toMatchObject({ subject: 'rival-3' });
    expect((await suspend('usurper', 'another')).outcome?.suspension).toMatchObject({ subject: 'usurper' });
  });

  test('suspends ten in a day however many are asked for at once, and goes on on the next day', async () => {
    const suspend = (subject: string) =>
      act('suspend', { subject, reason: 'A test' }, 'SUPERVISOR', 'hasty usurper');
    const named = Array.from({ length: 20 }, (_none, n) => `at-once-${n}`);
    const answers = await Promise.all(named.map(suspend));
    const done = answers.filter(({ outcome }) => outcome?.__typename === 'RecordedSuspension');
    const problems = answers.flatMap(({ outcome }) => outcome?.problems ?? []);
    expect(done).toHaveLength(10);
    expect(problems).toEqual(Array.from({ length: 10 }, () => ({ path: 'subject', code: 'TOO_MANY' })));
    const standing = await suspended();
    expect(standing.filter(({ subject }) => named.includes(String(subject)))).toHaveLength(10);
    const tomorrow = { by: 'hasty usurper', reason: 'A test', at: daysAfter(new Date(), 1) };
    expect(await agency.stores.suspensions.suspend('BELARUS', 'on-the-next-day', tomorrow)).toMatchObject({
      suspended: { subject: 'on-the-next-day' },
    });
  });

  test('who is suspended already counts for nobody’s day', async () => {
    const again = Array.from({ length: 3 }, () =>
      act('suspend', { subject: 'rival-3', reason: 'A test' }, 'SUPERVISOR', 'repeating'),
    );
    for (const { outcome } of await Promise.all(again))
      expect(outcome?.suspension).toMatchObject({ by: 'usurper' });
    const days = await agency.models.officerDays.find({ _id: /repeating$/ }).lean();
    expect(days).toEqual([]);
    const atOnce = ['one', 'another'].map((by) =>
      act('suspend', { subject: 'by-two-at-once', reason: 'A test' }, 'SUPERVISOR', `${by} of two`),
    );
    const ids = (await Promise.all(atOnce)).map(({ outcome }) => outcome?.suspension?.id);
    expect(new Set(ids).size).toBe(1);
    expect(await agency.models.officerDays.find({ _id: /of two$/ }).lean()).toMatchObject([{ suspended: 1 }]);
  });

  test('whom two let in again at once was let in by one, whom both are told of', async () => {
    const { outcome } = await act('suspend', { subject: 'twice', reason: 'Lost' }, 'SUPERVISOR', 'watcher');
    const suspension = outcome?.suspension?.id ?? '';
    const both = await Promise.all(
      ['one', 'other'].map((by) => act('reinstate', { suspension, reason: 'Let in' }, 'SUPERVISOR', by)),
    );
    const stored = await agency.models.suspensions.findById(suspension).lean();
    expect(['one', 'other']).toContain(stored?.reinstated?.by);
    for (const each of both)
      expect(each.outcome?.suspension).toMatchObject({ reinstatedBy: stored?.reinstated?.by });
  });

  test('who reinstates ten in a day reinstates no further ones alone; another may', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) {
      const by = `honest-${n % 2}`;
      const { outcome } = await act(
        'suspend',
        { subject: `caught-${n}`, reason: 'Caught' },
        'SUPERVISOR',
        by,
      );
      ids.push(outcome?.suspension?.id ?? '');
    }
    const letIn = (suspension: string, by: string) =>
      act('reinstate', { suspension, reason: 'Let in' }, 'SUPERVISOR', by);
    const outcomes = await Promise.all(ids.map((id) => letIn(id, 'accomplice')));
    expect(outcomes.filter(({ outcome }) => outcome?.__typename === 'RecordedSuspension')).toHaveLength(10);
    const refused = outcomes.filter(({ outcome }) => outcome?.problems?.[0]?.code === 'TOO_MANY');
    expect(refused).toHaveLength(2);
    const kept = (await suspended())
      .map(({ subject }) => subject)
      .filter((name) => name.startsWith('caught'));
    expect(kept).toHaveLength(2);
    const left = ids[Number(kept[0]?.slice('caught-'.length))] ?? '';
    expect((await letIn(left, 'another')).outcome?.__typename).toBe('RecordedSuspension');
    expect((await letIn(left, 'accomplice')).outcome?.__typename).toBe('RecordedSuspension');
  });

  test.each(['Anna Petrova', 'x'.repeat(255)])(
    'whom tokens name so can be suspended: %s',
    async (subject) => {
      expect(isSubject(subject)).toBe(true);
      const { outcome } = await act(
        'suspend',
        { subject, reason: 'Caught' },
        'SUPERVISOR',
        `of-${subject.length}`,
      );
      expect(outcome).toMatchObject({ __typename: 'RecordedSuspension', suspension: { subject } });
    },
  );

  test('whose name is longer than a token’s can be is not suspended', async () => {
    const subject = 'x'.repeat(256);
    expect(isSubject(subject)).toBe(false);
    const { outcome } = await act('suspend', { subject, reason: 'Caught' }, 'SUPERVISOR', 'second');
    expect(outcome?.problems).toEqual([{ path: 'subject', code: 'TOO_LONG' }]);
  });

  test('is not suspended without a name or a reason', async () => {
    const { outcome } = await act('suspend', { subject: '', reason: '' }, 'SUPERVISOR', 'second');
    expect(outcome?.problems).toEqual([
      { path: 'subject', code: 'MISSING' },
      { path: 'reason', code: 'MISSING' },
    ]);
  });

  test('who was suspended while capitals told officers apart stays suspended once they do not', async () => {
    await act('suspend', { subject: 'In-Capitals', reason: 'A test' }, 'SUPERVISOR', 'long-ago');
    const subjects = async (...as: Parameters<typeof suspended>) =>
      (await suspended(...as)).map(({ subject }) => subject);
    expect(await subjects()).not.toContain('in-capitals');
    expect(await subjects((written) => written.toLowerCase())).toEqual(
      expect.arrayContaining(['In-Capitals', 'in-capitals']),
    );
  });
});
