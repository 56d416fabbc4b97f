import { startRecording } from './queries/recorded.ts';
import { startDatabase } from './start-database.ts';

// biome-ignore lint/style/noDefaultExport: jest takes a set-up's default export
export default async function setUp(): Promise<void> {
  await startRecording();
  await startDatabase();
}
