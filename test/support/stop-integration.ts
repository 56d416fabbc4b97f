import { endRecording } from './queries/recorded.ts';
import stopDatabase from './stop-database.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a global teardown's default export
export default async function stopIntegration(): Promise<void> {
  await stopDatabase();
  await endRecording();
}
