import type { KeptReceipts } from './kept-receipts.ts';

/** The parts of a cache that were saved, by their keys; undefined for one that is taken out. */
export type SavedEntries = Record<string, string | undefined>;

/** The storage of a saved cache, as graphcache's `StorageAdapter` is. */
export interface CacheStorage {
  readData(): Promise<SavedEntries>;
  writeData(changed: SavedEntries): Promise<unknown>;
  /** Actions that wait for the network. */
  readMetadata?(): Promise<unknown>;
}

/** The key of what is kept beside the answers; graphcache's own have a dot in them. */
const key = 'concord';

interface Mark {
  readonly mandate: string;
  readonly receipts: string;
}

/** Whatever is no mark says of no mandate. */
function markIn(saved: string | undefined): Mark | undefined {
  try {
    return saved === undefined ? undefined : (JSON.parse(saved) as Mark);
  } catch {
    return undefined;
  }
}

/**
 * A storage that keeps the receipts beside the answers. What was saved under another mandate, or under one that is not known, is taken out,
 * and so are the actions that waited: they would be taken under this one.
 */
export function markedStorage<Storage extends CacheStorage>(
  storage: Storage,
  mandate: string,
  kept: KeptReceipts,
): Storage {
  let isOwn: Promise<boolean> | undefined;
  let entries: SavedEntries = {};

  async function claim(): Promise<boolean> {
    const { [key]: saved, ...rest } = (await storage.readData()) ?? {};
    const mark = markIn(saved);
    if (mark?.mandate === mandate) {
      kept.restore(mark.receipts);
      entries = rest;
      return true;
    }
    const none = Object.keys(rest).map((name): [string, undefined] => [name, undefined]);
    await storage.writeData({ ...Object.fromEntries(none), [key]: undefined });
    return false;
  }
  const claimed = () => {
    isOwn ??= claim();
    return isOwn;
  };

  const own: CacheStorage = {
    async readData() {
      await claimed();
      return entries;
    },
    writeData(changed) {
      const mark: Mark = { mandate, receipts: kept.saved() };
      return storage.writeData({ ...changed, [key]: JSON.stringify(mark) });
    },
    ...(storage.readMetadata && {
      readMetadata: async () => ((await claimed()) ? storage.readMetadata?.() : null),
    }),
  };
  return new Proxy(storage, {
    get(target, name) {
      const value = name in own ? own[name as keyof CacheStorage] : Reflect.get(target, name);
      return typeof value === 'function' && !(name in own) ? value.bind(target) : value;
    },
  });
}
