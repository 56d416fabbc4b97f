import { officersOf, type Verdict } from '../../../support/end-to-end/channel/officers.ts';
import { halvesShown, linksShown } from '../../../support/end-to-end/channel/profile.ts';
import { databaseOf, sentByItself, untilQuiet } from '../../../support/end-to-end/channel/reader.ts';
import { agencyNames, otherOf, type TwoAgencies } from '../../../support/end-to-end/channel/two-agencies.ts';
import { provenance } from '../../../support/end-to-end/officer.ts';
import { ended, launchScript } from '../../../support/end-to-end/processes.ts';

export function crossingSuite(agencies: TwoAgencies): void {
  const [belarus, russia] = [databaseOf(agencies, 'belarus'), databaseOf(agencies, 'russia')];
  const [atHome, abroad] = [officersOf(agencies, 'belarus'), officersOf(agencies, 'russia')];
  const longest = 300_000;

  /** Nobody listens there: what an agency says waits, and is on its way once it starts again. */
  const nowhere = 'http://localhost:1/channel';
  const unreachable = { settings: { BELARUS_CHANNEL_URL: nowhere, RUSSIA_CHANNEL_URL: nowhere } };
  const restartAll = async (options: object = {}) => {
    for (const agency of agencyNames) await agencies.restart(agency, options);
  };

  type Pair = Record<(typeof agencyNames)[number], string>;
  const newPair = async (): Promise<Pair> => ({
    belarus: await atHome.record(),
    russia: await abroad.record(),
  });

  /** What each agency's liaison is shown of a pair. */
  const statesOf = async (pair: Pair) =>
    Promise.all(
      agencyNames.map(async (agency) =>
        (await linksShown(agencies, agency, pair[agency])).map(
          ({ dossier, state, decided, told }) =>
            `${dossier === pair[otherOf(agency)]} ${state} ${decided.decision} ${told.decision}`,
        ),
      ),
    );

  /** Which half of a pair each agency's liaison may know of besides his own, under either id. */
  const halvesOf = async (pair: Pair) =>
    Promise.all(
      agencyNames.flatMap((agency) => agencyNames.map((named) => halvesShown(agencies, agency, pair[named]))),
    );
  const both = (pair: Pair) => Array(4).fill(pair);

  test(
    'both agencies that decide on a pair at the same moment have one state of it',
    async () => {
      const pairs: Pair[] = [];
      for (let i = 0; i < 5; i++) pairs.push(await newPair());
      const onlyOne = await newPair();
      await Promise.all([
        ...pairs.map(async (pair) => {
          const deciding = [
            atHome.decide(pair.belarus, pair.russia),
            abroad.decide(pair.russia, pair.belarus),
          ];
          await Promise.all(deciding);
        }),
        atHome.decide(onlyOne.belarus, onlyOne.russia),
      ]);
      await untilQuiet([belarus, russia]);
      for (const pair of pairs) {
        expect(await statesOf(pair)).toEqual([['true SAME SAME SAME'], ['true SAME SAME SAME']]);
        expect(await halvesOf(pair)).toEqual(both(pair));
      }
      expect(await statesOf(onlyOne)).toEqual([['true UNVERIFIED SAME NONE'], ['true UNVERIFIED NONE SAME']]);
      expect(await halvesOf(onlyOne)).not.toContainEqual(onlyOne);
    },
    longest,
  );

  describe('decisions that cross on their way', () => {
    const pairs: Record<string, Pair> = {};
    const decided: Record<string, [Verdict, Verdict]> = {
      opposite: ['SAME', 'DIFFERENT'],
      opposed: ['DIFFERENT', 'SAME'],
      same: ['SAME', 'SAME'],
      different: ['DIFFERENT', 'DIFFERENT'],
    };
    const pairOf = (name: string): Pair => pairs[name] ?? { belarus: '', russia: '' };

    beforeAll(async () => {
      await restartAll(unreachable);
      for (const [name, [own, foreign]] of Object.entries(decided)) {
        const pair = await newPair();
        pairs[name] = pair;
        await atHome.decide(pair.belarus, pair.russia, own);
        await abroad.decide(pair.russia, pair.belarus, foreign);
        expect(await statesOf(pair)).toEqual([
          [`true UNVERIFIED ${own} NONE`],
          [`true UNVERIFIED ${foreign} NONE`],
        ]);
      }
      await restartAll();
      await untilQuiet([belarus, russia]);
    }, longest);

    test('are disputed where they are opposite, and both liaisons are shown it', async () => {
      const [opposite, opposed] = [pairOf('opposite'), pairOf('opposed')];
      expect(await statesOf(opposite)).toEqual([
        ['true DISPUTED SAME DIFFERENT'],
        ['true DISPUTED DIFFERENT SAME'],
      ]);
      expect(await statesOf(opposed)).toEqual([
        ['true DISPUTED DIFFERENT SAME'],
        ['true DISPUTED SAME DIFFERENT'],
      ]);
      expect(await halvesOf(opposite)).not.toContainEqual(opposite);
    });

    test('are one state where they agree', async () => {
      expect(await statesOf(pairOf('same'))).toEqual([['true SAME SAME SAME'], ['true SAME SAME SAME']]);
      expect(await halvesOf(pairOf('same'))).toEqual(both(pairOf('same')));
      expect(await statesOf(pairOf('different'))).toEqual([
        ['true DIFFERENT DIFFERENT DIFFERENT'],
        ['true DIFFERENT DIFFERENT DIFFERENT'],
      ]);
    });

    test('are disputed no longer when one is withdrawn, or both withdrawals cross too', async () => {
      const [opposite, opposed] = [pairOf('opposite'), pairOf('opposed')];
      await atHome.withdraw(opposite.belarus, opposite.russia);
      await Promise.all([
        atHome.withdraw(opposed.belarus, opposed.russia),
        abroad.withdraw(opposed.russia, opposed.belarus),
      ]);
      await untilQuiet([belarus, russia]);
      expect(await statesOf(opposite)).toEqual([
        ['true UNVERIFIED NONE DIFFERENT'],
        ['true UNVERIFIED DIFFERENT NONE'],
      ]);
      expect(await statesOf(opposed)).toEqual([['true UNVERIFIED NONE NONE'], ['true UNVERIFIED NONE NONE']]);
    });
  });

  test(
    'a decision on a dossier that is gone meanwhile is signed for like any other, and nothing tells',
    async () => {
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      const held = { ...provenance, retainUntil: inDays(1) };
      const erased = await abroad.record({
        offences: [{ article: '272', committedOn: '2025-03', provenance: held }],
        status: { stage: 'SUSPECTED', provenance: held },
      });
      const foreign = [erased, await abroad.record(), await abroad.record()];
      const [, cleared = '', living = ''] = foreign;

      await agencies.restart('belarus', unreachable);
      const sent = async () => (await belarus.outbox()).filter(({ type }) => !sentByItself.includes(type));
      const before = (await sent()).length;
      const own: string[] = [];
      for (const each of foreign) {
        const dossier = await atHome.record();
        own.push(dossier);
        await atHome.decide(dossier, each);
      }
      await abroad.close(cleared, 'ACQUITTED');
      const options = ['--agency', 'russia', '--today', inDays(2)];
      const retention = await ended(launchScript('commands/retention.ts', agencies.settings, ...options));
      expect(retention).toMatchObject({
        code: 0,
        complaints: [expect.stringMatching(/^russia database: that of the stack that runs in /)],
      });
      expect(await russia.dossier(erased)).toBeNull();

      await agencies.restart('belarus');
      await untilQuiet([belarus, russia]);

      const receipts = (await sent()).slice(before).map(({ receipt }) => receipt);
      expect(receipts).toHaveLength(3);
      for (const receipt of receipts) {
        const everyReceipt = { from: 'RUSSIA', to: 'BELARUS', outcome: 'ACCEPTED' };
        const its = { hash: expect.any(String), number: expect.any(Number), at: expect.any(String) };
        expect(receipt).toEqual({ ...everyReceipt, ...its });
      }
      // What Belarus's officers see of the three is the same, and what Russia's see is of the one that stands.
      for (const [index, dossier] of own.entries()) {
        expect(await linksShown(agencies, 'belarus', dossier)).toEqual([
          {
            ...{ agency: 'RUSSIA', dossier: foreign[index], reference: null, state: 'UNVERIFIED' },
            ...{ decided: { decision: 'SAME' }, told: { decision: 'NONE' }, lapsesAt: expect.any(String) },
          },
        ]);
      }
      const noticed = (await abroad.notices()).map(({ about }) => about);
      expect(foreign.map((id) => noticed.filter((each) => each === id).length)).toEqual([0, 0, 1]);
      expect((await russia.dossier(cleared))?.links).toEqual([]);
      expect((await russia.dossier(living))?.links).toMatchObject([{ told: { decision: 'SAME' } }]);
    },
    longest,
  );
}
