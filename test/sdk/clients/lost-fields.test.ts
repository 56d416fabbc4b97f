import { parse } from 'graphql';
import { errorsAt, lostFields } from '../../../sdk/src/clients/lost-fields.ts';
import type { AnsweredError } from '../../../sdk/src/index.ts';

const suspect = (russia: unknown, id = 'S-1') => ({ suspect: { __typename: 'Suspect', id, russia } });
const asked = parse('query A { suspect(id: "x") { id __typename russia { id __typename } } }') as never;
const outage = (path?: (string | number)[]): AnsweredError => ({
  message: 'RUSSIA does not answer.',
  ...(path && { path }),
  extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
});
const lostIn = (errors: AnsweredError[], data: unknown = suspect(null), document = asked) =>
  lostFields({ document, variables: {}, data, errors });

describe('a field is lost', () => {
  test('where an error has emptied it, or what is in it', () => {
    const half = { coordinate: 'Suspect.russia', place: 'S-1 russia[]', barePlace: 'S-1 russia' };
    expect(lostIn([outage(['suspect', 'russia'])])).toMatchObject([half]);
    expect(lostIn([outage(['suspect', 'russia', 'names'])])).toMatchObject([half]);
  });

  test('where the agency that answers for it has an error without a place', () => {
    expect(lostIn([outage()])).toMatchObject([{ coordinate: 'Suspect.russia' }]);
  });

  test('and no other is', () => {
    expect(lostIn([outage(['suspect', 'belarus'])])).toEqual([]);
    expect(lostIn([{ message: 'No.' }])).toEqual([]);
    expect(
      lostIn([outage(['suspect', 'russia'])], suspect({ __typename: 'RussiaDossier', id: 'RU-1' })),
    ).toEqual([]);
    expect(lostIn([])).toEqual([]);
  });
});

describe('the errors of lost fields', () => {
  const lost = lostIn([outage(['suspect', 'russia'])]);
  const other = parse(
    'query B { belarus { dossier: suspect { id __typename half: russia { id } } } }',
  ) as never;

  test('are there for whoever reads the null, under whatever name', () => {
    const data = { belarus: { dossier: { __typename: 'Suspect', id: 'S-1', half: null } } };
    expect(errorsAt(lost, other, data)).toEqual([
      expect.objectContaining({ path: ['belarus', 'dossier', 'half'], extensions: outage().extensions }),
    ]);
  });

  test('are not there for another object, nor for what has come since', () => {
    expect(errorsAt(lost, asked, suspect(null, 'S-2'))).toEqual([]);
    expect(errorsAt(lost, asked, suspect({ __typename: 'RussiaDossier', id: 'RU-1' }))).toEqual([]);
  });

  test('hold for any arguments, as nobody knows with which the null was asked', () => {
    const text = (first: string) =>
      parse(
        `query A { suspect(id: "x") { id __typename russia { id __typename history(first: ${first}) { nodes { at } } } } }`,
      );
    const data = suspect({ __typename: 'RussiaDossier', id: 'RU-1', history: null });
    const found = lostIn([outage(['suspect', 'russia', 'history'])], data, text('1') as never);
    expect(errorsAt(found, text('2') as never, data)).toHaveLength(1);
  });
});
