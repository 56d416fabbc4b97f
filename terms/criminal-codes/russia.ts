import type { Article } from './article.ts';

/** Federal Law 63-FZ of 13 June 1996, the Criminal Code, has been in force since this day. */
const codeInForce = '1997-01-01';
/** Federal Law 207-FZ of 29 November 2012 split fraud into 159.1 to 159.6; day of entry into force not confirmed. */
const fraudSplit = '2012-12-10';
/** Federal Law 176-FZ of 24 June 2025 added parts 3 to 6 to article 187, on those who lend or deal in accounts. */
const muleParts = '2025-07-05';
/** Articles 274.3 to 274.5 on gateways, numbers and accounts lent to others. */
const gatewayArticles = '2025-09-01';

/**
 * The articles of Russia's Criminal Code that may be recorded. Extortion and theft are punished from 14 (Article 20, not
 * confirmed), all else from 16. Of theft, only part 3 point (g), from an account or of electronic money, is on the list.
 */
export const criminalCode: readonly Article[] = [
  {
    // Added by Federal Law 111-FZ of 23 April 2018; day of entry into force not confirmed.
    code: '158(3)(g)',
    title: 'Theft from a bank account or of electronic money',
    conduct: 'THEFT_BY_COMPUTER',
    minimumAge: 14,
    validFrom: '2018-05-04',
    confirmed: false,
  },
  {
    code: '159',
    title: 'Fraud by deceit or abuse of trust',
    conduct: 'FRAUD',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '159.3',
    title: 'Fraud with electronic means of payment',
    conduct: 'FRAUD',
    minimumAge: 16,
    validFrom: fraudSplit,
    confirmed: true,
  },
  {
    code: '159.6',
    title: 'Fraud in the field of computer information',
    conduct: 'THEFT_BY_COMPUTER',
    minimumAge: 16,
    validFrom: fraudSplit,
    confirmed: true,
  },
  {
    code: '163',
    title: 'Extortion',
    conduct: 'EXTORTION',
    minimumAge: 14,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '174',
    title: 'Laundering of what others gained by crime',
    conduct: 'LAUNDERING',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    // Added by Federal Law 121-FZ of 7 August 2001; day of entry into force not confirmed.
    code: '174.1',
    title: 'Laundering of what the person gained by his own crime',
    conduct: 'LAUNDERING',
    minimumAge: 16,
    validFrom: '2002-02-01',
    confirmed: false,
  },
  {
    code: '187',
    title: 'Illegal circulation of means of payment',
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '187(3)',
    title: 'Handing over one’s own means of payment, or access to it, for unlawful operations',
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '187(4)',
    title: 'Unlawful operations with one’s own means of payment on another’s instruction',
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '187(5)',
    title: 'Acquiring or passing on another’s means of payment, or access to it',
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '187(6)',
    title: 'Unlawful operations with another’s means of payment',
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '210',
    title: 'Organising or taking part in a criminal community',
    conduct: 'ORGANISED_GROUP',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '272',
    title: 'Unlawful access that destroys, blocks, modifies or copies computer information',
    conduct: 'UNLAWFUL_ACCESS',
    alsoConducts: ['DATA_INTERFERENCE', 'DATA_TAKING'],
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    // Added by Federal Law 421-FZ of 30 November 2024.
    code: '272.1',
    title: 'Illegal use, passing on, collecting or storing of personal data held as computer information',
    conduct: 'DATA_TAKING',
    minimumAge: 16,
    validFrom: '2024-12-11',
    confirmed: false,
  },
  {
    code: '273',
    title: 'Creating, using or spreading malicious programs',
    conduct: 'MALWARE',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '274',
    title: 'Breach of the rules for operating storage, processing or transmission of computer information',
    conduct: 'OPERATING_RULES',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    // Added by Federal Law 194-FZ of 26 July 2017; day of entry into force not confirmed.
    code: '274.1',
    title: 'Unlawful influence on critical information infrastructure',
    conduct: 'DATA_INTERFERENCE',
    minimumAge: 16,
    validFrom: '2018-01-01',
    confirmed: true,
  },
  {
    code: '274.3',
    title: 'Illegal use of a subscriber terminal for passing traffic (GSM gateway, SIM box)',
    conduct: 'GSM_GATEWAY',
    minimumAge: 16,
    validFrom: gatewayArticles,
    confirmed: true,
  },
  {
    code: '274.4',
    title: 'Organising the transfer of subscriber numbers to others',
    conduct: 'GSM_GATEWAY',
    minimumAge: 16,
    validFrom: gatewayArticles,
    confirmed: true,
  },
  {
    code: '274.5',
    title: 'Organising the transfer of what is needed to register or log in with another’s account',
    conduct: 'GSM_GATEWAY',
    minimumAge: 16,
    validFrom: gatewayArticles,
    confirmed: true,
  },
];
