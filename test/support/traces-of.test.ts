import { createHash, createSecretKey } from 'node:crypto';
import { nodeNaming } from '../../subgraphs/agency/records/formats/text/node-id.ts';
import { tracesOf, unsaltedName } from './end-to-end/traces-of.ts';

const phone = '+375 (29) 555-01-77';
const plain = '+375295550177';
const find = tracesOf([phone, 'Planted.Person@example.net']);
const found = (bytes: string | Buffer) => find(Buffer.from(bytes));
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text);

describe('a planted value', () => {
  test.each([
    ['as it was typed', `{"a":"${phone}"}`],
    ['as a number', plain],
    ['in digits', 'x375295550177y'],
    ['as the end of a number', '80295550177'],
    ['as a hash in hexadecimal digits', hash('sha256', plain).digest('hex')],
    ['as another hash', hash('md5', '375295550177').digest('base64')],
    ['as the bytes of a hash', hash('sha1', plain).digest()],
    ['as the name that it had', unsaltedName('PHONE', plain)],
  ])('is found %s', (_how, bytes) => {
    expect(found(bytes)).toEqual([phone]);
  });

  test('is found in capitals', () => {
    expect(found('PLANTED.PERSON@EXAMPLE.NET')).toEqual(['Planted.Person@example.net']);
  });

  test('is not found where it is not, nor as a hash under a key', () => {
    const { idOf } = nodeNaming(createSecretKey(Buffer.alloc(32, 1)));
    expect(
      found(`+375295550178 ${idOf('PHONE', plain)} ${hash('sha256', `secret ${plain}`).digest('hex')}`),
    ).toEqual([]);
  });
});
