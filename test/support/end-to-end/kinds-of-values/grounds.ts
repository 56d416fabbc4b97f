import type { AgencyName } from '../tokens.ts';
import type { Content } from './row.ts';

const code = 'Code of Criminal Procedure, Article';

/** A provision of each agency's list for each kind of measure. */
export const grounds: Record<AgencyName, Record<string, string>> = {
  belarus: {
    ARREST: `${code} 126`,
    SEARCH: `${code} 208`,
    SEIZURE: `${code} 209`,
    INTERCEPTION: `${code} 214`,
    SURVEILLANCE: 'Law 307-Z of 15 July 2015 on operational-search activity, Article 18',
    ACCOUNT_FREEZE: `${code} 132`,
    INTERVIEW: `${code} 217`,
    EXTRADITION_REQUEST: 'Minsk Convention of 1993, Article 56',
    SUMMONS: `${code} 216`,
    RESTRAINT: `${code} 120`,
    PROVIDER_ORDER: `${code} 103`,
    NUMBER_BLOCK: `${code} 199`,
    DOMAIN_BLOCK: `${code} 199`,
    ACCOUNT_BLOCK: `${code} 199`,
    WALLET_BLOCK: `${code} 199`,
    CONTROLLED_PURCHASE: 'Law 307-Z of 15 July 2015 on operational-search activity, Article 18',
    TAKEDOWN: `${code} 199`,
    LEGAL_ASSISTANCE_REQUEST: 'Minsk Convention of 1993, Article 6',
    VICTIM_WARNING: `${code} 199`,
  },
  russia: {
    ARREST: `${code} 108`,
    SEARCH: `${code} 182`,
    SEIZURE: `${code} 183`,
    INTERCEPTION: `${code} 186`,
    SURVEILLANCE: 'Federal Law 144-FZ of 12 August 1995, Article 6',
    ACCOUNT_FREEZE: `${code} 115`,
    INTERVIEW: `${code} 189`,
    EXTRADITION_REQUEST: `${code} 460`,
    SUMMONS: `${code} 188`,
    RESTRAINT: `${code} 102`,
    PROVIDER_ORDER: `${code} 186.1`,
    NUMBER_BLOCK: `${code} 158`,
    DOMAIN_BLOCK: `${code} 158`,
    ACCOUNT_BLOCK: `${code} 158`,
    WALLET_BLOCK: `${code} 158`,
    CONTROLLED_PURCHASE: 'Federal Law 144-FZ of 12 August 1995, Article 6',
    TAKEDOWN: `${code} 158`,
    LEGAL_ASSISTANCE_REQUEST: `${code} 453`,
    VICTIM_WARNING: `${code} 158`,
  },
};

/** The same value on a ground of an agency's list, where it is a measure. */
export const onGroundOf = (agency: AgencyName, content: Content): Content =>
  'ground' in content ? { ...content, ground: grounds[agency][String(content.kind)] } : content;
