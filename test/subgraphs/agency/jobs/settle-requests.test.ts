import { settleRequests } from '../../../../subgraphs/agency/jobs/settle-requests.ts';

type Stores = Parameters<typeof settleRequests>[0];

async function* idsOf(...ids: string[]) {
  yield* ids;
}

test('a request that cannot be settled keeps no other from its end, and is told of', async () => {
  const tried: string[] = [];
  const stores = {
    clock: {
      due: () => idsOf('poison', 'due'),
      awaiting: () => idsOf('awaiting'),
      sought: () => idsOf('sought'),
      receiptsOf: async () => new Map(),
    },
    requests: {
      async read(id: string) {
        tried.push(id);
        if (id === 'poison') throw new Error('a receipt that is none');
        return null;
      },
      replace: async () => 'WRITTEN',
    },
    writes: { read: async () => null, take: async () => 'WRITTEN' },
    provisions: [],
  } as unknown as Stores;
  await expect(settleRequests(stores, new Date())).rejects.toThrow('a receipt that is none');
  expect(tried).toEqual(['poison', 'due', 'due', 'awaiting', 'awaiting', 'sought', 'sought']);
});
