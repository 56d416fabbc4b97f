import type { Measure } from '../../../subgraphs/agency/records/values/measures.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';

export type MeasureKind = Measure['kind'];

const [code, minsk] = ['Code of Criminal Procedure, Article', 'Minsk Convention of 1993, Article'];
const search: Record<DemoAgency, string> = {
  BELARUS: 'Law 307-Z of 15 July 2015 on operational-search activity, Article 18',
  RUSSIA: 'Federal Law 144-FZ of 12 August 1995, Article 6',
};

/** On what each measure stands, by citations of the agencies' lists of provisions: the article of Belarus, then that of Russia. */
const articles: Record<MeasureKind, readonly [belarus: string, russia: string]> = {
  ARREST: [`${code} 126`, `${code} 108`],
  SEARCH: [`${code} 208`, `${code} 182`],
  SEIZURE: [`${code} 209`, `${code} 183`],
  INTERCEPTION: [`${code} 214`, `${code} 186`],
  SURVEILLANCE: [search.BELARUS, search.RUSSIA],
  ACCOUNT_FREEZE: [`${code} 132`, `${code} 115`],
  INTERVIEW: [`${code} 217`, `${code} 189`],
  EXTRADITION_REQUEST: [`${minsk} 56`, `${code} 460`],
  SUMMONS: [`${code} 216`, `${code} 188`],
  RESTRAINT: [`${code} 120`, `${code} 102`],
  PROVIDER_ORDER: [`${code} 103`, `${code} 186.1`],
  NUMBER_BLOCK: [`${code} 199`, `${code} 158`],
  DOMAIN_BLOCK: [`${code} 199`, `${code} 158`],
  ACCOUNT_BLOCK: [`${code} 199`, `${code} 158`],
  WALLET_BLOCK: [`${code} 199`, `${code} 158`],
  CONTROLLED_PURCHASE: [search.BELARUS, search.RUSSIA],
  TAKEDOWN: [`${code} 199`, `${code} 158`],
  LEGAL_ASSISTANCE_REQUEST: [`${minsk} 6`, `${code} 453`],
  VICTIM_WARNING: [`${code} 199`, `${code} 158`],
  OTHER: [`${code} 120`, `${code} 102`],
};

export const groundOf = (agency: DemoAgency, kind: MeasureKind): string =>
  articles[kind][agency === 'BELARUS' ? 0 : 1];
