import { type Agency, ownerOf } from '../../../../terms/agencies.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { allOf } from '../../permissions/all-of.ts';
import { type Filter, gateFields } from '../../permissions/by-record.ts';
import { mayAct } from '../../permissions/may-act.ts';
import type { Permissions } from '../../permissions/permissions.ts';
import { partSeenAbroad, seenAbroadFilter } from '../../records/dossier/countersigning/seen-abroad.ts';
import type { DossierChoice, RecordedPlace } from '../../records/dossier/dossier-choice.ts';
import type { DossierField, DossierPart, DossierPath } from '../../records/dossier/dossier-part.ts';
import { releasedFilter } from '../../records/dossier/release.ts';
import type { DossierStore, SharingPage, SharingPath } from '../../storage/stores/dossier-store.ts';
import type { Pause } from '../../storage/stores/find-stored.ts';
import type { Spending } from './spending.ts';

/** The class of what a dossier says by naming a shared thing. */
export const classOfPath: Record<SharingPath, InformationClass> = {
  'instruments.node': 'FINANCIAL',
  'infrastructure.node': 'TECHNICAL',
  'memberships.group': 'CASE',
};

/**
 * The agency's dossiers as one viewer may know of them: the one way by which a dossier comes into an answer. What the
 * viewer may not know of is left out in the database, before anything is counted or cut to a page.
 */
export interface VisibleDossiers {
  /**
   * The dossiers of these ids: own ids as they are, another agency's ids by the confirmed link that names them.
   * @returns by the ids that were asked; what is not visible is missing, as what does not exist
   */
  byIds(ids: readonly string[], fields: readonly DossierField[]): Promise<Map<string, DossierPart>>;
  /** The same, to decide if the viewer is told of them at all. None of them is on record as read until `told` says so. */
  found(ids: readonly string[], fields: readonly DossierField[]): Promise<Map<string, DossierPart>>;
  /** Notes that the viewer is told of dossiers that were found. */
  told(...dossiers: readonly DossierPart[]): void;
  /** At most one more than `first`, which tells that there is another page, in the order of their ids. */
  page(after: string | undefined, first: number, fields: readonly DossierField[]): Promise<DossierPart[]>;
  /**
   * At most one more than `first` of the dossiers of a choice, in the order in which they were recorded.
   * @param classes of what they are chosen by: only dossiers of which the viewer may read them are looked at
   */
  chosen(
    choice: DossierChoice,
    classes: readonly InformationClass[],
    part: { after: RecordedPlace | undefined; first: number },
    fields: readonly DossierField[],
  ): Promise<DossierPart[]>;
  /** A page as the first, of those that another agency was given: any other for the owner's viewers, the viewer's own for others. */
  released(after: string | undefined, first: number, fields: readonly DossierField[]): Promise<DossierPart[]>;
  /**
   * Those that share a token with what is searched for, each once: at most `limit` dossiers that the viewer may see and, for another
   * agency's viewer, as many of those of which they are told at most by a hit. By the class that the tokens are of.
   */
  comparable(
    tokens: ReadonlyMap<InformationClass, readonly number[]>,
    fields: readonly DossierPath[],
    limit: number,
  ): AsyncIterable<DossierPart>;
  /**
   * More of some dossiers that were found so, as far as they still are such as may be compared. For another agency's viewer the
   * database is asked even where there are none, so that the time of an answer does not say whether some came so far.
   */
  compared(ids: readonly string[], fields: readonly DossierPath[]): AsyncIterable<DossierPart>;
  /** The ids of a page of dossiers for each shared thing; only those that show it to this viewer. */
  sharing<Page extends SharingPage>(path: SharingPath, pages: readonly Page[]): Promise<Map<Page, string[]>>;
}

/** The classes whose tokens lead to dossiers of which a viewer is told at most by a hit: names, dates and documents. */
const leadsToHits = (of: InformationClass): boolean => of === 'IDENTITY' || of === 'OPEN';

/** Dossiers that are read at a time of those that are compared. */
const mostAtOnce = 500;

/** The duties of whoever tells of dossiers: budgets before they are looked up, and a note of each that an answer tells of. */
export interface Telling extends Pick<Spending, 'ids' | 'page'> {
  note(dossier: DossierPart, alias?: string): void;
}

interface Matching {
  store: DossierStore;
  permissions: Permissions;
  pause: Pause;
}

interface AskedTokens {
  tokens: Parameters<VisibleDossiers['comparable']>[0];
  wanted: readonly DossierPath[];
  limit: number;
}

/** Dossiers that have any of some tokens of the classes by which the viewer may be led to one. */
async function* matchingIn(
  { store, permissions, pause }: Matching,
  asked: AskedTokens,
  filterOf: Permissions['filterOf'],
): AsyncIterable<DossierPart> {
  const lookups = [...asked.tokens].flatMap(([informationClass, tokens]) => {
    const filter = filterOf(informationClass);
    return filter && tokens.length > 0 ? [{ tokens, filter }] : [];
  });
  const withUnsigned = permissions.verdicts.side === 'own' || permissions.openUntil !== undefined;
  for await (const dossier of store.matching(lookups, asked.wanted, asked.limit, withUnsigned)) {
    await pause();
    yield dossier;
  }
}

/** Dossiers to compare a person with: of those that a viewer from abroad may not see, what leads to a hit at most. */
async function* comparableIn(
  parts: Matching & { seen: (dossiers: DossierPart[]) => DossierPart[] },
  asked: AskedTokens,
): AsyncIterable<DossierPart> {
  const { permissions, seen } = parts;
  const matching = (filterOf: Permissions['filterOf']) => matchingIn(parts, asked, filterOf);
  if (permissions.verdicts.side === 'own') return yield* matching(permissions.filterOf);
  // Of these a number or a thing counts for nothing where they may not read it, and so leads to none.
  const hits = (of: InformationClass) =>
    leadsToHits(of) ? permissions.searchGate : permissions.filterOf(of);
  const found = new Set<string>();
  for await (const dossier of matching(hits)) {
    found.add(dossier._id);
    yield* seen([dossier]);
  }
  if (found.size < asked.limit) return;
  // All that they may see are among those, unless there are too many: however many they may not see, these displace none that they may.
  for await (const dossier of matching(permissions.filterOf))
    if (!found.has(dossier._id)) yield* seen([dossier]);
}

/** @param pause lets others have their turn, and throws where the request was stopped: nothing more is read for it then */
export function visibleDossiers(
  store: DossierStore,
  owner: Agency,
  viewer: { agency: Agency },
  permissions: Permissions,
  telling: Telling,
  pause: Pause,
): VisibleDossiers {
  const { gate, decidingFields, verdicts } = permissions;
  const isReleasing = mayAct(verdicts.side, verdicts.roles, 'readReleasing');
  const withDeciding = <Path extends DossierPath>(fields: readonly Path[]) => [
    ...new Set([...fields, ...decidingFields]),
  ];
  const { openUntil } = permissions;
  /** Dossiers come out of the database by the values that this viewer may know of, and here without the others. */
  const seen = (dossiers: DossierPart[]) =>
    verdicts.side === 'own' ? dossiers : dossiers.map((dossier) => partSeenAbroad(dossier, openUntil));
  const noted = (dossiers: readonly DossierPart[]) => {
    for (const dossier of dossiers) telling.note(dossier);
  };
  const pageOf: (...page: [...Parameters<VisibleDossiers['page']>, Filter]) => Promise<DossierPart[]> =
    async (after, first, fields, filter) => {
      if (gate === undefined) return [];
      await telling.page(first);
      const found = await store.page(after, first + 1, withDeciding(fields), { ...filter, ...gate }, pause);
      noted(found.slice(0, first));
      return seen(found);
    };
  const found: VisibleDossiers['found'] = async (ids, fields) => {
    const asked = [...new Set(ids)];
    const own = new Set(asked.filter((id) => ownerOf(id) === owner));
    const foreign = new Set(asked.filter((id) => ownerOf(id) !== owner));
    if (gate === undefined || asked.length === 0) return new Map();
    await pause();
    await telling.ids(asked);
    const wanted = { own: [...own], foreign: [...foreign] };
    const byId = new Map<string, DossierPart>();
    for (const dossier of seen(await store.byIds(wanted, withDeciding(fields), gate, pause))) {
      if (own.has(dossier._id)) byId.set(dossier._id, dossier);
      for (const id of dossier.samePersonAs ?? []) if (foreign.has(id)) byId.set(id, dossier);
    }
    return byId;
  };
  return {
    found,
    told: (...dossiers) => void noted(dossiers),
    async byIds(ids, fields) {
      const byId = await found(ids, fields);
      for (const [id, dossier] of byId) telling.note(dossier, ...(id === dossier._id ? [] : [id]));
      return byId;
    },
    page: (after, first, fields) => pageOf(after, first, fields, {}),
    async chosen(choice, classes, { after, first }, fields) {
      const filters = classes.map(permissions.filterOf);
      if (gate === undefined || filters.includes(undefined)) return [];
      // Several classes of which the case decides have one filter, once.
      const each = new Map([gate, ...filters].map((filter = {}) => [JSON.stringify(filter), filter]));
      const readable = allOf(...each.values());
      await telling.page(first);
      const part = { after, limit: first + 1 };
      const found = await store.chosen(choice, part, withDeciding(fields), readable, pause);
      noted(found.slice(0, first));
      return seen(found);
    },
    released: (after, first, fields) =>
      pageOf(after, first, fields, releasedFilter(owner, viewer.agency, isReleasing)),
    comparable(tokens, fields, limit) {
      const wanted = [...new Set([...withDeciding(fields), ...gateFields])];
      return comparableIn({ store, permissions, pause, seen }, { tokens, wanted, limit });
    },
    async *compared(ids, fields) {
      const filter = verdicts.side === 'own' ? gate : permissions.searchGate;
      if (filter === undefined || (ids.length === 0 && verdicts.side === 'own')) return;
      const wanted = [...new Set([...withDeciding(fields), ...gateFields])];
      for (let from = 0; from === 0 || from < ids.length; from += mostAtOnce) {
        const own = ids.slice(from, from + mostAtOnce);
        yield* seen(await store.byIds({ own, foreign: [] }, wanted, filter, pause));
      }
    },
    async sharing(path, pages) {
      const filter = permissions.filterOf(classOfPath[path]);
      if (filter === undefined) return new Map();
      await pause();
      return store.sharing(path, pages, filter, verdicts.side === 'own' ? {} : seenAbroadFilter(openUntil));
    },
  };
}
