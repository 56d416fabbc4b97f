import {
  type SharingKey,
  sharingLoader,
} from '../../../../../subgraphs/agency/api/context/sharing-loader.ts';

const key = (shared: string, others: Partial<SharingKey> = {}): SharingKey => ({
  path: 'infrastructure.node',
  shared,
  after: undefined,
  limit: 2,
  ...others,
});

/** Dossiers by what they hold, which notes what it is asked. */
function holders(held: Record<string, string[]>) {
  const asked: [path: string, shared: string[]][] = [];
  const sharing = async <Page extends { shared: string }>(path: string, keys: readonly Page[]) => {
    asked.push([path, keys.map(({ shared }) => shared)]);
    return new Map(
      keys.flatMap((each) => (held[each.shared] ? [[each, held[each.shared] ?? []] as const] : [])),
    );
  };
  return { asked, loader: sharingLoader({ sharing }) };
}

describe('the dossiers that share a thing', () => {
  test('are told in their order, each with its own thing, and there are none where nobody holds it', async () => {
    const { loader } = holders({ N1: ['BY-0000000002', 'BY-0000000001'], N2: ['BY-0000000003'] });
    expect(await loader.loadMany([key('N2'), key('N3'), key('N1')])).toEqual([
      ['BY-0000000003'],
      [],
      ['BY-0000000002', 'BY-0000000001'],
    ]);
  });

  test('are read at once for all things of one path, each page once', async () => {
    const { asked, loader } = holders({});
    await loader.loadMany([
      key('N1'),
      key('G1', { path: 'memberships.group' }),
      key('N1'),
      key('N1', { after: 'BY-0000000001' }),
      key('N1', { limit: 3 }),
    ]);
    expect(asked).toEqual([
      ['infrastructure.node', ['N1', 'N1', 'N1']],
      ['memberships.group', ['G1']],
    ]);
  });
});
