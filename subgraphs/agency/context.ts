import type { BaseContext } from '@apollo/server';
import type { Authenticated } from '../../identity/from-gateway.ts';
import { type Spending, spendingOf } from './budgets/spending.ts';
import type { BudgetStore } from './budgets/store.ts';
import type { ParkedMessages } from './channel/parked.ts';
import type { ChannelState } from './channel/state.ts';
import type { ComparisonStore } from './comparisons/store.ts';
import { isSeenAbroad } from './countersigning/seen-abroad.ts';
import type { AgencyDefinition } from './definition.ts';
import { type DossierLoader, dossierLoader } from './dossiers/loader.ts';
import type { DossierPart, DossierStore } from './dossiers/store.ts';
import { type VisibleDossiers, visibleDossiers } from './dossiers/visible.ts';
import type { DossierWrites } from './dossiers/writing/store.ts';
import { type GroupLoader, groupLoader } from './groups/loader.ts';
import type { GroupStore } from './groups/store.ts';
import { type HistoryLoader, historyLoader } from './history/loader.ts';
import type { HistoryStore } from './history/store.ts';
import type { HitStore } from './hits/store.ts';
import { type SharingLoader, sharingLoader } from './infrastructure/sharing-loader.ts';
import type { MatchKeys } from './matching/tokens.ts';
import type { NoticeStore } from './notices/store.ts';
import { type Cursors, cursorsOf } from './paging/cursors.ts';
import { type Permissions, permissionsOf } from './permissions/permissions.ts';
import { type Reads, readsOf } from './reads/reading.ts';
import type { ReadStore } from './reads/store.ts';
import type { SuspensionStore } from './suspensions/store.ts';

/** Where the agency's records are read and written. */
export interface Stores {
  dossiers: DossierStore;
  groups: GroupStore;
  history: Pick<HistoryStore, 'pages'>;
  writes: DossierWrites;
  reads: ReadStore;
  hits: HitStore;
  budgets: BudgetStore;
  comparisons: ComparisonStore;
  notices: NoticeStore;
  channel: ChannelState;
  parked: ParkedMessages;
  suspensions: SuspensionStore;
  /** What the tokens in them are under. */
  matchKeys: MatchKeys;
  /** The key that seals the cursors of lists; of 32 bytes. */
  cursorKey: Buffer;
}

/** All that a resolver may use. Loaders live as long as one request, so nothing read for one viewer reaches another. */
export interface RequestContext extends BaseContext, Authenticated {
  requestId: string;
  /** The owner's clock, one moment for the whole request. */
  now: Date;
  permissions: Permissions;
  /** Dossiers are read here and by the loaders, and so only as far as the viewer may know of them. */
  dossiers: VisibleDossiers;
  reads: Reads;
  /** The request's spending from the agency's budgets for others. */
  spending: Spending;
  stores: Omit<Stores, 'dossiers' | 'matchKeys' | 'cursorKey'>;
  /** Good for this viewer and mandate alone. */
  cursors: Cursors;
  matchKeys: MatchKeys;
  loaders: { dossier: DossierLoader; group: GroupLoader; history: HistoryLoader; sharing: SharingLoader };
}

export type ContextOf = (authenticated: Authenticated, requestId: string, now?: Date) => RequestContext;

/** @param definition whose stores they are */
export function requestContexts(
  definition: AgencyDefinition,
  { dossiers, matchKeys, cursorKey, ...stores }: Stores,
): ContextOf {
  const permissionsFor = permissionsOf(definition);
  const spendingFor = spendingOf(definition.agency, stores.budgets);
  return (authenticated, requestId, now = new Date()) => {
    const permissions = permissionsFor(authenticated, now);
    const reads = readsOf(stores.reads, permissions.verdicts.side, { ...authenticated, requestId }, now);
    const spending = spendingFor(permissions.verdicts.side, authenticated, now);
    const note = (dossier: DossierPart, alias?: string) => {
      reads.note(dossier);
      spending.told(dossier._id, alias);
    };
    const visible = visibleDossiers(dossiers, definition.agency, authenticated.viewer, permissions, {
      ...spending,
      note,
    });
    return {
      ...authenticated,
      requestId,
      now,
      permissions,
      dossiers: visible,
      reads,
      spending,
      stores,
      matchKeys,
      cursors: cursorsOf(cursorKey, authenticated),
      loaders: {
        dossier: dossierLoader(visible),
        group: groupLoader(
          stores.groups,
          reads,
          ({ provenance }) =>
            permissions.verdicts.side === 'own' || isSeenAbroad(provenance, permissions.openUntil),
        ),
        history: historyLoader(stores.history),
        sharing: sharingLoader(visible),
      },
    };
  };
}
