import {
  grantAnswer,
  grant as grantSigned,
  propose,
  recall,
} from '../../../../../../subgraphs/agency/records/dossier/releases/release-steps.ts';
import type { Author, StepResult } from '../../../../../../subgraphs/agency/records/dossier/step.ts';
import { changeHandling, close } from '../../../../../../subgraphs/agency/records/dossier/steps/close.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../../../support/hand-made-dossiers.ts';

const author = (by: string, at = new Date()): Author => ({
  by,
  at,
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' },
  idempotency: { key: 'key', fingerprint: 'fingerprint' },
});
const supervisor = author('supervisor-2');
const [proposal, release] = [proposalOf({ id: 'VPROPOSED' }), releaseOf({ id: 'VGRANTED' })];
const proposed = { to: 'RUSSIA', classes: ['CASE'], purposes: ['SOLVING'] } as const;
const input = {
  ...proposed,
  classes: [...proposed.classes],
  purposes: [...proposed.purposes],
  from: new Date(),
  until: new Date(Date.now() + 3_600_000),
  reason: 'Joint investigation',
};
const dossier = dossierOf('BY-RE1EASE00001', { releases: [proposal, release] });
const status = (stage: 'ACQUITTED' | 'CONVICTED') => ({ ...dossier.status, stage });
const cleared = { ...dossier, status: status('ACQUITTED') };
const dark = { ...dossier, handlingCode: 'ORIGINATOR_ONLY' as const };

const grant = (of: typeof dossier, by: Author, id: string) => grantSigned(of, by, id, { provisions: [] });
const problemOf = (decision: StepResult) =>
  'problems' in decision ? decision.problems.map(({ path, code }) => `${path} ${code}`) : decision;
const releasesIn = (decision: StepResult) => ('step' in decision ? decision.step.set.releases : decision);

describe('proposing a release', () => {
  test('adds it as a proposal, and a line to the history', () => {
    const decision = propose(dossier, author('liaison-2'), input);
    expect(releasesIn(decision)).toEqual([
      proposal,
      release,
      { ...input, id: expect.stringMatching(/^V/), proposedBy: 'liaison-2', proposedAt: expect.any(Date) },
    ]);
    expect(decision).toMatchObject({
      step: { set: { version: dossier.version + 1 }, entry: { action: 'PROPOSE_RELEASE', by: 'liaison-2' } },
    });
  });

  test('is refused of a dossier whose person was cleared, or that is for its owner only', () => {
    expect(problemOf(propose(cleared, supervisor, input))).toEqual(['dossier DOSSIER_CLOSED']);
    expect(problemOf(propose(dark, supervisor, input))).toEqual(['dossier ORIGINATOR_ONLY']);
  });

  test('is refused of a dossier that has 200 of them, and not of one that has 199', () => {
    const holding = (length: number) => ({ ...dossier, releases: Array.from({ length }, () => release) });
    expect(problemOf(propose(holding(200), supervisor, input))).toEqual(['dossier TOO_MANY']);
    const ended = { ...release, recalledBy: 'supervisor-2', recalledAt: new Date(0) };
    const allEnded = { ...dossier, releases: Array.from({ length: 200 }, () => ended) };
    expect(problemOf(propose(allEnded, supervisor, input))).not.toEqual(['dossier TOO_MANY']);
    expect(propose(holding(199), supervisor, input)).toHaveProperty('step');
  });
});

test('an answer has room on a dossier that is full of proposals, of which the oldest gives way', () => {
  const answer = {
    ...{ id: 'VANSWER', proposedBy: 'liaison-2', proposedAt: new Date() },
    ...input,
  };
  const full = (one: typeof proposal, count: number) => ({
    ...dossier,
    releases: Array.from({ length: count }, (_none, n) => ({ ...one, id: `VFULL${n}` })),
  });
  const given = grantAnswer(full(proposal, 300), supervisor, answer, { provisions: [] });
  const kept = releasesIn(given) as { id: string }[];
  expect([kept.length, kept.at(-1)?.id, kept.some(({ id }) => id === 'VFULL0')]).toEqual([
    300,
    'VANSWER',
    false,
  ]);
  const granted = grantAnswer(full(release, 200), supervisor, answer, { provisions: [] });
  expect(problemOf(granted)).toEqual(['dossier TOO_MANY']);
});

describe('granting a release', () => {
  test('puts the supervisor and the moment on it, and leaves the others as they are', () => {
    const decision = grant(dossier, supervisor, proposal.id);
    const granted = {
      ...proposal,
      grantedBy: 'supervisor-2',
      grantedAt: supervisor.at,
      endUntold: proposal.until,
    };
    expect(releasesIn(decision)).toEqual([granted, release]);
    expect(decision).toMatchObject({
      step: {
        entry: {
          action: 'GRANT_RELEASE',
          changes: [{ field: 'releases', before: JSON.stringify(proposal), after: JSON.stringify(granted) }],
        },
      },
    });
  });

  test('is never by its proposer, whatever else he may be', () => {
    expect(problemOf(grant(dossier, author(proposal.proposedBy), proposal.id))).toEqual([
      'release SAME_OFFICER',
    ]);
  });

  test('is of what is proposed and not decided on', () => {
    const turnedDown = { ...proposal, recalledBy: 'supervisor-1', recalledAt: new Date() };
    const decided = { ...dossier, releases: [turnedDown, release] };
    expect(problemOf(grant(decided, supervisor, proposal.id))).toEqual(['release NOT_PROPOSED']);
    expect(problemOf(grant(decided, supervisor, release.id))).toEqual(['release NOT_PROPOSED']);
  });

  test('is refused when its time has passed', () => {
    expect(problemOf(grant(dossier, author('supervisor-2', proposal.until), proposal.id))).toEqual([
      'release RELEASE_PAST',
    ]);
  });

  test('is refused of a dossier that was closed or closed off since', () => {
    expect(problemOf(grant(cleared, supervisor, proposal.id))).toEqual(['dossier DOSSIER_CLOSED']);
    expect(problemOf(grant(dark, supervisor, proposal.id))).toEqual(['dossier ORIGINATOR_ONLY']);
  });

  test('of one that there is not is of an unknown record', () => {
    expect(grant(dossier, supervisor, 'VNOWHERE')).toEqual({ unknown: 'VNOWHERE' });
  });
});

describe('recalling a release', () => {
  const recalled = { recalledBy: 'supervisor-2', recalledAt: supervisor.at, recallReason: 'It is over' };

  test.each([
    ['one in force', release],
    ['a proposal, which turns it down', proposal],
  ])('is possible of %s', (_what, one) => {
    const decision = recall(dossier, supervisor, one.id, 'It is over');
    expect(releasesIn(decision)).toContainEqual({ ...one, ...recalled });
    expect(decision).toMatchObject({ step: { entry: { action: 'RECALL_RELEASE' } } });
  });

  test('is possible by its proposer, since it gives nothing away', () => {
    expect(recall(dossier, author(release.proposedBy), release.id, 'It is over')).toHaveProperty('step');
  });

  test('is possible of a dossier that is for its owner only', () => {
    expect(recall(dark, supervisor, release.id, 'It is over')).toHaveProperty('step');
  });

  test('is refused of one that has ended', () => {
    const ended = { ...dossier, releases: [{ ...release, ...recalled }] };
    expect(problemOf(recall(ended, supervisor, release.id, 'Again'))).toEqual(['release RELEASE_ENDED']);
    const late = author('supervisor-2', release.until);
    expect(problemOf(recall(dossier, late, release.id, 'Late'))).toEqual(['release RELEASE_ENDED']);
  });

  test('of one that there is not is of an unknown record', () => {
    expect(recall(dossier, supervisor, 'VNOWHERE', 'x')).toEqual({ unknown: 'VNOWHERE' });
  });
});

describe('closing a dossier', () => {
  const closing = (stage: 'ACQUITTED' | 'CONVICTED') =>
    close(
      dossier,
      supervisor,
      {
        status: status(stage),
        erasedBy: new Date(Date.now() + 86_400_000),
        reason: 'The court has decided',
      },
      belarus.retention.removal,
    );

  test('with its person cleared recalls all that goes on, and says so in the history', () => {
    const decision = closing('ACQUITTED');
    const by = { recalledBy: 'supervisor-2', recallReason: 'The court has decided' };
    expect(releasesIn(decision)).toMatchObject([
      { id: proposal.id, ...by },
      { id: release.id, ...by },
    ]);
    const changes = 'step' in decision ? decision.step.entry.changes : [];
    expect(changes.filter(({ field }) => field === 'releases')).toHaveLength(2);
  });

  test('leaves what has ended as it was', () => {
    const expired = releaseOf({ id: 'VEXPIRED', until: new Date(Date.now() - 60_000) });
    const closing = { status: status('ACQUITTED'), erasedBy: new Date(), reason: 'x' };
    const given = { ...dossier, releases: [expired] };
    const decision = close(given, supervisor, closing, belarus.retention.removal);
    expect(releasesIn(decision)).toEqual([expired]);
  });

  test('with its person convicted recalls nothing', () => {
    expect(releasesIn(closing('CONVICTED'))).toBeUndefined();
  });
});

describe('changing a dossier’s handling code', () => {
  test('to its owner only recalls all that goes on, and tells of what was granted', () => {
    const decision = changeHandling(dossier, supervisor, 'ORIGINATOR_ONLY', 'A source is at risk');
    const by = { recalledBy: 'supervisor-2', recallReason: 'A source is at risk' };
    expect(releasesIn(decision)).toMatchObject([by, by]);
    expect('step' in decision && decision.step.messages).toMatchObject([
      { type: 'concord.release.recalled.v1', data: { release: release.id } },
    ]);
  });

  test('to another leaves its releases as they are', () => {
    expect(releasesIn(changeHandling(dossier, supervisor, 'ON_RELEASE', 'x'))).toBeUndefined();
  });
});
