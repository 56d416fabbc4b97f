import type { BaseContext } from '@apollo/server';
import DataLoader from 'dataloader';
import type { Authenticated } from '../../../../identity/authenticate-fetch.ts';
import { officerKey } from '../../../../terms/viewer.ts';
import type { MatchKeys } from '../../matching/tokens.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { type Permissions, permissionsOf } from '../../permissions/permissions.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { isSeenAbroad } from '../../records/dossier/countersigning/seen-abroad.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import type { SharedRecorder } from '../../records/indicators/widely-shared.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import type { Stores } from '../../storage/stores/stores.ts';
import { type Cursors, cursorsOf } from '../paging/cursors.ts';
import { Work } from '../work/work.ts';
import { WorkOfProcess } from '../work/work-of-process.ts';
import { type ByIdLoader, byIdLoader } from './by-id-loader.ts';
import { type DossierLoader, dossierLoader } from './dossier-loader.ts';
import { type GroupLoader, groupLoader } from './group-loader.ts';
import { type HistoryLoader, historyLoader } from './history-loader.ts';
import { type HolderLoader, holderLoader } from './holder-loader.ts';
import { type ReadLoader, readLoader } from './read-loader.ts';
import { type Reads, readsOf } from './reads.ts';
import { type SharingLoader, sharingLoader } from './sharing-loader.ts';
import { type Spending, spendingOf } from './spending.ts';
import { type VisibleDossiers, visibleDossiers } from './visible-dossiers.ts';

/** The means of a resolver. Loaders live as long as one request, so nothing read for one viewer reaches another. */
export interface RequestContext extends BaseContext, Authenticated {
  requestId: string;
  /** The owner's clock, one moment for the whole request. */
  now: Date;
  permissions: Permissions;
  /** Dossiers are read here and by the loaders, and so only as far as the viewer may know of them. */
  dossiers: VisibleDossiers;
  reads: Reads;
  /** Counts what the request makes, and stops it where it is too much or for nobody. */
  work: Work;
  /** The request's spending from the agency's budgets for others. */
  spending: Spending;
  stores: Omit<Stores, 'dossiers' | 'matchKeys' | 'cursorKey'>;
  /** Good for this viewer and mandate alone. */
  cursors: Cursors;
  matchKeys: MatchKeys;
  loaders: {
    alert: ByIdLoader<AlertRecord>;
    dossier: DossierLoader;
    /** Finds dossiers without a note that they were read: see `VisibleDossiers.found`. */
    found: DossierLoader;
    group: GroupLoader;
    history: HistoryLoader;
    holders: HolderLoader;
    reads: ReadLoader;
    /** Those who recorded dossiers with a widely shared value, by its name. */
    recorders: DataLoader<string, SharedRecorder[]>;
    request: ByIdLoader<RequestRecord>;
    sharing: SharingLoader;
  };
}

export type ContextOf = (authenticated: Authenticated, requestId: string, now?: Date) => RequestContext;

/** @param definition whose stores they are */
export function requestContexts(
  definition: AgencyDefinition,
  { dossiers, matchKeys, cursorKey, ...stores }: Stores,
): ContextOf {
  const permissionsFor = permissionsOf(definition);
  const spendingFor = spendingOf(definition.agency, stores.budgets);
  const ofProcess = new WorkOfProcess();
  return (authenticated, requestId, now = new Date()) => {
    const permissions = permissionsFor(authenticated, now);
    const reads = readsOf(stores.reads, permissions.verdicts.side, { ...authenticated, requestId }, now);
    const spending = spendingFor(permissions.verdicts.side, authenticated, now);
    const note = (dossier: DossierPart, alias?: string) => {
      reads.note(dossier);
      spending.count(dossier._id, alias);
    };
    const work = new Work({ owner: definition.agency, officer: officerKey(authenticated.viewer), ofProcess });
    const pause = () => work.pause();
    const schedule = { batchScheduleFn: (read: () => void) => work.schedule(read) };
    const telling = { ...spending, note };
    const visible = visibleDossiers(
      dossiers,
      definition.agency,
      authenticated.viewer,
      permissions,
      telling,
      pause,
    );
    return {
      ...authenticated,
      requestId,
      now,
      permissions,
      dossiers: visible,
      reads,
      work,
      spending,
      stores,
      matchKeys,
      cursors: cursorsOf(cursorKey, authenticated),
      loaders: {
        alert: byIdLoader(stores.alerts, schedule),
        dossier: dossierLoader(visible.byIds, schedule),
        found: dossierLoader(visible.found, schedule),
        group: groupLoader(
          {
            byIds: async (ids) => {
              await pause();
              return stores.groups.byIds(ids);
            },
          },
          reads,
          ({ provenance }) =>
            permissions.verdicts.side === 'own' || isSeenAbroad(provenance, permissions.openUntil),
          schedule,
        ),
        history: historyLoader(
          {
            pages: async (...asked) => {
              await pause();
              return stores.history.pages(...asked);
            },
          },
          schedule,
        ),
        holders: holderLoader(stores.sightings, schedule),
        reads: readLoader(stores.reads, schedule),
        recorders: new DataLoader(async (indicators) => {
          const found = await stores.widelyShared.recorders(indicators);
          return indicators.map((indicator) => found.get(indicator) ?? []);
        }, schedule),
        request: byIdLoader(stores.requests, schedule),
        sharing: sharingLoader(visible, schedule),
      },
    };
  };
}
