import { bothGateways } from './support/both-gateways.ts';
import { smallSupergraph } from './support/small-supergraph.ts';
import { traps } from './support/traps.ts';
import { asText, representationsIn } from './support/verdict.ts';

let gateways: Awaited<ReturnType<typeof bothGateways>>;
beforeAll(async () => {
  gateways = await bothGateways(smallSupergraph);
});

describe.each(traps)('$trap: $claim', ({ asked, answer, expected, sent, order, stock = expected }) => {
  test('our answer, and that of the stock gateway', async () => {
    const found = await gateways.ask(asked, answer);
    expect(asText(found.ours)).toBe(asText(expected));
    expect(asText(found.stock)).toBe(asText(stock));
    if (sent !== undefined) expect(representationsIn(found.fetched.ours, 'shop')).toEqual(sent);
    if (order) expect(found.fetched.ours.map(({ subgraph }) => subgraph)).toEqual(order);
  });
});
