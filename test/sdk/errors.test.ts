import { gatewayCodes } from '../../sdk/src/errors/gateway-code.ts';
import { ProfileDocument, VisibilityDocument } from '../../sdk/src/generated/operations.ts';
import { ConcordError } from '../../sdk/src/index.ts';
import { errorCodes } from '../../server/errors.ts';
import { answer, clientOf, gatewayAnswering, gatewayThat, problemOf, refusal } from './support/gateway.ts';

const variables = { document: '{ __typename }' };
const problemWith = async (body: unknown) => {
  const { url } = await gatewayAnswering(body);
  return problemOf(clientOf(url).query(VisibilityDocument, variables));
};

test('the codes are those of the gateway, all of them and no others', () => {
  expect([...gatewayCodes].sort()).toEqual(Object.keys(errorCodes).sort());
});

describe('a refusal of the whole request', () => {
  const plain = gatewayCodes.filter(
    (code) => !['AGENCY_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'GRAPHQL_VALIDATION_FAILED'].includes(code),
  );
  test.each(plain)('%s is a problem of that code', async (code) => {
    expect(await problemWith(refusal(code))).toEqual({ code });
  });

  test('with a code of a newer server is UNKNOWN, and has that code', async () => {
    expect(await problemWith(refusal('QUOTA_EXCEEDED'))).toEqual({
      code: 'UNKNOWN',
      serverCode: 'QUOTA_EXCEEDED',
    });
  });

  test('without a code is the gateway’s fault', async () => {
    expect(await problemWith({ errors: [{ message: 'No.' }] })).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });

  test('is an error that names the request, the status and what the gateway said', async () => {
    const { url } = await gatewayThat((_request, response) =>
      answer(response, refusal('MANDATE_INVALID', 'concord-case is required.'), 400, {
        'x-request-id': 'request-0002',
      }),
    );
    const error = await clientOf(url)
      .query(VisibilityDocument, variables)
      .catch((caught) => caught);
    expect(error).toBeInstanceOf(ConcordError);
    expect(error).toMatchObject({
      message: 'concord-case is required.',
      status: 400,
      requestId: 'request-0002',
    });
  });
});

describe('an error of a single field', () => {
  const at = (path: (string | number)[]) => ({
    message: 'No.',
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });

  test('is a gap where the field can be one', async () => {
    const { url } = await gatewayAnswering({
      data: { suspect: { id: 'x', belarus: null } },
      errors: [at(['suspect', 'belarus'])],
    });
    const { data, gaps, errors } = await clientOf(url).query(ProfileDocument, { id: 'x' });
    expect(data.suspect?.belarus).toMatchObject({ state: 'failed', code: 'INTERNAL_SERVER_ERROR' });
    expect(gaps).toEqual([{ path: ['suspect', 'belarus'], gap: data.suspect?.belarus }]);
    expect(errors).toHaveLength(1);
  });

  test('is thrown where the field cannot be one, as its null would look absent', async () => {
    const { url } = await gatewayAnswering({ data: { suspect: null }, errors: [at(['suspect'])] });
    const failed = clientOf(url).query(ProfileDocument, { id: 'x' });
    expect(await problemOf(failed)).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });
});

describe('an operation that no longer fits the schema', () => {
  const invalid = (...messages: string[]) => ({
    errors: messages.map((message) => ({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })),
  });
  const schema = VisibilityDocument.concord.schema;

  test.each([
    [
      'Cannot query field "contacts" on type "RussiaDossier". Did you mean "cases"?',
      'RussiaDossier.contacts',
    ],
    ['Unknown argument "as" on field "Query.visibility".', 'Query.visibility(as:)'],
    ['Unknown type "ViewerInput".', 'ViewerInput'],
    ['Field "roles" is not defined by type "ViewerInput".', 'ViewerInput.roles'],
    ['Value "RADIO" does not exist in "ContactKind" enum. Did you mean "PHONE"?', 'ContactKind.RADIO'],
    [
      'Field "suspect" argument "as" of type "Role!" is required, but it was not provided.',
      'suspect(as: Role!)',
    ],
    ['Field "ViewerInput.role" of required type "Role!" was not provided.', 'ViewerInput.role: Role!'],
    [
      'Field "birthPlace" must not have a selection since type "String" has no subfields.',
      'birthPlace: String',
    ],
    [
      'Field "name" of type "[Name!]" must have a selection of subfields. Did you mean "name { ... }"?',
      'name: [Name!]',
    ],
    ['Variable "$id" of type "ID!" used in position expecting type "DossierId!".', '$id: DossierId!'],
  ])('names what does not fit: %s', async (message, missing) => {
    expect(await problemWith(invalid(message))).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
      missing: [missing],
      schema,
    });
  });

  test('says so in its message, with the version of the schema that it was generated for', async () => {
    const { url } = await gatewayAnswering(
      invalid('Cannot query field "a" on type "B".', 'Unknown type "C".'),
    );
    await expect(clientOf(url).query(VisibilityDocument, variables)).rejects.toThrow(
      `The operation Visibility no longer fits the gateway: B.a, C. It was generated for version ${schema} of the schema: generate it again.`,
    );
  });

  test('has the gateway’s own words where nothing is missing', async () => {
    const { url } = await gatewayAnswering(invalid('Variable "$id" is never used.'));
    await expect(clientOf(url).query(VisibilityDocument, variables)).rejects.toThrow(
      'Variable "$id" is never used.',
    );
  });
});

describe('what a server says of a variable', () => {
  test.each([
    [
      'Variable "$input" got invalid value "SECRET" at "input.cases[0]"; Expected type "CaseInput" to be an object.',
      'Variable "$input" at "input.cases[0]": Expected type "CaseInput" to be an object.',
    ],
    [
      'Variable "$input" got invalid value { name: "SECRET" }; Field "handlingCode" of required type "HandlingCode!" was not provided.',
      'Variable "$input": Field "handlingCode" of required type "HandlingCode!" was not provided.',
    ],
    [
      'Variable "$input" got invalid value { nam: "SECRET" }; Field "nam" is not defined by type "NameInput". Did you mean "name"?',
      'Variable "$input": Field "nam" is not defined by type "NameInput".',
    ],
    [
      'Variable "$input" got invalid value "SECRET" at "input.kind"; Value "SECRET" does not exist in "NameKind" enum.',
      'Variable "$input" at "input.kind": Its value does not fit the type.',
    ],
    [
      'Variable "$id" got invalid value ["SECRET"]; ID cannot represent value: ["SECRET"]',
      'Variable "$id": Its value does not fit the type.',
    ],
    [
      'Variable "$id" got invalid value "SECRET and so on…',
      'Variable "$id": Its value does not fit the type.',
    ],
  ])('is told without its value: %s', async (said, told) => {
    const { url } = await gatewayAnswering(refusal('BAD_USER_INPUT', said));
    await expect(clientOf(url).query(VisibilityDocument, variables)).rejects.toMatchObject({ message: told });
  });

  test('is told as it is where it has none', async () => {
    const { url } = await gatewayAnswering(refusal('BAD_USER_INPUT', 'Variable "$id" is missing.'));
    await expect(clientOf(url).query(VisibilityDocument, variables)).rejects.toThrow(
      'Variable "$id" is missing.',
    );
  });
});
