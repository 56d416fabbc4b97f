import { requestEvents } from '../../../../../subgraphs/agency/api/requests/request-events.ts';
import { hours, sent } from '../../records/requests/halves.ts';

const withdrawn = { by: 'supervisor', at: hours(2) };
const endOf = (half: Parameters<typeof requestEvents>[0]['half']) =>
  requestEvents({ half }, hours(5)).filter(({ kind }) => kind === 'ENDED');

describe('the end of a request that was withdrawn', () => {
  test('names the own officer who withdrew it', () => {
    const half = sent({ withdrawn, withdrawalReceivedAt: hours(3) });
    expect(endOf(half)).toEqual([{ kind: 'ENDED', at: hours(3), by: 'supervisor' }]);
  });

  test('names nobody where the other agency had ended it before', () => {
    const end = { kind: 'NO_DATA' as const, at: hours(1) };
    const half = sent({ withdrawn, withdrawalReceivedAt: hours(3), end });
    expect(endOf(half)).toEqual([{ kind: 'ENDED', at: hours(1) }]);
  });
});
