import { type Officers, officersOf, type Verdict } from '../../support/end-to-end/channel/officers.ts';
import { databaseOf, untilQuiet } from '../../support/end-to-end/channel/reader.ts';
import { twoAgencies } from '../../support/end-to-end/channel/two-agencies.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { until } from '../../support/end-to-end/until.ts';
import { long } from '../../support/long.ts';

const agencies = twoAgencies(await newSettings());
const [belarus, russia] = [databaseOf(agencies, 'belarus'), databaseOf(agencies, 'russia')];
const day = 86_400_000;
/** Two databases, and processes that are started again and again. */
const longest = 300_000;

const pairCount = long.times(2, 6);

/** What each dossier's officers did, in order, as the messages of it say. */
type Deeds = Map<string, string[]>;

const noted = (deeds: Deeds, dossier: string, deed: string) =>
  deeds.set(dossier, [...(deeds.get(dossier) ?? []), deed]);

/** The id of a release as the API has it, from a message, whose id is that in the dossier. */
const releaseIn = ({ dossier, release }: Record<string, unknown>): string => `R-${dossier}-${release}`;

/** What messages say, by the sender's dossier. */
function toldOf(messages: readonly { type: string; data: Record<string, unknown> }[]): Deeds {
  const told: Deeds = new Map();
  for (const { type, data } of messages)
    noted(told, String(data.dossier), `${type} ${data.decision ?? releaseIn(data)}`);
  return told;
}

interface Queued {
  queued: number;
  oldestQueued: string | null;
}

async function queued(officers: Officers): Promise<Queued> {
  const { belarus: state } = await officers.ask<{ belarus: { channel: [Queued] } }>(
    'liaison',
    '{ belarus { channel { queued oldestQueued } } }',
  );
  return state.channel[0];
}

test(
  'an agency that is down for a week is told all of that week when it is back, in order and once',
  async () => {
    const atHome = officersOf(agencies, 'belarus');
    const abroad = officersOf(agencies, 'russia');
    const pairs: [string, string][] = [];
    for (let i = 0; i < pairCount; i++) pairs.push([await atHome.record(), await abroad.record()]);
    await untilQuiet([belarus, russia]);
    const before = (await belarus.outbox()).length;
    await agencies.kill('russia');

    const deeds: Deeds = new Map();
    const waitingSince = new Set<string | null>();
    /** An agency may change its mind: the last decision is the one that counts. */
    const decisions: (Verdict | 'NONE')[] = ['SAME', 'NONE', 'DIFFERENT'];
    for (const [index, decision] of decisions.entries()) {
      const clock = index * 3 * day;
      await agencies.restart('belarus', { clock });
      const officers = officersOf(agencies, 'belarus', { clock });
      for (const [own, foreign] of pairs) {
        if (decision === 'NONE') await officers.withdraw(own, foreign);
        else await officers.decide(own, foreign, decision);
        noted(deeds, own, `concord.link.decided.v1 ${decision}`);
        const release = await officers.release(own);
        noted(deeds, own, `concord.release.granted.v1 ${release}`);
        await officers.recall(own, release);
        noted(deeds, own, `concord.release.recalled.v1 ${release}`);
      }
      await until(async () => (await queued(officers)).queued >= 3 * pairCount * (index + 1), 30_000);
      waitingSince.add((await queued(officers)).oldestQueued);
    }
    expect(await russia.inbox()).toHaveLength(before);
    expect(waitingSince.size).toBe(1);

    await agencies.restart('belarus', { clock: 7 * day });
    await agencies.start('russia', { clock: 7 * day });
    await untilQuiet([belarus, russia]);

    const sent = (await belarus.outbox()).slice(before);
    const arrived = (await russia.inbox()).slice(before);
    // Others may be of what the passing of time does to the demo data.
    const ours = sent.filter(({ data }) => deeds.has(String(data.dossier)));
    expect(ours).toHaveLength(9 * pairCount);
    expect(toldOf(ours)).toEqual(deeds);
    expect(arrived).toEqual(sent.map(({ number, type, data }) => ({ number, type, data })));
    expect(arrived.map(({ number }) => number)).toEqual(sent.map((_, index) => before + index + 1));
    expect(sent.map(({ receipt }) => receipt?.outcome)).toEqual(sent.map(() => 'ACCEPTED'));

    // What became of it: each notice once, and those of a pair in the order of its decisions.
    const noticed = (await russia.notices()).filter(({ data }) => deeds.has(String(data.dossier)));
    expect(noticed).toHaveLength(9 * pairCount);
    const back = officersOf(agencies, 'russia', { clock: 7 * day });
    const shown = (await back.notices()).reverse();
    for (const [own, foreign] of pairs) {
      expect(shown.filter(({ about }) => about === foreign).map(({ decision }) => decision)).toEqual(
        decisions,
      );
      const ofReleases = shown.filter(({ dossier, release }) => dossier === own && release !== null);
      expect(
        ofReleases.map(
          ({ kind, release }) => `concord.${kind.toLowerCase().replace('_', '.')}.v1 ${release}`,
        ),
      ).toEqual(deeds.get(own)?.filter((deed) => !deed.includes('link')));
      expect((await russia.dossier(foreign))?.links).toMatchObject([
        { dossier: own, own: { decision: 'NONE' }, told: { decision: 'DIFFERENT' } },
      ]);
    }
  },
  longest,
);

// A token of another clock's time has ended there, or is not valid yet.
test.each(
  long.rows(
    [
      [10, 'IDENTITY_REFUSED'],
      [-10, 'UNAUTHENTICATED'],
    ],
    0,
  ),
)(
  'clocks that are %i minutes apart stop nothing on the channel, both ways',
  async (minutes, refusal) => {
    const clock = minutes * 60_000;
    await agencies.restart('belarus');
    await agencies.restart('russia', { clock });
    const atHome = officersOf(agencies, 'belarus');
    const abroad = officersOf(agencies, 'russia', { clock });
    // Officers must have the time of their subgraph.
    await expect(officersOf(agencies, 'russia').record()).rejects.toThrow(refusal);

    const [own, foreign] = [await atHome.record(), await abroad.record()];
    const releases = [await atHome.release(own), await abroad.release(foreign)];
    await atHome.decide(own, foreign);
    await abroad.decide(foreign, own);
    await untilQuiet([belarus, russia]);

    const noticed = [...(await russia.notices()), ...(await belarus.notices())].map(({ data }) =>
      releaseIn(data),
    );
    for (const release of releases) expect(noticed.filter((each) => each === release)).toHaveLength(1);
    const same = [{ own: { decision: 'SAME' }, told: { decision: 'SAME' } }];
    expect((await belarus.dossier(own))?.links).toMatchObject(same);
    expect((await russia.dossier(foreign))?.links).toMatchObject(same);
    for (const reader of [belarus, russia]) expect(await reader.refused()).toEqual([]);

    // Each receipt is on its signer's clock.
    const skew = (receipt: Record<string, unknown> | undefined) =>
      Math.round((Date.parse(String(receipt?.at)) - Date.now()) / 60_000) + 0;
    expect(skew((await belarus.outbox()).at(-1)?.receipt)).toBe(minutes);
    expect(skew((await russia.outbox()).at(-1)?.receipt)).toBe(0);
  },
  longest,
);
