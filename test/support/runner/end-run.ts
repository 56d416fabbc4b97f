/**
 * Takes the last steps of a run, each of them although one before it has failed. A failure fails the run, after whose report it is
 * told; thrown, it would take the place of the report.
 */
export async function endRun(...steps: (() => Promise<void>)[]): Promise<void> {
  for (const step of steps)
    await step().catch((error: unknown) => {
      process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    });
}
