import { endRecording } from './queries/recorded.ts';
import { endRun } from './runner/end-run.ts';
import { stopDatabase } from './start-database.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a teardown's default export
export default (): Promise<void> => endRun(stopDatabase, endRecording);
