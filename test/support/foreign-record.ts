import { isDossierId } from '../../terms/agencies.ts';

/** The input by which a link names the other agency's record: a dossier, or else a hit. */
export const foreignRecord = (name: string): { dossier: string } | { hit: string } =>
  isDossierId(name) ? { dossier: name } : { hit: name };
