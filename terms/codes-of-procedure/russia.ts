import { conventions } from './conventions.ts';
import { articlesOf, type Provision } from './provision.ts';

/** Federal Law 174-FZ of 18 December 2001, the Code of Criminal Procedure; day of entry into force not confirmed. */
const codeInForce = '2002-07-01';

/**
 * The provisions that a measure of Russia's agency may stand on. Those marked as confirmed were compared with published texts of the
 * code; the rest, and each `validFrom`, is to be checked before use.
 */
export const codeOfProcedure: readonly Provision[] = [
  ...articlesOf('Code of Criminal Procedure', { validFrom: codeInForce }, [
    { article: '91', title: 'Grounds for detaining a suspect', measures: ['ARREST'], confirmed: true },
    {
      article: '102',
      title: 'Written undertaking not to leave and of proper conduct',
      measures: ['OTHER'],
      confirmed: true,
    },
    { article: '103', title: 'Personal surety', measures: ['OTHER'], confirmed: false },
    {
      // Added by Federal Law 72-FZ of 18 April 2018.
      article: '105.1',
      title: 'Prohibition of certain actions',
      measures: ['OTHER'],
      validFrom: '2018-04-29',
      confirmed: false,
    },
    { article: '106', title: 'Bail', measures: ['OTHER'], confirmed: false },
    { article: '107', title: 'House arrest', measures: ['ARREST', 'OTHER'], confirmed: false },
    { article: '108', title: 'Custody', measures: ['ARREST'], confirmed: true },
    { article: '112', title: 'Obligation to appear', measures: ['OTHER'], confirmed: false },
    { article: '113', title: 'Compelled appearance', measures: ['INTERVIEW', 'OTHER'], confirmed: false },
    { article: '114', title: 'Temporary suspension from office', measures: ['OTHER'], confirmed: false },
    {
      article: '115',
      title: 'Attachment of property',
      measures: ['ACCOUNT_FREEZE', 'OTHER'],
      confirmed: true,
    },
    {
      article: '116',
      title: 'Attachment of securities',
      measures: ['ACCOUNT_FREEZE', 'OTHER'],
      confirmed: false,
    },
    {
      // Added by Federal Law 533-FZ of 27 December 2018; day of entry into force not confirmed.
      article: '164.1',
      title: 'Taking electronic media and copying information from them',
      measures: ['SEARCH', 'SEIZURE'],
      validFrom: '2019-01-08',
      confirmed: false,
    },
    {
      article: '176',
      title: 'Grounds for an inspection',
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '177',
      title: 'Procedure of an inspection',
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    { article: '182', title: 'Grounds and procedure of a search', measures: ['SEARCH'], confirmed: true },
    { article: '183', title: 'Grounds and procedure of a seizure', measures: ['SEIZURE'], confirmed: true },
    { article: '184', title: 'Search of a person', measures: ['SEARCH'], confirmed: false },
    {
      article: '185',
      title: 'Arrest, inspection and seizure of postal and other messages',
      measures: ['SEIZURE', 'INTERCEPTION'],
      confirmed: false,
    },
    {
      article: '186',
      title: 'Monitoring and recording of conversations',
      measures: ['INTERCEPTION'],
      confirmed: true,
    },
    {
      // Added by Federal Law 143-FZ of 1 July 2010; day of entry into force not confirmed.
      article: '186.1',
      title: 'Obtaining information on connections between subscribers',
      measures: ['INTERCEPTION', 'OTHER'],
      validFrom: '2010-07-13',
      confirmed: true,
    },
    { article: '189', title: 'Questioning', measures: ['INTERVIEW'], confirmed: false },
    { article: '192', title: 'Confrontation', measures: ['INTERVIEW'], confirmed: false },
    {
      article: '453',
      title: 'Request for legal assistance to another state',
      measures: ['SEARCH', 'SEIZURE', 'INTERVIEW', 'OTHER'],
      confirmed: false,
    },
    {
      article: '460',
      title: 'Request for the extradition of a person who is in another state',
      measures: ['EXTRADITION_REQUEST'],
      confirmed: true,
    },
  ]),
  ...articlesOf('Federal Law 144-FZ of 12 August 1995', {}, [
    {
      article: '6',
      title: 'Operational-search measures',
      measures: ['SURVEILLANCE', 'INTERCEPTION', 'INTERVIEW', 'OTHER'],
      confirmed: false,
    },
    {
      article: '8',
      title: 'Conditions of operational-search measures',
      measures: ['SURVEILLANCE', 'INTERCEPTION', 'OTHER'],
      confirmed: false,
    },
  ]),
  ...conventions,
];
