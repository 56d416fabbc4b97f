import type { Restatement } from '../../../../subgraphs/agency/channel/upkeep/restatement.ts';
import type { Message } from '../../../../subgraphs/agency/records/messages/message.ts';
import { linkRestatement } from '../../../../subgraphs/agency/storage/channel/link-restatement.ts';
import { releaseRestatement } from '../../../../subgraphs/agency/storage/channel/release-restatement.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../subgraphs/russia/definition.ts';
import type { DemoAgency } from '../../../../workshop/demo-data/agencies/demo-agencies.ts';
import { demoRecords } from '../../../../workshop/demo-data/records.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { carry, type LinkingAgency, linkingAgency } from '../records/dossier/links/support.ts';

const by = (n: number) => `BY-0000000${String(n).padStart(3, '0')}`;
const ru = (n: number) => `RU-0000000${String(n).padStart(3, '0')}`;
const at = new Date('2026-11-25T10:00:00Z');
const later = new Date('2026-12-25T10:00:00Z');

const release = (id: string, changed: object = {}) => ({
  id,
  to: 'RUSSIA' as const,
  classes: ['IDENTITY' as const],
  purposes: ['SOLVING' as const],
  from: new Date('2026-11-01T00:00:00Z'),
  until: later,
  reason: 'as asked',
  proposedBy: 'officer-1',
  proposedAt: new Date('2026-11-01T00:00:00Z'),
  grantedBy: 'officer-2',
  grantedAt: new Date('2026-11-01T00:00:00Z'),
  ...changed,
});

let home: LinkingAgency;
let abroad: LinkingAgency;
beforeAll(async () => {
  const released = [
    release('granted'),
    release('recalled', { recalledAt: at, recalledBy: 'officer-2' }),
    release('over', { until: at }),
    release('proposed', { grantedBy: undefined, grantedAt: undefined }),
    release('own', { to: 'BELARUS' }),
  ];
  home = await linkingAgency(belarus, [
    dossierOf(by(1), { handlingCode: 'ON_RELEASE' }),
    dossierOf(by(2), { handlingCode: 'ON_RELEASE', releases: released }),
  ]);
  const foreign = [1, 2].map((n) => ({
    ...dossierOf(ru(n), { handlingCode: 'ON_RELEASE' }),
    agency: 'RUSSIA' as const,
  }));
  abroad = await linkingAgency(russia, foreign);
});
afterAll(async () => {
  await home.stop();
  await abroad.stop();
});

async function told(restatement: Restatement, agency: DemoAgency): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const message of restatement.messagesTo(agency, at)) messages.push(message);
  return messages;
}

describe('what is told anew', () => {
  test('of releases are those to the agency whose time is not over, as they are now', async () => {
    const messages = await told(releaseRestatement(home.models.dossiers), 'RUSSIA');
    expect(messages.map(({ type, data }) => [type, data.release])).toEqual([
      ['concord.release.granted.v1', 'granted'],
      ['concord.release.recalled.v1', 'recalled'],
    ]);
  });

  test('of links is taken, though the other agency was told later decisions that are not known here any more', async () => {
    await home.decide(by(1), ru(1));
    await carry(home, abroad);
    const { links } = await home.stored(by(1));
    await home.withdraw(by(1), ru(1));
    await carry(home, abroad);
    expect(await abroad.link(ru(1))).toBe('UNVERIFIED NONE NONE');
    await home.models.dossiers.updateOne({ _id: by(1) }, { $set: { links } });

    const [message, ...others] = await told(linkRestatement(home.models.dossiers), 'RUSSIA');
    expect(others).toEqual([]);
    expect(await abroad.receive([home.sent(message as Message)])).toEqual(['APPLIED']);
    expect(await abroad.link(ru(1))).toBe('UNVERIFIED NONE SAME');
    expect(await home.link(by(1))).toBe('UNVERIFIED SAME NONE');
    // And what is decided after it goes on from there.
    await home.withdraw(by(1), ru(1));
    await carry(home, abroad);
    expect(await abroad.link(ru(1))).toBe('UNVERIFIED NONE NONE');
  });

  test('of links that nobody was told of is nothing', async () => {
    await home.propose(by(2), ru(2));
    const messages = await told(linkRestatement(home.models.dossiers), 'RUSSIA');
    expect(messages.filter(({ subject }) => subject === by(2))).toEqual([]);
  });
});

describe('of demo data, which no message has told of,', () => {
  const records = demoRecords({ seed: 7, dossiersPerAgency: 60 });
  const toldOf = (agency: DemoAgency) =>
    records[agency].dossiers.filter(({ links, releases }) => links.length + releases.length > 0);
  const demo = { BELARUS: toldOf('BELARUS'), RUSSIA: toldOf('RUSSIA') };

  /** What both agencies tell anew of links and releases, and what becomes of it at the other one. */
  async function restated(isOlder: boolean) {
    const dossiersOf = (agency: DemoAgency) =>
      demo[agency].map((dossier) => ({
        ...dossier,
        links: dossier.links.map(({ isKnownById, ...link }) => ({
          ...link,
          ...(isKnownById && !isOlder && { isKnownById }),
        })),
      }));
    const sender = await linkingAgency(belarus, dossiersOf('BELARUS'));
    const recipient = await linkingAgency(russia, dossiersOf('RUSSIA'));
    const now = new Date();
    try {
      const results: unknown[] = [];
      for (const [from, to] of [
        [sender, recipient],
        [recipient, sender],
      ] as const)
        for (const restatement of [
          releaseRestatement(from.models.dossiers),
          linkRestatement(from.models.dossiers),
        ])
          for await (const message of restatement.messagesTo(to.own, now))
            results.push(...(await to.receive([from.sent(message)], now)));
      const states = async ({ models }: LinkingAgency) =>
        (
          await models.dossiers
            .find({ 'links.0': { $exists: true } })
            .sort({ _id: 1 })
            .lean()
        ).map(({ links }) =>
          links.map(({ dossier, own, told: { decision } }) => [dossier, own.decision, decision]),
        );
      return { results, states: [await states(sender), await states(recipient)] };
    } finally {
      await sender.stop();
      await recipient.stop();
    }
  }
  const statesIn = (agency: DemoAgency) =>
    demo[agency]
      .filter(({ links }) => links.length > 0)
      .sort((one, other) => (one._id < other._id ? -1 : 1))
      .map(({ links }) =>
        links.map(({ dossier, own, told: { decision } }) => [dossier, own.decision, decision]),
      );

  test.each([
    ['', false],
    ['of before it was kept who knows a dossier by its id ', true],
  ])('links and releases %sare all taken, and nothing is parked', async (_of, isOlder) => {
    const { results, states } = await restated(isOlder);
    expect(results.length).toBeGreaterThan(30);
    expect(new Set(results)).toEqual(new Set(['APPLIED']));
    // Each agency knew all of it: that it is told again decides nothing.
    expect(states).toEqual([statesIn('BELARUS'), statesIn('RUSSIA')]);
  });
});
