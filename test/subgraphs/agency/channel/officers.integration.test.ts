import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { parkedId, parkedMessage } from '../../../support/agency/parked-message.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus);
  await agency.models.inbox.create(parkedMessage());
});

const asked =
  '{ belarus { channel { agency unapplied refusedOfStrangers parked { nodes { id reason data } } } } }';
const channel = async (role: 'LIAISON' | 'OVERSEER') =>
  (await agency.as('BELARUS', role).run(asked)).data.belarus.channel;
const dismissal = `mutation ($input: DismissMessageInput!) { belarus { dismissMessage(input: $input) { __typename
  ... on DismissedMessage { id: of isDismissed } ... on UnknownRecord { id: of } ... on InvalidInput { problems { path } } } } }`;
const dismiss = (role: 'LIAISON' | 'OVERSEER', subject: string, reason: string, message = parkedId) =>
  agency
    .as('BELARUS', role)
    .called(subject)
    .run(dismissal, { input: { from: 'RUSSIA', message, reason } });

describe('a parked message', () => {
  test('is read by a liaison; an overseer sees that it is there, and not what it says', async () => {
    const { event } = parkedMessage();
    const [forLiaison] = await channel('LIAISON');
    const [forOverseer] = await channel('OVERSEER');
    expect(forLiaison.parked.nodes[0].data).toMatchObject({ id: JSON.parse(event).id, specversion: '1.0' });
    expect(forOverseer.parked.nodes).toEqual([{ id: parkedId, reason: 'TYPE_NOT_UNDERSTOOD', data: null }]);
  });

  test('is dismissed by liaisons alone, each with a reason', async () => {
    expect((await dismiss('OVERSEER', 'o-1', 'told again')).codes).toEqual(['FORBIDDEN']);
    const { data } = await dismiss('LIAISON', 'l-1', ' ');
    expect(data.belarus.dismissMessage).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'reason' }],
    });
    expect((await channel('LIAISON'))[0].parked.nodes).toHaveLength(1);
  });

  test('is dismissed by two officers, by none of them twice, and kept with both of their reasons', async () => {
    const isDismissed = async (subject: string) => {
      const { data } = await dismiss('LIAISON', subject, `as ${subject} was told`);
      return data.belarus.dismissMessage.isDismissed;
    };
    expect(await isDismissed('l-1')).toBe(false);
    expect(await isDismissed('l-1')).toBe(false);
    expect((await channel('LIAISON'))[0].parked.nodes).toHaveLength(1);
    expect(await isDismissed('l-2')).toBe(true);
    expect(await isDismissed('l-3')).toBe(true);
    expect((await channel('LIAISON'))[0].parked.nodes).toEqual([]);
    const kept = await agency.models.inbox.findOne({}).lean();
    expect(kept).toMatchObject({
      state: 'DISMISSED',
      reason: 'TYPE_NOT_UNDERSTOOD',
      firstDismissal: { by: 'l-1', reason: 'as l-1 was told' },
      dismissed: { by: 'l-2', reason: 'as l-2 was told' },
    });
    expect(await agency.stores.parked.tryAgain({ from: 'RUSSIA', id: parkedId })).toBeUndefined();
  });

  test('is found page by page, in the order in which they were sent', async () => {
    const numbers = [11, 12, 13];
    for (const number of numbers)
      await agency.models.inbox.create(
        parkedMessage('concord.unknown.v1', {}, { id: `0mparked00-00000000${number}`, number }),
      );
    const seen: number[] = [];
    let after = '';
    for (let left = 5; left > 0; left -= 1) {
      const { data } = await agency.as('BELARUS', 'LIAISON').run(`{ belarus { channel {
        parked(first: 1${after}) { edges { node { number } } pageInfo { hasNextPage endCursor } } } } }`);
      const { edges, pageInfo } = data.belarus.channel[0].parked;
      seen.push(...edges.map(({ node }: { node: { number: number } }) => node.number));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(numbers);
    const wrong = await agency
      .as('BELARUS', 'LIAISON')
      .run('{ belarus { channel { agency parked(after: "zz") { nodes { id } } } } }');
    expect([wrong.codes, wrong.data.belarus.channel[0].agency]).toEqual([['BAD_USER_INPUT'], 'RUSSIA']);
    await agency.models.inbox.deleteMany({ number: { $in: numbers } });
  });

  test('that is none cannot be dismissed', async () => {
    const { data } = await dismiss('LIAISON', 'l-1', 'told again', '0mparked0-0000000000');
    expect(data.belarus.dismissMessage.__typename).toBe('UnknownRecord');
  });
});
