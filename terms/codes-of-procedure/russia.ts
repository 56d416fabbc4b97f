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
    {
      article: '91',
      title: {
        be: 'Падставы затрымання падазраванага',
        ru: 'Основания задержания подозреваемого',
        en: 'Grounds for detaining a suspect',
      },
      measures: ['ARREST'],
      confirmed: true,
    },
    {
      article: '102',
      title: {
        be: 'Падпіска аб нявыездзе і належных паводзінах',
        ru: 'Подписка о невыезде и надлежащем поведении',
        en: 'Written undertaking not to leave and of proper conduct',
      },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: true,
    },
    {
      article: '103',
      title: { be: 'Асабістае паручыцельства', ru: 'Личное поручительство', en: 'Personal surety' },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      // Added by Federal Law 72-FZ of 18 April 2018.
      article: '105.1',
      title: {
        be: 'Забарона пэўных дзеянняў',
        ru: 'Запрет определённых действий',
        en: 'Prohibition of certain actions',
      },
      measures: ['RESTRAINT', 'OTHER'],
      validFrom: '2018-04-29',
      confirmed: false,
    },
    {
      article: '106',
      title: { be: 'Заклад', ru: 'Залог', en: 'Bail' },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '107',
      title: { be: 'Хатні арышт', ru: 'Домашний арест', en: 'House arrest' },
      measures: ['ARREST', 'RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '108',
      title: { be: 'Заключэнне пад варту', ru: 'Заключение под стражу', en: 'Custody' },
      measures: ['ARREST'],
      confirmed: true,
    },
    {
      article: '112',
      title: { be: 'Абавязацельства аб яўцы', ru: 'Обязательство о явке', en: 'Obligation to appear' },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '113',
      title: { be: 'Прывод', ru: 'Привод', en: 'Compelled appearance' },
      measures: ['INTERVIEW', 'SUMMONS', 'OTHER'],
      confirmed: false,
    },
    {
      article: '114',
      title: {
        be: 'Часовае адхіленне ад пасады',
        ru: 'Временное отстранение от должности',
        en: 'Temporary suspension from office',
      },
      measures: ['RESTRAINT', 'OTHER'],
      confirmed: false,
    },
    {
      article: '115',
      title: {
        be: 'Накладанне арышту на маёмасць',
        ru: 'Наложение ареста на имущество',
        en: 'Attachment of property',
      },
      measures: ['ACCOUNT_FREEZE', 'ACCOUNT_BLOCK', 'WALLET_BLOCK', 'OTHER'],
      confirmed: true,
    },
    {
      article: '116',
      title: {
        be: 'Накладанне арышту на каштоўныя паперы',
        ru: 'Наложение ареста на ценные бумаги',
        en: 'Attachment of securities',
      },
      measures: ['ACCOUNT_FREEZE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '158',
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
      // Added by Federal Law 533-FZ of 27 December 2018; day of entry into force not confirmed.
      article: '164.1',
      title: {
        be: 'Выманне электронных носьбітаў інфармацыі і капіраванне з іх інфармацыі',
        ru: 'Изъятие электронных носителей информации и копирование с них информации',
        en: 'Taking electronic media and copying information from them',
      },
      measures: ['SEARCH', 'SEIZURE'],
      validFrom: '2019-01-08',
      confirmed: false,
    },
    {
      article: '176',
      title: { be: 'Падставы для агляду', ru: 'Основания для осмотра', en: 'Grounds for an inspection' },
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '177',
      title: { be: 'Парадак агляду', ru: 'Порядок осмотра', en: 'Procedure of an inspection' },
      measures: ['SEIZURE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '182',
      title: {
        be: 'Падставы і парадак вобшуку',
        ru: 'Основания и порядок производства обыска',
        en: 'Grounds and procedure of a search',
      },
      measures: ['SEARCH'],
      confirmed: true,
    },
    {
      article: '183',
      title: {
        be: 'Падставы і парадак выемкі',
        ru: 'Основания и порядок производства выемки',
        en: 'Grounds and procedure of a seizure',
      },
      measures: ['SEIZURE'],
      confirmed: true,
    },
    {
      article: '184',
      title: { be: 'Асабісты вобшук', ru: 'Личный обыск', en: 'Search of a person' },
      measures: ['SEARCH'],
      confirmed: false,
    },
    {
      article: '185',
      title: {
        be: 'Накладанне арышту на паштова-тэлеграфныя і іншыя адпраўленні, іх агляд і выемка',
        ru: 'Наложение ареста на почтово-телеграфные и иные отправления, их осмотр и выемка',
        en: 'Arrest, inspection and seizure of postal and other messages',
      },
      measures: ['SEIZURE', 'INTERCEPTION'],
      confirmed: false,
    },
    {
      article: '186',
      title: {
        be: 'Кантроль і запіс перагавораў',
        ru: 'Контроль и запись переговоров',
        en: 'Monitoring and recording of conversations',
      },
      measures: ['INTERCEPTION'],
      confirmed: true,
    },
    {
      // Added by Federal Law 143-FZ of 1 July 2010; day of entry into force not confirmed.
      article: '186.1',
      title: {
        be: 'Атрыманне інфармацыі аб злучэннях паміж абанентамі',
        ru: 'Получение информации о соединениях между абонентами',
        en: 'Obtaining information on connections between subscribers',
      },
      measures: ['INTERCEPTION', 'PROVIDER_ORDER', 'OTHER'],
      validFrom: '2010-07-13',
      confirmed: true,
    },
    {
      article: '188',
      title: {
        be: 'Парадак выкліку на допыт',
        ru: 'Порядок вызова на допрос',
        en: 'Procedure of a summons to questioning',
      },
      measures: ['SUMMONS'],
      confirmed: false,
    },
    {
      article: '189',
      title: { be: 'Допыт', ru: 'Допрос', en: 'Questioning' },
      measures: ['INTERVIEW'],
      confirmed: false,
    },
    {
      article: '192',
      title: { be: 'Вочная стаўка', ru: 'Очная ставка', en: 'Confrontation' },
      measures: ['INTERVIEW'],
      confirmed: false,
    },
    {
      article: '453',
      title: {
        be: 'Запыт аб прававой дапамозе ў іншую дзяржаву',
        ru: 'Запрос о правовой помощи в другое государство',
        en: 'Request for legal assistance to another state',
      },
      measures: ['SEARCH', 'SEIZURE', 'INTERVIEW', 'LEGAL_ASSISTANCE_REQUEST', 'OTHER'],
      confirmed: false,
    },
    {
      article: '460',
      title: {
        be: 'Запыт аб выдачы асобы, якая знаходзіцца на тэрыторыі іншай дзяржавы',
        ru: 'Запрос о выдаче лица, находящегося на территории другого государства',
        en: 'Request for the extradition of a person who is in another state',
      },
      measures: ['EXTRADITION_REQUEST'],
      confirmed: true,
    },
  ]),
  ...articlesOf('Federal Law 144-FZ of 12 August 1995', {}, [
    {
      article: '6',
      title: {
        be: 'Аператыўна-вышуковыя мерапрыемствы',
        ru: 'Оперативно-розыскные мероприятия',
        en: 'Operational-search measures',
      },
      measures: ['SURVEILLANCE', 'INTERCEPTION', 'INTERVIEW', 'CONTROLLED_PURCHASE', 'OTHER'],
      confirmed: false,
    },
    {
      article: '8',
      title: {
        be: 'Умовы правядзення аператыўна-вышуковых мерапрыемстваў',
        ru: 'Условия проведения оперативно-розыскных мероприятий',
        en: 'Conditions of operational-search measures',
      },
      measures: ['SURVEILLANCE', 'INTERCEPTION', 'OTHER'],
      confirmed: false,
    },
  ]),
  ...conventions,
];
