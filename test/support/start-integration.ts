import { startRecording } from './queries/recorded.ts';
import startDatabase from './start-database.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a global setup's default export
export default async function startIntegration(): Promise<void> {
  await startRecording();
  await startDatabase();
}
