import { once } from '../../records/dossier/counts.ts';

/** The count of an offer of a joint operation for its officer's day. */
export const countedOffer = { offered: once(20) };
