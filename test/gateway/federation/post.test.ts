import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { post } from '../../../gateway/federation/post.ts';
import { atEndOfFile } from '../../support/end-of-file.ts';
import { bodyOf, loopbackServer } from '../../support/loopback-server.ts';

/** A server that answers as told, and a pool of one connection to it. */
async function answering(
  answer: (response: ServerResponse, body: string, asked: number) => void,
  maxResponseSize = 1_000,
) {
  let asked = 0;
  const { url } = await loopbackServer(async (request, response) => {
    const body = await bodyOf(request);
    asked += 1;
    answer(response, body.toString(), asked);
  });
  const pool = new Pool(url.origin, { connections: 1, maxResponseSize });
  atEndOfFile(() => pool.destroy());
  const ask = (body: string, within = 5_000, large?: Parameters<typeof post>[1]['large']) =>
    post(pool, { path: url.pathname, headers: {}, body, within, ...(large && { large }) });
  return { ask, asked: () => asked };
}

describe('a text that is posted', () => {
  test('arrives, and is answered with status, headers and the whole text, wherever it was cut', async () => {
    const { ask } = await answering(async (response, body) => {
      response.writeHead(418, { 'x-of': 'Belarus' });
      const letter = Buffer.from('ў');
      response.write(Buffer.concat([Buffer.from(body), letter.subarray(0, 1)]));
      await pause(50);
      response.end(letter.subarray(1));
    });
    const { status, headers, body } = await ask('{"query":"Я"}');
    expect({ status, of: headers['x-of'], text: body.toString() }).toEqual({
      status: 418,
      of: 'Belarus',
      text: '{"query":"Я"}ў',
    });
  });

  test('is not read to its end where it comes in many small pieces', async () => {
    const { ask } = await answering(async (response, body) => {
      response.setHeader('transfer-encoding', 'chunked');
      const pieces = Number(body);
      for (let n = 0; n < pieces; n++) response.write('a');
      response.end();
    }, 10_000);
    expect((await ask('1000')).body.length).toBe(1_000);
    await expect(ask('1010')).rejects.toThrow('more pieces than an answer may have');
  });

  test('is read on after so many bytes once it is its turn', async () => {
    const { ask } = await answering((response) => response.end('x'.repeat(900_000)), 1_000_000);
    const come = new AbortController();
    const turn = jest.fn(() => once(come.signal, 'abort'));
    const asked = ask('', 5_000, { bytes: 1_000, turn });
    const isOver = jest.fn();
    void asked.then(isOver);
    await pause(200);
    expect([turn.mock.calls.length, isOver.mock.calls.length]).toEqual([1, 0]);
    come.abort();
    expect((await asked).body.length).toBe(900_000);
    expect(turn).toHaveBeenCalledTimes(1);
  });

  test('fails as late when its turn does not come in time', async () => {
    const { ask } = await answering((response) => response.end('x'.repeat(900_000)), 1_000_000);
    const turn = () => pause(400);
    await expect(ask('', 100, { bytes: 1_000, turn })).rejects.toMatchObject({ name: 'TimeoutError' });
    await pause(400);
  });

  test('fails as late when nothing, or only the half of an answer, has come in time; the connection goes on to serve', async () => {
    const { ask } = await answering((response, _body, asked) => {
      if (asked === 2) response.write('half');
      if (asked > 2) response.end('whole');
    });
    await expect(ask('first', 100)).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(ask('second', 100)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await ask('third')).body.toString()).toBe('whole');
  });

  test('fails as late while it waits for a connection, and is never sent', async () => {
    let first: ServerResponse | undefined;
    const { ask, asked } = await answering((response, _body, count) => {
      if (count === 1) first = response;
      else response.end('whole');
    });
    const held = ask('first');
    await expect(ask('second', 100)).rejects.toMatchObject({ name: 'TimeoutError' });
    first?.end('whole');
    expect((await held).body.toString()).toBe('whole');
    expect((await ask('third')).body.toString()).toBe('whole');
    expect(asked()).toBe(2);
  });

  test('fails when the answer breaks off, and when it is larger than a pool takes', async () => {
    const { ask } = await answering((response, _body, asked) => {
      if (asked > 1) return response.end('x'.repeat(1_001));
      response.writeHead(200, { 'content-length': 10 });
      response.write('half');
      return setTimeout(() => response.destroy(), 50);
    });
    await expect(ask('first')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    await expect(ask('second')).rejects.toMatchObject({ code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
  });
});
