import type { Message } from '../../../../../subgraphs/agency/records/messages/message.ts';
import { linkRestatement } from '../../../../../subgraphs/agency/storage/channel/link-restatement.ts';
import { releaseRestatement } from '../../../../../subgraphs/agency/storage/channel/release-restatement.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../subgraphs/russia/definition.ts';
import { dossierOf, proposalOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { carry, type LinkingAgency, linkingAgency } from '../../records/dossier/links/support.ts';

const by = (n: number) => `BY-000000000${n}`;
const ru = (n: number) => `RU-000000000${n}`;
const releases = [
  releaseOf({ id: 'VGRANTED00001' }),
  releaseOf({ id: 'VRECALLED0001', recalledAt: new Date(), recalledBy: 'x', recallReason: 'x' }),
  proposalOf({ id: 'VPROPOSED0001' }),
];

describe('what an agency tells again', () => {
  let home: LinkingAgency;
  let abroad: LinkingAgency;
  beforeAll(async () => {
    home = await linkingAgency(
      belarus,
      [0, 1, 2, 3].map((n) => dossierOf(by(n), { handlingCode: 'ON_RELEASE', ...(n === 3 && { releases }) })),
    );
    abroad = await linkingAgency(
      russia,
      [0, 1, 2].map((n) => dossierOf(ru(n), { agency: 'RUSSIA', handlingCode: 'ON_RELEASE' })),
    );
    await home.decide(by(0), await abroad.hit(ru(0)));
    await abroad.decide(ru(0), await home.hit(by(0)));
    await carry(home, abroad);
    await home.decide(by(1), ru(1), 'DIFFERENT');
    await carry(home, abroad);
    await home.propose(by(2), ru(2));
  });
  afterAll(async () => {
    await home.stop();
    await abroad.stop();
  });

  const restated = async (agency: LinkingAgency, to: 'BELARUS' | 'RUSSIA'): Promise<Message[]> => {
    const messages: Message[] = [];
    for (const restatement of [linkRestatement, releaseRestatement])
      for await (const message of restatement(agency.models.dossiers).messagesTo(to, new Date()))
        messages.push(message);
    return messages;
  };
  const arriving = (agency: LinkingAgency, messages: readonly Message[]) =>
    agency.receive(messages.map(({ data, type }) => agency.forged({ ...data }, type)));

  test('is what it has decided and released, as it stands, and not what is only proposed', async () => {
    const told = await restated(home, 'RUSSIA');
    expect(told.map(({ type, data }) => `${type} ${data.dossier} ${data.decision ?? data.release}`)).toEqual([
      `concord.link.decided.v1 ${by(0)} SAME`,
      `concord.link.decided.v1 ${by(1)} DIFFERENT`,
      `concord.release.granted.v1 ${by(3)} VGRANTED00001`,
      `concord.release.recalled.v1 ${by(3)} VRECALLED0001`,
    ]);
    expect(await restated(home, 'BELARUS')).toEqual([]);
  });

  test('changes nothing where it is known', async () => {
    const before = await abroad.stored(ru(0));
    await arriving(abroad, await restated(home, 'RUSSIA'));
    const after = await abroad.stored(ru(0));
    expect([after.version, after.samePersonAs]).toEqual([before.version, [by(0)]]);
    expect(await home.outgoing()).toEqual([]);
  });

  test('brings back what was lost with the other agency’s records, without a new signature', async () => {
    for (const n of [0, 1])
      await abroad.models.dossiers.updateOne(
        { _id: ru(n) },
        { $set: { links: [] }, $unset: { samePersonAs: 1 } },
      );
    await arriving(abroad, await restated(home, 'RUSSIA'));
    expect(await abroad.link(ru(0))).toBe('UNVERIFIED NONE SAME');
    expect(await abroad.link(ru(1))).toBe('UNVERIFIED NONE DIFFERENT');
  });
});
