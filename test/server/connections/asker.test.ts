import { type ServerResponse, request as send } from 'node:http';
import { Asker } from '../../../server/connections/asker.ts';
import { loopbackServer } from '../../support/loopback-server.ts';
import { waitFor } from '../../support/wait-for.ts';

/** A server that does not answer by itself, somebody who asks it, and what the server was told of them. */
async function asked() {
  const told: string[] = [];
  let opened: { response: ServerResponse; asker: Asker } | undefined;
  const { url } = await loopbackServer((_request, response) => {
    const asker = new Asker(response);
    asker.whenGone(() => told.push('gone'));
    asker.whenGone(() => told.push('no longer of interest'))();
    response.once('close', () => told.push('closed'));
    opened = { response, asker };
  });
  const outgoing = send(url, { method: 'POST' }).on('error', () => undefined);
  outgoing.on('response', (incoming) => incoming.resume());
  outgoing.end();
  await waitFor(() => expect(opened).toBeDefined());
  return { told, outgoing, opened: opened as NonNullable<typeof opened> };
}

describe('whoever waits for an answer', () => {
  test('is gone when they hang up before it', async () => {
    const { told, outgoing, opened } = await asked();
    expect(opened.asker.hasHungUp).toBe(false);
    outgoing.destroy();
    await waitFor(() => expect(told).toEqual(['gone', 'closed']));
    expect(opened.asker.hasHungUp).toBe(true);
  });

  test('is not gone once they have been answered', async () => {
    const { told, opened } = await asked();
    opened.response.end('answer');
    await waitFor(() => expect(told).toEqual(['closed']));
    expect(opened.asker.hasHungUp).toBe(false);
  });
});
