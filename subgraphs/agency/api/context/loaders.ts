import DataLoader from 'dataloader';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Permissions } from '../../permissions/permissions.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { groupAbroad } from '../../records/group/group-abroad.ts';
import type { SharedRecorder } from '../../records/indicators/widely-shared.ts';
import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import type { Stores } from '../../storage/stores/stores.ts';
import type { Work } from '../work/work.ts';
import { type ByIdLoader, byIdLoader } from './by-id-loader.ts';
import { type DossierLoader, dossierLoader } from './dossier-loader.ts';
import { type GroupLoader, groupLoader } from './group-loader.ts';
import { type HistoryLoader, historyLoader } from './history-loader.ts';
import { type HolderLoader, holderLoader } from './holder-loader.ts';
import { type ReadLoader, readLoader } from './read-loader.ts';
import type { Reads } from './reads.ts';
import type { Schedule } from './schedule.ts';
import { type SharingLoader, sharingLoader } from './sharing-loader.ts';
import type { VisibleDossiers } from './visible-dossiers.ts';

/** The parts of a request that its loaders need. */
export interface LoaderParts {
  stores: Omit<Stores, 'dossiers' | 'matchKeys' | 'cursorKey'>;
  dossiers: VisibleDossiers;
  permissions: Permissions;
  reads: Reads;
  work: Work;
}

/**
 * The loaders of one request. Each is made once it is asked for, since most requests need one or two of them, and lives as long as
 * the request, so nothing that was read for one viewer reaches another.
 */
export class Loaders {
  readonly #parts: LoaderParts;
  readonly #schedule: Schedule;
  #alert: ByIdLoader<AlertRecord> | undefined;
  #check: ByIdLoader<CheckRecord> | undefined;
  #contact: DataLoader<Agency, string | undefined> | undefined;
  #dossier: DossierLoader | undefined;
  #found: DossierLoader | undefined;
  #group: GroupLoader | undefined;
  #history: HistoryLoader | undefined;
  #holders: HolderLoader | undefined;
  #operation: ByIdLoader<OperationRecord> | undefined;
  #reads: ReadLoader | undefined;
  #recorders: DataLoader<string, SharedRecorder[]> | undefined;
  #request: ByIdLoader<RequestRecord> | undefined;
  #sharing: SharingLoader | undefined;

  constructor(parts: LoaderParts) {
    this.#parts = parts;
    this.#schedule = { batchScheduleFn: (read) => parts.work.schedule(read) };
  }

  get alert(): ByIdLoader<AlertRecord> {
    this.#alert ??= byIdLoader(this.#parts.stores.alerts, this.#schedule);
    return this.#alert;
  }

  /** Comparisons of measures, by dossier and measure. */
  get check(): ByIdLoader<CheckRecord> {
    this.#check ??= byIdLoader(this.#parts.stores.checks, this.#schedule);
    return this.#check;
  }

  /** Where officers of other agencies are reached about a conflict of measures. */
  get contact(): DataLoader<Agency, string | undefined> {
    const { contactOf } = this.#parts.stores;
    this.#contact ??= new DataLoader((agencies) => Promise.all(agencies.map(contactOf)), this.#schedule);
    return this.#contact;
  }

  get dossier(): DossierLoader {
    this.#dossier ??= dossierLoader(this.#parts.dossiers.byIds, this.#schedule);
    return this.#dossier;
  }

  /** Finds dossiers without a note that they were read: see `VisibleDossiers.found`. */
  get found(): DossierLoader {
    this.#found ??= dossierLoader(this.#parts.dossiers.found, this.#schedule);
    return this.#found;
  }

  get group(): GroupLoader {
    this.#group ??= this.#groupLoader();
    return this.#group;
  }

  get history(): HistoryLoader {
    this.#history ??= this.#historyLoader();
    return this.#history;
  }

  get holders(): HolderLoader {
    this.#holders ??= holderLoader(this.#parts.stores.sightings, this.#schedule);
    return this.#holders;
  }

  get operation(): ByIdLoader<OperationRecord> {
    this.#operation ??= byIdLoader(this.#parts.stores.operations, this.#schedule);
    return this.#operation;
  }

  get reads(): ReadLoader {
    this.#reads ??= readLoader(this.#parts.stores.reads, this.#schedule);
    return this.#reads;
  }

  /** Those who recorded dossiers with a widely shared value, by its name. */
  get recorders(): DataLoader<string, SharedRecorder[]> {
    this.#recorders ??= this.#recorderLoader();
    return this.#recorders;
  }

  get request(): ByIdLoader<RequestRecord> {
    this.#request ??= byIdLoader(this.#parts.stores.requests, this.#schedule);
    return this.#request;
  }

  get sharing(): SharingLoader {
    this.#sharing ??= sharingLoader(this.#parts.dossiers, this.#schedule);
    return this.#sharing;
  }

  #groupLoader(): GroupLoader {
    const { stores, reads, permissions, work } = this.#parts;
    const byIds = async (ids: readonly string[]) => {
      await work.pause();
      return stores.groups.byIds(ids);
    };
    return groupLoader(
      { byIds },
      reads,
      (group) => (permissions.verdicts.side === 'own' ? group : groupAbroad(group, permissions.openUntil)),
      this.#schedule,
    );
  }

  #historyLoader(): HistoryLoader {
    const { stores, work } = this.#parts;
    const pages: typeof stores.history.pages = async (...asked) => {
      await work.pause();
      return stores.history.pages(...asked);
    };
    return historyLoader({ pages }, this.#schedule);
  }

  #recorderLoader(): DataLoader<string, SharedRecorder[]> {
    const { stores } = this.#parts;
    return new DataLoader(async (indicators) => {
      const found = await stores.widelyShared.recorders(indicators);
      return indicators.map((indicator) => found.get(indicator) ?? []);
    }, this.#schedule);
  }
}
