import type { Agency } from '../../../../terms/agencies.ts';

/** Another agency, as messages are sent to it. */
export interface Peer {
  agency: Agency;
  url: URL;
}
