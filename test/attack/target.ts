import { startFromBundle } from '../chaos/bundle.ts';
import { type Caller, type Callers, callersOf } from '../support/end-to-end/callers.ts';
import { debuggable } from '../support/end-to-end/from-inside.ts';
import { ofTests } from '../support/end-to-end/processes.ts';
import { copyAnySeededData } from '../support/end-to-end/seeded-data.ts';
import { addressOf, newSettings, type StackAddress, startStack } from '../support/end-to-end/stack.ts';
import { type AgencyName, agencyNames } from '../support/end-to-end/tokens.ts';
import { Met, notedBy } from './met.ts';
import { openTap, type Tap } from './tap.ts';

/** The stack under attack, with the demo data, and with a rogue operator between the gateway and each subgraph. */
export interface Target extends StackAddress, Callers {
  settings: NodeJS.ProcessEnv;
  taps: Record<AgencyName, Tap>;
  /** The same in front of each agency's channel. */
  channelTaps: Record<AgencyName, Tap>;
  /** The codes of all that was answered to the script under way. */
  met: Met;
  /** An officer of whom nothing was asked before: budgets and limits are of one officer each. */
  newOfficer(agency: AgencyName, role: string): Caller;
  /** The same, and under a mandate of INVESTIGATION for his agency's case. */
  investigating(agency: AgencyName, role: string): Caller;
  /** All that the stack's processes have written on standard error. */
  errors(): string;
  stop(): Promise<void>;
}

export const caseOf = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' } as const;

/** Rounds often enough to wait for, and with the budget of the product: an agency of `npm start` has another one. */
const warnings = Object.fromEntries(
  agencyNames.flatMap((name) =>
    Object.entries({ RHYTHM_MS: '1000', QUOTA: '1000000', BUDGET: '20' }).map(([ending, value]) => [
      `${name.toUpperCase()}_INDICATOR_${ending}`,
      value,
    ]),
  ),
);

/** Starts it as `npm start` does: over an empty directory, or over a copy of the demo data if the run has written them already. */
export async function startTarget(): Promise<Target> {
  const removeBundle = await startFromBundle();
  const settings = await newSettings();
  copyAnySeededData(settings.DATA_DIR ?? '');
  const address = addressOf(settings);
  const taps = { belarus: await openTap(address.belarus), russia: await openTap(address.russia) };
  const channelTaps = { belarus: await openTap(address.belarus), russia: await openTap(address.russia) };
  const urls = {
    BELARUS_URL: taps.belarus.url,
    RUSSIA_URL: taps.russia.url,
    BELARUS_CHANNEL_URL: channelTaps.belarus.channel,
    RUSSIA_CHANNEL_URL: channelTaps.russia.channel,
    // As `npm start` does, and as an attacker who has broken in can.
    CONCORD_RESTART: 'on',
    ...debuggable,
    ...warnings,
  };
  // The limits of the product, not those of tests.
  const limits = Object.keys(ofTests).filter((name) => /^CALLER_|_BUDGET_/.test(name));
  const own = Object.fromEntries(limits.map((name) => [name, undefined]));
  const stack = await startStack({ ...settings, ...urls, ...own });
  const callers = callersOf(address);
  const met = new Met();
  // Scripts ask by `fetch`, be it as a caller of the gateway or past it.
  const { fetch } = globalThis;
  globalThis.fetch = notedBy(met, fetch);
  let officers = 0;
  const newOfficer = (agency: AgencyName, role: string) => {
    officers += 1;
    return callers.as(agency, role, { sub: `${agency}-${role}-attacking-${officers}` });
  };
  return {
    ...address,
    ...callers,
    settings: { ...settings, ...urls },
    taps,
    channelTaps,
    met,
    newOfficer,
    investigating: (agency, role) => newOfficer(agency, role).for('INVESTIGATION', caseOf[agency]),
    errors: stack.process.errors,
    async stop() {
      globalThis.fetch = fetch;
      await stack.remove();
      for (const agency of agencyNames) {
        await taps[agency].close();
        await channelTaps[agency].close();
      }
      await removeBundle();
    },
  };
}
