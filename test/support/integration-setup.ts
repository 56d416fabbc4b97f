import { endRecording, startRecording } from './queries/recorded.ts';
import { startDatabase, stopDatabase } from './start-database.ts';

export async function setup(): Promise<void> {
  await startRecording();
  await startDatabase();
}

export async function teardown(): Promise<void> {
  await stopDatabase();
  await endRecording();
}
