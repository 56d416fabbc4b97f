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
      title: {
        be: 'Збор доказаў; у тым ліку запатрабаванне дакументаў і звестак аб злучэннях',
        ru: 'Собирание доказательств; в том числе истребование документов и сведений о соединениях',
        en: 'Collecting evidence; also demanding documents and information on connections',
      },
      measures: ['INTERCEPTION', 'PROVIDER_ORDER', 'OTHER'],
      confirmed: false,
    },
    {
      article: '107',
      title: { be: 'Затрыманне і яго віды', ru: 'Задержание и его виды', en: 'Detention and its kinds' },
      measures: ['ARREST'],
      confirmed: false,
    },
    {
      article: '108',
      title: {
        be: 'Затрыманне па непасрэдна ўзніклым падазрэнні',
        ru: 'Задержание по непосредственно возникшему подозрению',
        en: 'Detention on immediate suspicion',
      },
      measures: ['ARREST'],
      confirmed: false,
    },
    {
      article: '120',
      title: {
        be: 'Падпіска аб нявыездзе і належных паводзінах',
        ru: 'Подписка о невыезде и надлежащем поведении',
        en: 'Written undertaking not to leave and of proper conduct',
      },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '121',
      title: { be: 'Асабістае паручыцельства', ru: 'Личное поручительство', en: 'Personal surety' },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '124',
      title: { be: 'Заклад', ru: 'Залог', en: 'Bail' },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '125',
      title: { be: 'Хатні арышт', ru: 'Домашний арест', en: 'House arrest' },
      measures: ['ARREST', 'RESTRAINT', 'OTHER'],
      confirmed: true,
    },
    {
      article: '126',
      title: { be: 'Заключэнне пад варту', ru: 'Заключение под стражу', en: 'Custody' },
      measures: ['ARREST'],
      confirmed: false,
    },
    {
      article: '129',
      title: { be: 'Абавязацельства аб яўцы', ru: 'Обязательство о явке', en: 'Obligation to appear' },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '130',
      title: { be: 'Прывод', ru: 'Привод', en: 'Compelled appearance' },
      measures: ['INTERVIEW', 'SUMMONS', 'OTHER'],
      confirmed: false,
    },
    {
      article: '131',
      title: {
        be: 'Часовае адхіленне ад пасады',
        ru: 'Временное отстранение от должности',
        en: 'Temporary suspension from office',
      },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '132',
      title: {
        be: 'Накладанне арышту на маёмасць',
        ru: 'Наложение ареста на имущество',
        en: 'Attachment of property',
      },
      measures: ['ACCOUNT_FREEZE', 'ACCOUNT_BLOCK', 'WALLET_BLOCK', 'OTHER'],
      confirmed: true,
    },
    {
      article: '199',
      title: {
        be: 'Прадстаўленне аб ліквідацыі прычын і ўмоў злачынства',
        ru: 'Представление об устранении причин и условий преступления',
        en: 'Submission to remove the causes and conditions of a crime',
      },
      measures: [
        'NUMBER_BLOCK',
        'DOMAIN_BLOCK',
        'ACCOUNT_BLOCK',
        'WALLET_BLOCK',
        'TAKEDOWN',
        'VICTIM_WARNING',
      ],
      confirmed: false,
    },
    {
      article: '203',
      title: { be: 'Падставы для агляду', ru: 'Основания для осмотра', en: 'Grounds for an inspection' },
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '204',
      title: { be: 'Парадак агляду', ru: 'Порядок осмотра', en: 'Procedure of an inspection' },
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      // Added by Law No. 112-Z of 26 May 2021; number and day of entry into force not confirmed.
      article: '204-1',
      title: {
        be: 'Агляд камп’ютарнай інфармацыі',
        ru: 'Осмотр компьютерной информации',
        en: 'Inspection of computer information',
      },
      measures: ['SEARCH', 'OTHER'],
      validFrom: '2021-06-19',
      confirmed: false,
    },
    {
      article: '208',
      title: { be: 'Падставы для вобшуку', ru: 'Основания для обыска', en: 'Grounds for a search' },
      measures: ['SEARCH'],
      confirmed: false,
    },
    {
      article: '209',
      title: { be: 'Падставы для выемкі', ru: 'Основания для выемки', en: 'Grounds for a seizure' },
      measures: ['SEIZURE'],
      confirmed: false,
    },
    {
      article: '210',
      title: {
        be: 'Парадак вобшуку і выемкі',
        ru: 'Порядок обыска и выемки',
        en: 'Procedure of a search and of a seizure',
      },
      measures: ['SEARCH', 'SEIZURE'],
      confirmed: false,
    },
    {
      article: '211',
      title: { be: 'Асабісты вобшук', ru: 'Личный обыск', en: 'Search of a person' },
      measures: ['SEARCH'],
      confirmed: false,
    },
    {
      article: '213',
      title: {
        be: 'Накладанне арышту на паштова-тэлеграфныя і іншыя адпраўленні, іх агляд і выемка',
        ru: 'Наложение ареста на почтово-телеграфные и иные отправления, их осмотр и выемка',
        en: 'Arrest, inspection and seizure of postal and other messages',
      },
      measures: ['SEIZURE', 'INTERCEPTION'],
      confirmed: false,
    },
    {
      article: '214',
      title: {
        be: 'Праслухоўванне і запіс перагавораў',
        ru: 'Прослушивание и запись переговоров',
        en: 'Interception and recording of conversations',
      },
      measures: ['INTERCEPTION'],
      confirmed: false,
    },
    {
      article: '216',
      title: {
        be: 'Парадак выкліку на допыт',
        ru: 'Порядок вызова на допрос',
        en: 'Procedure of a summons to questioning',
      },
      measures: ['SUMMONS'],
      confirmed: false,
    },
    {
      article: '217',
      title: { be: 'Допыт', ru: 'Допрос', en: 'Questioning' },
      measures: ['INTERVIEW'],
      confirmed: false,
    },
    {
      article: '222',
      title: { be: 'Вочная стаўка', ru: 'Очная ставка', en: 'Confrontation' },
      measures: ['INTERVIEW'],
      confirmed: false,
    },
  ]),
  ...articlesOf(
    'Law 307-Z of 15 July 2015 on operational-search activity',
    { validFrom: operationalLawInForce },
    [
      {
        article: '18',
        title: {
          be: 'Аператыўна-вышуковыя мерапрыемствы',
          ru: 'Оперативно-розыскные мероприятия',
          en: 'Operational-search measures',
        },
        measures: ['SURVEILLANCE', 'INTERCEPTION', 'INTERVIEW', 'CONTROLLED_PURCHASE', 'OTHER'],
        confirmed: false,
      },
    ],
  ),
  ...conventions,
];
