/**
 * `npm run channel-verify -- --agency belarus`: checks what an agency keeps as evidence, every message and every receipt,
 * against the keys that are pinned and those that were retired, and prints what does not hold. Exit code 1 if anything does
 * not.
 */
import { parseArgs } from 'node:util';
import { evidenceKeysIn, evidenceSettings } from '../subgraphs/agency/channel/evidence-keys.ts';
import { verifyEvidence } from '../subgraphs/agency/channel/upkeep/verify-evidence.ts';
import { keptEvidence } from '../subgraphs/agency/storage/channel/kept-evidence.ts';
import { agencyModels, connectDatabase } from '../subgraphs/agency/storage/database/database.ts';
import { agencyNamed } from '../workshop/scripts/development/agency-named.ts';
import { channelSettingsFor } from '../workshop/scripts/development/channel-keys.ts';
import { modeOf } from '../workshop/scripts/development/mode-of.ts';
import { complain, runScript } from '../workshop/scripts/development/script.ts';
import { withDatabase } from '../workshop/scripts/development/with-databases.ts';

await runScript('channel-verify', 'npm run channel-verify -- --agency belarus', async () => {
  const { values } = parseArgs({ options: { agency: { type: 'string' } } });
  const own = agencyNamed(values.agency);
  const mode = modeOf(own, process.env);
  return withDatabase(own, { report: complain }, async (uri) => {
    const settings = channelSettingsFor(evidenceSettings(own), own, mode, process.env);
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
