/**
 * `npm run channel-resync -- --agency belarus`: for an agency whose database was restored from before messages that it has
 * sent. Says what it would do; with `--yes`, once people of both agencies have compared what each has, it does so: the
 * numbers go on from the one that the other agency expects, and links, releases, requests and suspensions are told anew.
 */
import { parseArgs } from 'node:util';
import { agencyNamed } from './options/agency-named.ts';
import { onRecordsOf } from './running/on-records-of.ts';
import { runCommand } from './running/run-command.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

await runCommand('channel-resync', 'npm run channel-resync -- --agency belarus [--yes]', async () => {
  const { values } = parseArgs({
    options: { agency: { type: 'string' }, yes: { type: 'boolean', default: false } },
  });
  const own = agencyNamed(values.agency);
  return onRecordsOf(own, async ({ resync: { outOfStep, resync } }) => {
    const steps = await outOfStep();
    if (steps.length === 0) say('The channel is in step: there is nothing to do.');
    for (const step of steps) {
      const { agency, expected, last, waiting } = step;
      say(`${agency} has ${own}'s messages up to number ${expected - 1}; this database has given ${last}.`);
      if (!values.yes) {
        say(`With --yes: numbers go on from ${expected}; ${waiting} that wait are given new ones;`);
        say(
          `the links, releases and requests that ${agency} was told of are told anew, as they are here now.`,
        );
        say(`What ${agency} was told since the backup is in its \`notices\`: compare it first.`);
        continue;
      }
      const told = await resync(step);
      say(
        `Numbers go on from ${expected}; ${waiting} were given new ones; ${told} messages tell what holds.`,
      );
    }
    return 0;
  });
});
