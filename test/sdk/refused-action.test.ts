import { RecordBelarusDossierDocument, VisibilityDocument } from '../../sdk/src/generated/operations.ts';
import { answer, clientOf, gatewayAnswering, gatewayThat, problemOf, refusal } from './support/gateway.ts';

const variables = { input: {} as never };
const recorded = { __typename: 'BelarusRecordedDossier', id: 'BY-1', dossier: { id: 'BY-1', version: 1 } };
const done = { data: { belarus: { recordDossier: recorded } } };
const failing = (code: string, extensions = {}) => ({
  data: { belarus: { recordDossier: null } },
  errors: [{ message: 'No.', path: ['belarus', 'recordDossier'], extensions: { code, ...extensions } }],
});

const mutateAt = (url: URL, options = {}) =>
  clientOf(url).mutate(RecordBelarusDossierDocument, variables, options);

describe('an action that was answered, of which an agency refused to show more', () => {
  test('is done, and is not sent again for a new token', async () => {
    const { url, reached } = await gatewayAnswering({
      data: { belarus: { recordDossier: { ...recorded, dossier: null } } },
      errors: [
        {
          message: 'Expired.',
          path: ['belarus', 'recordDossier', 'dossier'],
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
    const outcome = await clientOf(url, { token: async () => 'token-1' }).mutate(
      RecordBelarusDossierDocument,
      variables,
    );
    expect(outcome.state).toBe('done');
    expect(reached).toHaveLength(1);
  });
});

describe('an action that was refused', () => {
  test('has its key in the error, and a query has none', async () => {
    const { url } = await gatewayAnswering(refusal('FORBIDDEN'));
    await expect(mutateAt(url, { idempotencyKey: 'record-of-mine-1' })).rejects.toMatchObject({
      idempotencyKey: 'record-of-mine-1',
    });
    const query = clientOf(url).query(VisibilityDocument, { document: '{ __typename }' });
    await expect(query).rejects.toMatchObject({ idempotencyKey: undefined });
  });

  test.each(['FORBIDDEN', 'BAD_USER_INPUT', 'IDEMPOTENCY_KEY_REUSED'])('is thrown: %s', async (code) => {
    const { url } = await gatewayAnswering(failing(code));
    expect(await problemOf(mutateAt(url))).toEqual({ code });
  });

  test('is thrown when its agency could not be reached, as nothing was done', async () => {
    const { url } = await gatewayAnswering({
      ...failing('AGENCY_UNAVAILABLE', { agency: 'BELARUS' }),
      data: { belarus: null },
    });
    expect(await problemOf(mutateAt(url))).toEqual({ code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' });
  });

  test('is thrown when a newer gateway refuses it with a status of 4xx', async () => {
    const { url } = await gatewayThat((_request, response) =>
      answer(response, refusal('QUOTA_EXCEEDED'), 429),
    );
    expect(await problemOf(mutateAt(url))).toEqual({ code: 'UNKNOWN', serverCode: 'QUOTA_EXCEEDED' });
  });

  test('is thrown when nothing has left yet', async () => {
    const { url, reached } = await gatewayAnswering(done);
    const concord = clientOf(url);
    const aborted = { signal: AbortSignal.abort() };
    const mutate = (options = {}) => concord.mutate(RecordBelarusDossierDocument, variables, options);
    expect(await problemOf(mutate(aborted))).toEqual({ code: 'ABORTED' });
    await mutate();
    expect(await problemOf(mutate(aborted))).toEqual({ code: 'ABORTED' });
    expect(reached).toHaveLength(1);
  });
});
