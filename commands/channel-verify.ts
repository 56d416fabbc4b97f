/**
 * `npm run channel-verify -- --agency belarus`: checks what an agency keeps as evidence, every message and every receipt,
 * against the keys that are pinned and those that were retired, and prints what does not hold. Exit code 1 if anything does
 * not.
 */
import { parseArgs } from 'node:util';
import { evidenceKeysIn, evidenceSettings } from '../subgraphs/agency/channel/evidence-keys.ts';
import { verifyEvidence } from '../subgraphs/agency/channel/upkeep/verify-evidence.ts';
import { keptEvidence } from '../subgraphs/agency/storage/channel/kept-evidence.ts';
import { agencyModels } from '../subgraphs/agency/storage/database/agency-models.ts';
import { connectDatabase } from '../subgraphs/agency/storage/database/database.ts';
import { agencyNamed } from './options/agency-named.ts';
import { complain, runCommand } from './running/run-command.ts';
import { withDatabase } from './running/with-database.ts';
import { channelSettingsOf } from './settings/channel-settings-of.ts';
import { modeOf } from './settings/mode-of.ts';

await runCommand('channel-verify', 'npm run channel-verify -- --agency belarus', async () => {
  const { values } = parseArgs({ options: { agency: { type: 'string' } } });
  const own = agencyNamed(values.agency);
  const mode = modeOf(own, process.env);
  return withDatabase(own, { report: complain }, async (uri) => {
    const settings = channelSettingsOf(evidenceSettings(own), own, mode, process.env);
    const keys = evidenceKeysIn(settings, own, mode);
    const connection = await connectDatabase(own, uri);
    try {
      const { checked, faults } = await verifyEvidence(
        own,
        keptEvidence(agencyModels(connection)),
        keys,
        (fault) => process.stdout.write(`${fault}\n`),
      );
      process.stdout.write(`${JSON.stringify({ ...checked, faults })}\n`);
      return faults > 0 ? 1 : 0;
    } finally {
      await connection.close();
    }
  });
});
