import type { TitlesOf } from './title.ts';

/** Titles of what a person is thought to have done, and of what is done about it. */
export const crime = {
  RoleKind: {
    CALL_CENTRE_LEADER: {
      be: 'Кіраўнік кол-цэнтра',
      ru: 'Руководитель кол-центра',
      en: 'Call centre leader',
    },
    CALL_CENTRE_MEMBER: { be: 'Удзельнік кол-цэнтра', ru: 'Участник кол-центра', en: 'Call centre member' },
    FRAUD_GROUP_ORGANISER: {
      be: 'Арганізатар махлярскай групы',
      ru: 'Организатор мошеннической группы',
      en: 'Fraud group organiser',
    },
    FRAUD_GROUP_MEMBER: {
      be: 'Удзельнік махлярскай групы',
      ru: 'Участник мошеннической группы',
      en: 'Fraud group member',
    },
    RANSOMWARE_OPERATOR: {
      be: 'Аператар праграм-вымагальнікаў',
      ru: 'Оператор программ-вымогателей',
      en: 'Ransomware operator',
    },
    MALWARE_DEVELOPER: {
      be: 'Распрацоўшчык шкоднаснага ПЗ',
      ru: 'Разработчик вредоносного ПО',
      en: 'Malware developer',
    },
    CASH_COURIER: { be: 'Грашовы кур’ер', ru: 'Денежный курьер', en: 'Cash courier' },
    MONEY_MULE: { be: 'Дропер', ru: 'Дроппер', en: 'Money mule' },
    MULE_RECRUITER: { be: 'Вярбоўшчык дропераў', ru: 'Вербовщик дропперов', en: 'Mule recruiter' },
    GSM_GATEWAY_OPERATOR: { be: 'Аператар GSM-шлюза', ru: 'Оператор GSM-шлюза', en: 'GSM gateway operator' },
    SIM_SUPPLIER: { be: 'Пастаўшчык SIM-карт', ru: 'Поставщик SIM-карт', en: 'SIM supplier' },
  },
  GroupKind: {
    CALL_CENTRE: { be: 'кол-цэнтр', ru: 'кол-центр', en: 'call centre' },
    FRAUD_GROUP: { be: 'махлярская група', ru: 'мошенническая группа', en: 'fraud group' },
    RANSOMWARE_CREW: { be: 'група вымагальнікаў', ru: 'группа вымогателей', en: 'ransomware crew' },
    MULE_NETWORK: { be: 'сетка дропераў', ru: 'сеть дропперов', en: 'mule network' },
    GSM_GATEWAY_NETWORK: { be: 'сетка GSM-шлюзаў', ru: 'сеть GSM-шлюзов', en: 'GSM gateway network' },
  },
  GroupRank: {
    LEADER: { be: 'кіраўнік', ru: 'руководитель', en: 'leader' },
    ORGANISER: { be: 'арганізатар', ru: 'организатор', en: 'organiser' },
    MEMBER: { be: 'удзельнік', ru: 'участник', en: 'member' },
    ASSOCIATE: { be: 'звязаная асоба', ru: 'связанное лицо', en: 'associate' },
  },
  ProceduralStage: {
    SUSPECTED: { be: 'Падазраваны', ru: 'Подозреваемый', en: 'Suspected' },
    ACCUSED: { be: 'Абвінавачаны', ru: 'Обвиняемый', en: 'Accused' },
    CONVICTED: { be: 'Асуджаны', ru: 'Осуждённый', en: 'Convicted' },
    DISCONTINUED: { be: 'Справа спынена', ru: 'Дело прекращено', en: 'Discontinued' },
    ACQUITTED: { be: 'Апраўданы', ru: 'Оправдан', en: 'Acquitted' },
  },
  MeasureKind: {
    ARREST: { be: 'Затрыманне', ru: 'Задержание', en: 'Arrest' },
    SEARCH: { be: 'Вобшук', ru: 'Обыск', en: 'Search' },
    SEIZURE: { be: 'Выемка', ru: 'Выемка', en: 'Seizure' },
    INTERCEPTION: {
      be: 'Кантроль і запіс перагавораў',
      ru: 'Контроль и запись переговоров',
      en: 'Interception',
    },
    SURVEILLANCE: { be: 'Назіранне', ru: 'Наблюдение', en: 'Surveillance' },
    ACCOUNT_FREEZE: { be: 'Арышт рахунку', ru: 'Арест счёта', en: 'Account freeze' },
    INTERVIEW: { be: 'Допыт або апытанне', ru: 'Допрос или опрос', en: 'Interview' },
    EXTRADITION_REQUEST: { be: 'Запыт аб выдачы', ru: 'Запрос о выдаче', en: 'Extradition request' },
    OTHER: { be: 'Іншае', ru: 'Иное', en: 'Other' },
  },
  MeasureState: {
    PLANNED: { be: 'плануецца', ru: 'планируется', en: 'planned' },
    AUTHORISED: { be: 'санкцыянавана', ru: 'санкционировано', en: 'authorised' },
    UNDER_WAY: { be: 'праводзіцца', ru: 'проводится', en: 'under way' },
    DONE: { be: 'выканана', ru: 'выполнено', en: 'done' },
    LIFTED: { be: 'адменена', ru: 'отменено', en: 'lifted' },
    CANCELLED: { be: 'не адбылося', ru: 'не состоялось', en: 'cancelled' },
  },
  Comparability: {
    SAME: { be: 'тое ж дзеянне', ru: 'то же деяние', en: 'the same conduct' },
    PARTIAL: { be: 'перасякаюцца', ru: 'пересекаются', en: 'they overlap' },
    NONE: { be: 'няма такога артыкула', ru: 'нет такой статьи', en: 'no such article' },
  },
} as const satisfies Partial<TitlesOf>;
