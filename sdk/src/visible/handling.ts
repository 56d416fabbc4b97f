import type { Agency, InformationClass, Open } from './visible.ts';

/** The restriction under which a field of the answer may be used, as it is in `extensions.handling`. */
export interface Handling {
  /** The field in the schema, such as `RussiaDossier.contacts`. */
  readonly coordinate: string;
  readonly class: Open<InformationClass>;
  readonly owner: Open<Agency>;
  /** H1: not in court, H2: not to be handed on, each without the permission of the owner; H3: as its remark says. */
  readonly handling: Open<'H1' | 'H2' | 'H3'>;
  /** The owner's words on it. */
  readonly remark?: string;
  /** The ids of the dossiers whose field it is about. */
  readonly records: readonly string[];
}
