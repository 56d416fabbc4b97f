import { readDossierInput } from '../../../../../subgraphs/agency/records/checks/check-dossier.ts';
import { scalarForms } from '../../../../../terms/scalar-forms.ts';
import { context, leastInput, provenance } from '../checks/support/input.ts';

const harm = { victims: 1, loss: '10.00', currency: 'BYN', country: 'BY', provenance };
const document = { kind: 'OTHER', issuer: 'BY', number: '1', provenance };

/** Each place of a dossier that holds a code, with the code. */
const places = {
  'birthPlace.country': (country: unknown) => ({ birthPlace: { country, provenance } }),
  'citizenships.0.country': (country: unknown) => ({ citizenships: [{ country, provenance }] }),
  'documents.0.issuer': (issuer: unknown) => ({ documents: [{ ...document, issuer }] }),
  'harms.0.country': (country: unknown) => ({ harms: [{ ...harm, country }] }),
  'harms.0.currency': (currency: unknown) => ({ harms: [{ ...harm, currency }] }),
};
type Place = keyof typeof places;
const inPlaces = Object.keys(places) as Place[];
const ofScalar = (place: Place) => (place === 'harms.0.currency' ? 'CurrencyCode' : 'CountryCode');

const read = (place: Place, code: unknown) =>
  readDossierInput({ ...leastInput, ...places[place](code) }, context);

describe('a code in a dossier that is imported', () => {
  const right = { CountryCode: ['BY', 'RU', 'KZ'], CurrencyCode: ['BYN', 'RUB', 'USD'] };
  const wrong = {
    CountryCode: ['XX', 'by', 'BLR', 'SU', 'Belarus', '112', 'toString'],
    CurrencyCode: ['XYZ', 'byn', 'BY', '933', 'р.', 'toString'],
  };

  test.each(
    inPlaces.flatMap((place) => right[ofScalar(place)].map((code): [Place, string] => [place, code])),
  )('is taken at %s where it is on the list of the API: %s', (place, code) => {
    expect(read(place, code)).toHaveProperty('input');
  });

  test.each(
    inPlaces.flatMap((place) => wrong[ofScalar(place)].map((code): [Place, string] => [place, code])),
  )('is refused at %s where it is not, with the form: %s', (place, code) => {
    expect(read(place, code)).toEqual({
      problems: [{ path: place, code: 'MALFORMED', message: `must be ${scalarForms[ofScalar(place)].form}` }],
    });
  });

  test('is refused where it is no text, or missing', () => {
    expect(read('harms.0.currency', 933)).toMatchObject({ problems: [{ code: 'MALFORMED' }] });
    expect(read('harms.0.currency', undefined)).toMatchObject({ problems: [{ code: 'MISSING' }] });
    expect(read('harms.0.country', undefined)).toHaveProperty('input');
  });
});
