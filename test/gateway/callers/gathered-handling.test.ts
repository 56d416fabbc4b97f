import { gatheredHandling } from '../../../gateway/callers/gathered-handling.ts';

const restriction = (changed: object = {}) => ({
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  handling: 'H1',
  records: ['RU-0000000001'],
  ...changed,
});

function gathered(...answers: [agency: string, ...told: unknown[]][]) {
  const handling = gatheredHandling();
  for (const [agency, ...told] of answers) handling.add(agency, { handling: told });
  return handling.all();
}

describe('the restrictions of a request’s fetches', () => {
  test('are one for each coordinate, code and remark, with the records of all of them', () => {
    const other = restriction({ records: ['RU-0000000002'] });
    const remarked = restriction({ handling: 'H3', remark: 'Ask first' });
    expect(gathered(['RUSSIA', remarked, other], ['RUSSIA', restriction()])).toEqual([
      restriction({ records: ['RU-0000000001', 'RU-0000000002'] }),
      remarked,
    ]);
  });

  test('are not taken where an agency tells more than it may, and as many are', () => {
    const handling = gatheredHandling();
    expect(handling.add('RUSSIA', { handling: Array(20_001).fill(restriction()) })).toBe(false);
    expect(handling.all()).toEqual([]);
    expect(handling.add('RUSSIA', { handling: Array(20_000).fill(restriction()) })).toBe(true);
    expect(handling.all()).toEqual([restriction()]);
  });

  test('are told without what this gateway does not know: a subgraph that is one version ahead loses none', () => {
    expect(gathered(['RUSSIA', restriction({ value: '+375' })])).toEqual([restriction()]);
  });

  test.each([
    ['in another agency’s name', restriction({ owner: 'BELARUS' })],
    ['of an unknown code', restriction({ handling: 'H9' })],
    ['without records', restriction({ records: null })],
    ['text', 'H1'],
  ])('are left out when they are %s', (_, malformed) => {
    expect(gathered(['RUSSIA', malformed, restriction()])).toEqual([restriction()]);
  });

  test.each([[undefined], [{}], [{ handling: 'H1' }]])('are none in extensions such as %j', (extensions) => {
    const handling = gatheredHandling();
    handling.add('RUSSIA', extensions);
    expect(handling.all()).toEqual([]);
  });
});
