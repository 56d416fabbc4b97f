import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import type { IndicatorState } from '../../../subgraphs/agency/records/indicators/indicator-record.ts';
import type { Agency } from '../../../terms/agencies.ts';

/** Something that is stored of an identifier: how far its token has come, or an alert. */
export type Stored = IndicatorState | 'ALERT';

interface Change {
  operationType: string;
  ns: { coll: string };
  documentKey: { _id: string };
  fullDocument?: { indicator?: string; state?: IndicatorState };
  updateDescription?: { updatedFields?: { state?: IndicatorState } };
}

/** Hears from agencies' servers what is stored of identifiers, and when, on this process's clock. */
export class AlertWatch {
  readonly #times = new Map<string, number>();
  readonly #streams: { close(): Promise<void> }[] = [];

  /** Hears of what an agency stores from now on. */
  watch(agency: Agency, { background }: Pick<OpenedAgency, 'background'>): void {
    const { db } = background;
    if (!db) throw new Error('the database is not open');
    const indicators = new Map<string, string>();
    const stream = db.watch([
      {
        $match: {
          'ns.coll': { $in: ['alerts', 'indicators'] },
          operationType: { $in: ['insert', 'update'] },
        },
      },
    ]);
    this.#streams.push(stream);
    stream.on('change', (change: unknown) => {
      const { operationType, ns, documentKey, fullDocument, updateDescription } = change as Change;
      const name = documentKey._id;
      if (operationType === 'insert' && fullDocument?.indicator !== undefined)
        indicators.set(name, fullDocument.indicator);
      const indicator = indicators.get(name);
      if (indicator === undefined) return;
      if (ns.coll === 'alerts') {
        if (operationType === 'insert') this.#note(agency, indicator, 'ALERT');
        return;
      }
      const state = fullDocument?.state ?? updateDescription?.updatedFields?.state;
      if (state) this.#note(agency, indicator, state);
    });
  }

  #note(agency: Agency, indicator: string, stored: Stored): void {
    const key = `${agency} ${indicator} ${stored}`;
    if (!this.#times.has(key)) this.#times.set(key, performance.now());
  }

  /** Milliseconds of `performance.now()` at which it was stored first; undefined while it is not. */
  timeOf(agency: Agency, indicator: string, stored: Stored): number | undefined {
    return this.#times.get(`${agency} ${indicator} ${stored}`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#streams.map((each) => each.close()));
  }
}
