import { randomUUID } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { callerError } from '../../../../server/errors.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { BudgetScope } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';
import type { Viewer } from '../../../../terms/viewer.ts';
import type { Side } from '../../permissions/policy.ts';
import { accountsOf, renewalOf } from '../../records/budgets/budget-record.ts';
import type { SeriesOfQuestion } from '../../records/budgets/series.ts';
import type { BudgetStore, Wanted } from '../../storage/stores/budget-store.ts';

/** The persons that an answer may tell of at most, and the guesses that came before it in its longest series. */
export interface Granted {
  most: number;
  nearest: number;
}

/** A budget that is spent: the time at which it renews, and the refusal that says so. */
export interface Spent {
  renewsAt: string;
  refusal: GraphQLError;
}

/**
 * One request's share of the owner's budgets. Each of its methods is called before anything is looked up, so that neither a
 * refusal nor what is left says anything of what there is; persons are counted when an answer has told of them.
 */
export interface Spending {
  /**
   * A search: `searches` is what it counts for at least, `near` how many of these nearly repeat others, and `series` what it tries.
   */
  search(
    price: { searches: number; near: number; series: SeriesOfQuestion },
    mostPersons: number,
  ): Promise<Granted | Spent>;
  /** Dossiers by ids. @throws QUOTA_SPENT when as many new ones are not left */
  ids(ids: readonly string[]): Promise<void>;
  /** A page of a list. @throws QUOTA_SPENT when fewer are left */
  page(size: number): Promise<void>;
  /** A dossier that the answer tells of, by another id where it was asked for by that. */
  count(dossier: string, alias?: string): void;
  /** Puts down what was told; whoever answers waits for it. */
  settle(): Promise<void>;
}

const free: Spending = {
  search: (_price, mostPersons) => Promise.resolve({ most: mostPersons, nearest: 0 }),
  ids: () => Promise.resolve(),
  page: () => Promise.resolve(),
  count: () => undefined,
  settle: () => Promise.resolve(),
};

const whose: Record<BudgetScope, (agency: Agency) => string> = {
  OFFICER: () => 'an officer',
  CASE: () => 'a case',
  AGENCY: (agency) => `all officers of ${agency}`,
};

/**
 * Most accounts and ids to remember. A viewer who reads a profile again and again reads one person, and costs the
 * database nothing to count.
 */
const mostRemembered = { accounts: 1_000, ids: 5_000 } as const;

/** Makes what requests spend, over the budgets of one owner. */
export function spendingOf(owner: Agency, budgets: BudgetStore) {
  /** Ids that this process has paid for, whatever came of them, by the budgets that paid. */
  const remembered = new LRUCache<string, Set<string>>({ max: mostRemembered.accounts });

  return (side: Side, { viewer, mandate }: { viewer: Viewer; mandate: Mandate }, now: Date): Spending => {
    // An agency's own officers are its own affair.
    if (side === 'own') return free;
    const accounts = accountsOf(viewer, mandate, now);
    const key = accounts.map(({ _id }) => _id).join('\n');
    const hold = randomUUID();
    const asked = new Set<string>();
    const persons = new Set<string>();
    const aliases = new Set<string>();
    let isHeld = false;

    async function take(wanted: Partial<Wanted>): Promise<Granted | Spent> {
      const nothing = { searches: 0, near: 0, ids: [], persons: 0, isPartial: false };
      const taken = await budgets.take(accounts, { hold, ...nothing, ...wanted }, now);
      if ('granted' in taken) {
        isHeld = true;
        return { most: taken.granted, nearest: taken.nearest };
      }
      const renewsAt = renewalOf(now).toISOString();
      const refusal = callerError(
        'QUOTA_SPENT',
        `${owner} has reached its daily limit for ${whose[taken.spent](viewer.agency)}, or would with this answer. Ask for less at once, or again after ${renewsAt}.`,
        { agency: owner, renewsAt },
      );
      return { renewsAt, refusal };
    }

    async function takeOrRefuse(wanted: Partial<Wanted>): Promise<void> {
      const taken = await take(wanted);
      if ('refusal' in taken) throw taken.refusal;
    }

    return {
      search: (price, mostPersons) => take({ ...price, persons: mostPersons, isPartial: true }),
      async ids(ids) {
        const known = remembered.get(key);
        const unknown = ids.filter((id) => !known?.has(id));
        if (unknown.length > 0) await takeOrRefuse({ ids: unknown });
        for (const id of unknown) asked.add(id);
      },
      page: (size) => takeOrRefuse({ persons: size }),
      count(dossier, alias) {
        persons.add(dossier);
        if (alias !== undefined) aliases.add(alias);
      },
      async settle() {
        const known = remembered.get(key) ?? new Set();
        // One that was asked for before, and has been released since.
        const isNew = [...persons].some((id) => !known.has(id));
        if (!isHeld && !isNew) return;
        isHeld = false;
        await budgets.settle(accounts, hold, { persons: [...persons], aliases: [...aliases] });
        for (const id of [...persons, ...aliases, ...asked])
          if (known.size < mostRemembered.ids) known.add(id);
        remembered.set(key, known);
      },
    };
  };
}
