import { ProfileDocument } from '../../../sdk/src/generated/operations.ts';
import { clientOf, gatewayAnswering } from '../support/gateway.ts';

const half = (id: string, given: object = {}) => ({
  id,
  __typename: 'RussiaDossier',
  names: [{ full: 'Городейко Евгений' }],
  contacts: null,
  instruments: null,
  roles: [],
  ...given,
});

const receipt = {
  coordinate: 'RussiaDossier.instruments',
  class: 'FINANCIAL',
  owner: 'RUSSIA',
  reason: 'RELEASE_EXPIRED',
  records: ['RU-1'],
  remedy: 'The release has ended. Ask for a new one.',
};

const profileFrom = async (body: object) => {
  const { url } = await gatewayAnswering(body);
  return clientOf(url).query(ProfileDocument, { id: 'BY-1' });
};

test('a field is present, absent or withheld, and each is told apart', async () => {
  const { data } = await profileFrom({
    data: { suspect: { id: 'BY-1', belarus: null, russia: half('RU-1') } },
    extensions: { redactions: [receipt] },
  });
  expect(data.suspect?.belarus).toEqual({ state: 'absent' });
  expect(data.suspect?.russia).toMatchObject({
    state: 'present',
    value: {
      names: { state: 'present', value: [{ full: 'Городейко Евгений' }] },
      contacts: { state: 'absent' },
      roles: { state: 'present', value: [] },
      instruments: {
        state: 'withheld',
        coordinate: 'RussiaDossier.instruments',
        class: 'FINANCIAL',
        owner: 'RUSSIA',
        reason: 'RELEASE_EXPIRED',
        remedy: 'The release has ended. Ask for a new one.',
      },
    },
  });
});

test('the half of an agency that did not answer is unavailable, and the other is whole', async () => {
  const { data, outages, errors } = await profileFrom({
    data: { suspect: { id: 'BY-1', belarus: half('BY-1'), russia: null } },
    errors: [
      { message: 'RUSSIA does not answer.', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } },
    ],
  });
  expect(data.suspect?.russia).toEqual({
    state: 'unavailable',
    coordinate: 'Suspect.russia',
    agency: 'RUSSIA',
  });
  expect(data.suspect?.belarus).toMatchObject({ state: 'present', value: { contacts: { state: 'absent' } } });
  expect(outages).toEqual(['RUSSIA']);
  expect(errors.map(({ problem }) => problem)).toEqual([{ code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' }]);
});
