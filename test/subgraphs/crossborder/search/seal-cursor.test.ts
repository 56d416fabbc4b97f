import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import {
  type CursorBinding,
  openCursor,
  sealCursor,
} from '../../../../subgraphs/crossborder/search/seal-cursor.ts';

const key = randomBytes(32);
const position = { rank: 27.3, id: 'BY-0000000000' };
const binding: CursorBinding = {
  viewer: { agency: 'BELARUS', subject: 'officer-1' },
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  search: {
    criteria: { phone: '+375291234567', card: { first6: '411111', last4: '1111' } },
    scope: ['BELARUS', 'RUSSIA'],
  },
};
const { viewer, mandate, search } = binding;
const cursor = await sealCursor(key, binding, position);

async function refusal(open: () => Promise<unknown>): Promise<string> {
  try {
    await open();
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT') return error.message;
    throw error;
  }
  return 'accepted';
}
const message = expect.stringMatching(/^`after` must be the `endCursor` of an earlier page of this search/);

describe('a cursor', () => {
  test('opens to where it was made', async () => {
    expect(await openCursor(key, binding, cursor)).toEqual(position);
    expect(cursor.length).toBeLessThan(200);
  });

  test('opens for equal criteria, whatever the order of their fields', async () => {
    const { card, phone } = search.criteria;
    const criteria = { imei: undefined, card: { last4: '1111', first6: card?.first6 ?? '' }, phone };
    expect(await openCursor(key, { ...binding, search: { ...search, criteria } }, cursor)).toEqual(position);
  });

  test('shows nothing of its position, and is another each time', async () => {
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain(position.id);
    expect(await sealCursor(key, binding, position)).not.toBe(cursor);
  });

  test.each<[string, CursorBinding]>([
    ['viewer of another agency', { ...binding, viewer: { ...viewer, agency: 'RUSSIA' } }],
    ['viewer', { ...binding, viewer: { ...viewer, subject: 'officer-2' } }],
    ['purpose', { ...binding, mandate: { ...mandate, purpose: 'SOLVING' } }],
    ['legal basis', { ...binding, mandate: { ...mandate, legalBasis: 'MINSK_CONVENTION_1993' } }],
    ['case', { ...binding, mandate: { ...mandate, case: 'BY-2026-000002' } }],
    ['search', { ...binding, search: { ...search, criteria: { phone: '+375291234568' } } }],
    ['scope', { ...binding, search: { ...search, scope: ['BELARUS'] } }],
  ])('is not for another %s', async (_name, other) => {
    expect(await refusal(() => openCursor(key, other, cursor))).toEqual(message);
  });

  test('is not for another key', async () => {
    expect(await refusal(() => openCursor(randomBytes(32), binding, cursor))).toEqual(message);
  });

  test('is refused when it is altered at any byte', async () => {
    const bytes = Buffer.from(cursor, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(await refusal(() => openCursor(key, binding, altered.toString('base64url')))).toEqual(message);
    }
  });

  test('is refused when it is cut at any place', async () => {
    for (let length = 0; length < cursor.length; length++) {
      expect(await refusal(() => openCursor(key, binding, cursor.slice(0, length)))).toEqual(message);
    }
  });

  test.each([
    ['followed by something', `${cursor}A`],
    ['padded', `${cursor}=`],
    ['with a space', ` ${cursor}`],
    ['of another alphabet', '😀'.repeat(20)],
    ['long', 'A'.repeat(100_000)],
    ['a list’s', Buffer.from('after:BY-0000000000').toString('base64url')],
  ])('is refused when it is %s', async (_name, text) => {
    expect(await refusal(() => openCursor(key, binding, text))).toEqual(message);
  });
});
