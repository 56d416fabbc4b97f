import type { Role } from '../../../../../terms/enums.ts';
import type { AgencyInProcess } from '../../../../support/world/agency.ts';
import { group, ids, inDays, waitingAgency, waitingFor } from './support.ts';

describe('what waits', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await waitingAgency();
  });

  const supervisor = () => agency.as('BELARUS', 'SUPERVISOR');
  const liaison = () => agency.as('BELARUS', 'LIAISON');

  test('for a SUPERVISOR is due first, then old, each with the thing itself and what can be done', async () => {
    const { codes, nodes } = await waitingFor(supervisor());
    expect(codes).toEqual([]);
    expect(nodes).toEqual([
      expect.objectContaining({
        kind: 'LINK_TO_COUNTERSIGN',
        due: inDays(20).toISOString(),
        dossier: { id: ids.ofOtherCase },
        link: { dossier: 'RU-WA1T1NG00002' },
        steps: [
          { action: 'COUNTERSIGN_LINK', roles: ['SUPERVISOR'] },
          { action: 'WITHDRAW_LINK', roles: ['LIAISON', 'SUPERVISOR'] },
        ],
      }),
      expect.objectContaining({
        kind: 'RELEASE_TO_GRANT',
        due: inDays(30).toISOString(),
        dossier: { id: ids.ofOtherCase },
        release: { id: `R-${ids.ofOtherCase}-VOTHERCASE`, proposedBy: 'liaison-1' },
      }),
      expect.objectContaining({
        kind: 'RELEASE_TO_GRANT',
        since: inDays(-3).toISOString(),
        due: inDays(40).toISOString(),
        dossier: { id: ids.released },
        release: { id: `R-${ids.released}-VRELEASED`, proposedBy: 'liaison-1' },
        steps: [
          { action: 'GRANT_RELEASE', roles: ['SUPERVISOR'] },
          { action: 'RECALL_RELEASE', roles: ['SUPERVISOR'] },
        ],
      }),
      expect.objectContaining({
        kind: 'LINK_DISPUTED',
        since: inDays(-8).toISOString(),
        due: null,
        dossier: { id: ids.disputed },
      }),
      expect.objectContaining({
        kind: 'SHAREABLE_TO_COUNTERSIGN',
        dossier: { id: ids.shareable },
        shareable: { proposedBy: 'liaison-1' },
      }),
      expect.objectContaining({
        kind: 'VALUES_TO_COUNTERSIGN',
        since: inDays(-5).toISOString(),
        dossier: { id: ids.values },
      }),
      expect.objectContaining({ kind: 'GROUP_TO_COUNTERSIGN', group: { id: group._id } }),
    ]);
  });

  test('for a LIAISON is what the other agency has decided, and what could not be applied', async () => {
    const { codes, nodes } = await waitingFor(liaison());
    expect(codes).toEqual([]);
    expect(nodes).toEqual([
      expect.objectContaining({
        kind: 'LINK_TO_ANSWER',
        since: inDays(-10).toISOString(),
        due: inDays(20).toISOString(),
        dossier: { id: ids.answered },
        steps: [{ action: 'PROPOSE_LINK', roles: ['LIAISON'] }],
      }),
      expect.objectContaining({ kind: 'LINK_DISPUTED', dossier: { id: ids.disputed } }),
      expect.objectContaining({
        kind: 'MESSAGE_PARKED',
        from: 'RUSSIA',
        message: { id: '0mparked0-0123456789' },
        steps: [
          { action: 'TRY_MESSAGE_AGAIN', roles: ['LIAISON'] },
          { action: 'DISMISS_MESSAGE', roles: ['LIAISON'] },
        ],
      }),
    ]);
  });

  test('for whoever is both is the sum of it', async () => {
    const { kinds } = await waitingFor(agency.as('BELARUS', 'LIAISON', 'SUPERVISOR'));
    const [alone, other] = [await waitingFor(supervisor()), await waitingFor(liaison())];
    expect([...new Set(kinds)].sort()).toEqual([...new Set([...alone.kinds, ...other.kinds])].sort());
  });

  test.each([
    ['BELARUS', 'OVERSEER'],
    ['BELARUS', 'PARTNER'],
    ['RUSSIA', 'LIAISON'],
    ['RUSSIA', 'SUPERVISOR'],
  ] as ['BELARUS' | 'RUSSIA', Role][])(
    'is withheld from a %s %s, and nothing is looked up for it',
    async (of, role) => {
      const { waiting, redactions, commands } = await waitingFor(agency.as(of, role));
      expect(waiting).toBeNull();
      expect(redactions.map(({ coordinate, reason }) => [coordinate, reason])).toContainEqual([
        'BelarusQuery.waiting',
        'ROLE',
      ]);
      expect(commands.filter((command) => ['waiting', 'inbox', 'groups'].includes(command.find))).toEqual([]);
    },
  );

  describe('of which the step before was theirs', () => {
    test.each([
      ['liaison-1', ['RELEASE_TO_GRANT', 'LINK_TO_COUNTERSIGN', 'SHAREABLE_TO_COUNTERSIGN']],
      ['investigator-1', ['VALUES_TO_COUNTERSIGN', 'GROUP_TO_COUNTERSIGN']],
    ])('is not listed for %s, who is a SUPERVISOR today, and is for another', async (subject, own) => {
      const [theirs, others] = [
        await waitingFor(supervisor().called(subject)),
        await waitingFor(supervisor().called('somebody-else')),
      ];
      expect(others.kinds).toEqual(expect.arrayContaining(own));
      expect(theirs.kinds.filter((kind) => own.includes(kind))).toEqual([]);
      const counted = (answer: typeof theirs) =>
        answer.waiting.counts.map(({ kind }: { kind: string }) => kind);
      expect(counted(others)).toEqual(expect.arrayContaining(own));
      expect(counted(theirs).filter((kind: string) => own.includes(kind))).toEqual([]);
    });

    test('is listed if it is a message that they were the first to dismiss, without that step', async () => {
      const type = 'concord.release.recalled.v1';
      const by = { by: 'liaison-2', at: inDays(-1), reason: 'it is unknown here' };
      await agency.models.inbox.updateOne({ state: 'PARKED' }, { $set: { type, firstDismissal: by } });
      const steps = async (subject: string) => {
        const { nodes } = await waitingFor(liaison().called(subject), { kinds: ['MESSAGE_PARKED'] });
        return nodes.flatMap((node) => node.steps.map(({ action }) => action));
      };
      expect(await steps('liaison-2')).toEqual(['TRY_MESSAGE_AGAIN']);
      expect(await steps('liaison-3')).toEqual(['TRY_MESSAGE_AGAIN', 'DISMISS_MESSAGE']);
    });
  });

  describe('on a dossier', () => {
    test('of another case is not listed where policy asks the case, and is where that case is named', async () => {
      const cautious = supervisor().for('PREVENTION', 'BY-2026-000001');
      const dossiersOf = (answer: Awaited<ReturnType<typeof waitingFor>>) =>
        answer.nodes.flatMap(({ dossier }) => dossier?.id ?? []);
      const [here, there, nowhere] = [
        await waitingFor(cautious),
        await waitingFor(supervisor().for('PREVENTION', 'BY-2026-000099')),
        await waitingFor(supervisor().for('PREVENTION')),
      ];
      expect(dossiersOf(here)).toContain(ids.released);
      expect(dossiersOf(here)).not.toContain(ids.ofOtherCase);
      // A group is of no case.
      expect(here.kinds).not.toContain('GROUP_TO_COUNTERSIGN');
      expect(here.waiting.counts).not.toContainEqual(
        expect.objectContaining({ kind: 'GROUP_TO_COUNTERSIGN' }),
      );
      // VICTIM is for no SUPERVISOR in PREVENTION: the link remains, of which they may read everything.
      expect(there.kinds).toEqual(['LINK_TO_COUNTERSIGN']);
      expect(dossiersOf(there)).toEqual([ids.ofOtherCase]);
      expect(nowhere.nodes).toEqual([]);
      expect(nowhere.waiting.counts).toEqual([]);
    });

    test('is not listed for classes that the officer may not read there, and is for others', async () => {
      const detecting = await waitingFor(supervisor().for('DETECTION', 'BY-2026-000001'));
      const named = (answer: typeof detecting) => answer.nodes.flatMap(({ release }) => release?.id ?? []);
      expect(named(detecting)).toEqual([`R-${ids.released}-VRELEASED`]);
      expect(named(await waitingFor(supervisor().for('DETECTION', 'BY-2026-000099')))).toEqual([
        `R-${ids.ofOtherCase}-VOTHERCASE`,
        `R-${ids.released}-VRELEASED`,
      ]);
    });

    test('that may be neither released nor linked, or whose step is over, is not there', async () => {
      const both = await waitingFor(agency.as('BELARUS', 'LIAISON', 'SUPERVISOR'));
      const named = JSON.stringify(both.nodes);
      expect(named).not.toContain(ids.nothing);
      expect(named).not.toContain(ids.ended);
    });

    test('is on record as read, and one that was left out is not', async () => {
      const requestKey = '0mread00-0123456789';
      await waitingFor(liaison().called('reader').in(requestKey));
      const parts = await agency.models.reads.find({ by: 'reader' }).lean();
      expect(parts.flatMap(({ dossiers }) => dossiers).sort()).toEqual([ids.answered, ids.disputed]);
    });

    test('is on record as read for the page that was asked for, and not for the next one', async () => {
      await waitingFor(liaison().called('reader-of-one'), { first: 1 });
      const parts = await agency.models.reads.find({ by: 'reader-of-one' }).lean();
      expect(parts.flatMap(({ dossiers }) => dossiers)).toEqual([ids.answered]);
    });
  });
});
