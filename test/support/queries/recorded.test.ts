import { endRecording, recordExplained, recordShape, startRecording } from './recorded.ts';

const directoryVariable = 'CONCORD_TEST_QUERIES';

describe('a run that has sent queries', () => {
  const before = process.env[directoryVariable];
  beforeEach(() => startRecording());
  afterEach(() => {
    if (before === undefined) delete process.env[directoryVariable];
    else process.env[directoryVariable] = before;
  });
  const sent = () => {
    recordShape({ shape: 'find dossiers {"_id":"="} limit', origin: 'subgraphs/agency/a.ts' });
    recordShape({ shape: 'find reads {"by":"="}', origin: undefined });
  };

  test('passes when all of them were explained', async () => {
    sent();
    await recordExplained(['find dossiers {"_id":"="} limit', 'find reads {"by":"="}', 'find hits {}']);
    await expect(endRecording()).resolves.toBeUndefined();
  });

  test('fails when one was not, and tells it with its file', async () => {
    sent();
    await recordExplained(['find reads {"by":"="}']);
    await expect(endRecording()).rejects.toThrow(/find dossiers .* limit {2}\(subgraphs\/agency\/a\.ts\)$/);
  });

  test('passes when nothing was to be explained, as when one file is run', async () => {
    sent();
    await expect(endRecording()).resolves.toBeUndefined();
  });
});
