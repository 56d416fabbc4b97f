import type { TitlesOf } from './title.ts';

/** Titles of the closed lists of alerts. */
export const alerts = {
  AlertState: {
    NEW: { be: 'Новае', ru: 'Новое', en: 'New' },
    ACKNOWLEDGED: { be: 'Прынята да ведама', ru: 'Принято к сведению', en: 'Acknowledged' },
    ACTED: { be: 'Выкарыстана', ru: 'Использовано', en: 'Acted on' },
    DISMISSED: { be: 'Адхілена', ru: 'Отклонено', en: 'Dismissed' },
    LAPSED: { be: 'Тэрмін скончыўся', ru: 'Срок истёк', en: 'Lapsed' },
    CLOSED: { be: 'Закрыта', ru: 'Закрыто', en: 'Closed' },
  },
  AlertMeans: {
    REQUEST: { be: 'Запыт', ru: 'Запрос', en: 'Request' },
    LINK: { be: 'Сувязь', ru: 'Связь', en: 'Link' },
    RELEASE: { be: 'Перадача', ru: 'Передача', en: 'Release' },
    OPERATION: { be: 'Сумесная аперацыя', ru: 'Совместная операция', en: 'Joint operation' },
  },
  DismissalReason: {
    COMMON_VALUE: { be: 'Агульнае значэнне', ru: 'Общее значение', en: 'Common value' },
    SPOOFED: { be: 'Падменены нумар або імя', ru: 'Подменённый номер или имя', en: 'Spoofed' },
    SAME_CASE: { be: 'Тая ж справа', ru: 'То же дело', en: 'Same case' },
    WRONG_VALUE: { be: 'Памылковы запіс', ru: 'Ошибочная запись', en: 'Wrong value' },
    NOT_RELEVANT: { be: 'Не мае значэння', ru: 'Не имеет значения', en: 'Not relevant' },
  },
  IdentifierUse: {
    OFFENDER: { be: 'Самой асобы', ru: 'Самого лица', en: 'The person’s own' },
    SPOOFED: { be: 'Падменены', ru: 'Подменённый', en: 'Spoofed' },
    VICTIM: { be: 'Пацярпелага', ru: 'Потерпевшего', en: 'A victim’s' },
  },
  IndicatorKind: {
    DOCUMENT: { be: 'Дакумент', ru: 'Документ', en: 'Document' },
    PHONE: { be: 'Тэлефон', ru: 'Телефон', en: 'Phone' },
    EMAIL: { be: 'Электронная пошта', ru: 'Электронная почта', en: 'E-mail' },
    ACCOUNT: { be: 'Рахунак', ru: 'Счёт', en: 'Account' },
    WALLET: { be: 'Кашалёк', ru: 'Кошелёк', en: 'Wallet' },
    IMEI: { be: 'IMEI', ru: 'IMEI', en: 'IMEI' },
    DOMAIN: { be: 'Дамен', ru: 'Домен', en: 'Domain' },
    MALWARE_SAMPLE: {
      be: 'Узор шкоднаснай праграмы',
      ru: 'Образец вредоносной программы',
      en: 'Malware sample',
    },
    SIM_BOX: { be: 'GSM-шлюз', ru: 'GSM-шлюз', en: 'SIM box' },
    SIP_TRUNK: { be: 'SIP-транк', ru: 'SIP-транк', en: 'SIP trunk' },
  },
} as const satisfies Partial<TitlesOf>;
