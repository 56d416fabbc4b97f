import { conventions } from './conventions.ts';
import { articlesOf, type Provision } from './provision.ts';

/** Law No. 295-Z of 16 July 1999, the Code of Criminal Procedure; day of entry into force not confirmed. */
const codeInForce = '2001-01-01';
/** Law No. 307-Z of 15 July 2015 on operational-search activity has been in force since this day. */
const operationalLawInForce = '2016-01-25';

/**
 * The provisions that a measure of Belarus's agency may stand on. Of the code of procedure, Articles 125 and 132 were compared with
 * published texts (editions of 2021 and later), of the law its title, date and entry into force; the rest is to be checked before use.
 */
export const codeOfProcedure: readonly Provision[] = [
  ...articlesOf('Code of Criminal Procedure', { validFrom: codeInForce }, [
    {
      article: '103',
      title: 'Collecting evidence; also demanding documents and information on connections',
      measures: ['INTERCEPTION', 'OTHER'],
      confirmed: false,
    },
    { article: '107', title: 'Detention and its kinds', measures: ['ARREST'], confirmed: false },
    { article: '108', title: 'Detention on immediate suspicion', measures: ['ARREST'], confirmed: false },
    {
      article: '120',
      title: 'Written undertaking not to leave and of proper conduct',
      measures: ['OTHER'],
      confirmed: false,
    },
    { article: '121', title: 'Personal surety', measures: ['OTHER'], confirmed: false },
    { article: '124', title: 'Bail', measures: ['OTHER'], confirmed: false },
    { article: '125', title: 'House arrest', measures: ['ARREST', 'OTHER'], confirmed: true },
    { article: '126', title: 'Custody', measures: ['ARREST'], confirmed: false },
    { article: '129', title: 'Obligation to appear', measures: ['OTHER'], confirmed: false },
    { article: '130', title: 'Compelled appearance', measures: ['INTERVIEW', 'OTHER'], confirmed: false },
    {
      article: '131',
      title: 'Temporary suspension from office',
      measures: ['OTHER'],
      confirmed: false,
    },
    {
      article: '132',
      title: 'Attachment of property',
      measures: ['ACCOUNT_FREEZE', 'OTHER'],
      confirmed: true,
    },
    {
      article: '203',
      title: 'Grounds for an inspection',
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '204',
      title: 'Procedure of an inspection',
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      // Added by Law No. 112-Z of 26 May 2021; number and day of entry into force not confirmed.
      article: '204-1',
      title: 'Inspection of computer information',
      measures: ['SEARCH', 'OTHER'],
      validFrom: '2021-06-19',
      confirmed: false,
    },
    { article: '208', title: 'Grounds for a search', measures: ['SEARCH'], confirmed: false },
    { article: '209', title: 'Grounds for a seizure', measures: ['SEIZURE'], confirmed: false },
    {
      article: '210',
      title: 'Procedure of a search and of a seizure',
      measures: ['SEARCH', 'SEIZURE'],
      confirmed: false,
    },
    { article: '211', title: 'Search of a person', measures: ['SEARCH'], confirmed: false },
    {
      article: '213',
      title: 'Arrest, inspection and seizure of postal and other messages',
      measures: ['SEIZURE', 'INTERCEPTION'],
      confirmed: false,
    },
    {
      article: '214',
      title: 'Interception and recording of conversations',
      measures: ['INTERCEPTION'],
      confirmed: false,
    },
    { article: '217', title: 'Questioning', measures: ['INTERVIEW'], confirmed: false },
    { article: '222', title: 'Confrontation', measures: ['INTERVIEW'], confirmed: false },
  ]),
  ...articlesOf(
    'Law 307-Z of 15 July 2015 on operational-search activity',
    { validFrom: operationalLawInForce },
    [
      {
        article: '18',
        title: 'Operational-search measures',
        measures: ['SURVEILLANCE', 'INTERCEPTION', 'INTERVIEW', 'OTHER'],
        confirmed: false,
      },
    ],
  ),
  ...conventions,
];
