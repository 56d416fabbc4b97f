import { tell } from '../../../sdk/src/index.ts';
import { documentOf } from '../support/documents.ts';

const redactions = [
  {
    coordinate: 'RussiaDossier.contacts',
    class: 'CONTACT',
    owner: 'RUSSIA',
    reason: 'PURPOSE',
    records: ['RU-1'],
    remedy: 'Ask.',
  },
];
const data = (contacts: unknown = null) => ({ suspect: { russia: { id: 'RU-1', contacts } } });
const outage = {
  message: 'RUSSIA does not answer.',
  path: ['suspect', 'russia'],
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA', requestId: 'request-1' },
};

let document: Awaited<ReturnType<typeof documentOf<'query'>>>;
beforeAll(async () => {
  document = await documentOf('query A { suspect(id: "x") { russia { contacts { value } } } }', 'query');
});

describe('an answer that another client brought', () => {
  test('is told with its receipts, and is left as it is', () => {
    const brought = data();
    const told = tell(document, brought, { extensions: { redactions } });
    expect(told.data).toMatchObject({
      suspect: {
        russia: { state: 'present', value: { contacts: { state: 'withheld', reason: 'PURPOSE' } } },
      },
    });
    expect(told.gaps).toHaveLength(1);
    expect(brought).toEqual(data());
  });

  test('is told where it is frozen, as the data of a cache can be', () => {
    const frozen = Object.freeze(data(Object.freeze([])));
    expect(tell(document, frozen).data).toMatchObject({
      suspect: { russia: { value: { contacts: { state: 'present', value: [] } } } },
    });
  });

  test('is absent where nothing says otherwise', () => {
    expect(tell(document, data()).gaps).toEqual([
      { path: ['suspect', 'russia', 'contacts'], gap: { state: 'absent' } },
    ]);
  });

  test('tells an agency that is down by its errors, which can be of a class', () => {
    const error = Object.assign(new Error(outage.message), outage);
    const told = tell(document, { suspect: { russia: null } }, { errors: [error] });
    expect(told.outages).toEqual(['RUSSIA']);
    expect(told.requestId).toBe('request-1');
    expect(told.data).toMatchObject({ suspect: { russia: { state: 'unavailable', agency: 'RUSSIA' } } });
  });

  test.each([
    ['a receipt that is none', { extensions: { redactions: [{ coordinate: 7 }] } }],
    ['an error that is none', { errors: [{}] }],
  ])('is refused with %s: without it a gap would look absent', (_what, beside) => {
    expect(() => tell(document, data(), beside)).toThrow(
      expect.objectContaining({ problem: { code: 'ANSWER_MALFORMED' } }),
    );
  });

  test('to a document that was not generated is refused, with advice', () => {
    const { concord: _none, ...plain } = document;
    expect(() => tell(plain as never, data() as never)).toThrow(/gapOf/);
  });
});
