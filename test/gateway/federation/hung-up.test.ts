import { EventEmitter } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { Asker } from '../../../server/connections/asker.ts';
import { gatewayContextOf, gatewayFetch } from '../../support/gateway-fetches.ts';
import { answering, russia, russiaAnswer, russiaQuery } from '../../support/russia-behind-gateway.ts';
import { waitFor } from '../../support/wait-for.ts';

const mutation = 'mutation { russia { release { id } } }';

/** Somebody who asks the gateway, and can hang up. */
function caller() {
  const connection = Object.assign(new EventEmitter(), { writableEnded: false });
  return {
    asker: new Asker(connection as unknown as ServerResponse),
    hangUp: () => void connection.emit('close'),
  };
}

/** Russia, which answers nothing, and what became of each connection to it. */
async function silentRussia() {
  const connections: string[] = [];
  const listener: RequestListener = (_request, response) => {
    const nth = connections.push('open') - 1;
    response.once('close', () => {
      connections[nth] = 'closed';
    });
  };
  return { ...(await russia(listener, 60_000)), connections };
}

describe('a caller who hangs up', () => {
  test('closes the connection of a query to the agency, which so need not go on', async () => {
    const { source, connections } = await silentRussia();
    const { asker, hangUp } = caller();
    const fetched = source.process(gatewayFetch(russiaQuery, {}, gatewayContextOf({ asker })));
    await waitFor(() => expect(connections).toEqual(['open']));
    hangUp();
    await fetched;
    await waitFor(() => expect(connections).toEqual(['closed']));
  });

  test('has nothing more sent for a query', async () => {
    let asked = 0;
    const { source } = await russia((request, response) => {
      asked += 1;
      answering(request, response);
    });
    const { asker, hangUp } = caller();
    const ask = () => source.process(gatewayFetch(russiaQuery, {}, gatewayContextOf({ asker })));
    expect(await ask()).toMatchObject(russiaAnswer);
    hangUp();
    await ask();
    expect(asked).toBe(1);
  });

  test('does not make the agency seem out of order, however often', async () => {
    const { source, connections, changes } = await silentRussia();
    for (let n = 0; n < 10; n++) {
      const { asker, hangUp } = caller();
      const fetched = source.process(gatewayFetch(russiaQuery, {}, gatewayContextOf({ asker })));
      await waitFor(() => expect(connections).toHaveLength(n + 1));
      hangUp();
      await fetched;
    }
    expect(changes).toEqual([]);
  });

  test('has a mutation carried out all the same', async () => {
    let finish: (() => void) | undefined;
    const { source } = await russia((_request, response) => {
      finish = () => response.end(JSON.stringify({ data: { russia: { release: { id: 'R' } } } }));
    });
    const { asker, hangUp } = caller();
    const fetched = source.process(gatewayFetch(mutation, {}, gatewayContextOf({ asker })));
    await waitFor(() => expect(finish).toBeDefined());
    hangUp();
    finish?.();
    expect(await fetched).toMatchObject({ data: { russia: { release: { id: 'R' } } } });
  });
});
