import type { TitlesOf } from './title.ts';

/** Titles of what is recorded of a person, and of what it is worth. */
export const person = {
  NameKind: {
    LEGAL: { be: 'афіцыйнае', ru: 'официальное', en: 'legal' },
    ALIAS: { be: 'выдуманае', ru: 'вымышленное', en: 'alias' },
    MAIDEN: { be: 'дзявочае', ru: 'девичье', en: 'maiden' },
    HANDLE: { be: 'сеткавае', ru: 'сетевое', en: 'online' },
  },
  NameScript: {
    BELARUSIAN: { be: 'па-беларуску', ru: 'по-белорусски', en: 'Belarusian' },
    RUSSIAN: { be: 'па-руску', ru: 'по-русски', en: 'Russian' },
    LATIN: { be: 'лацініцай', ru: 'латиницей', en: 'Latin' },
  },
  Sex: {
    FEMALE: { be: 'Жаночы', ru: 'Женский', en: 'Female' },
    MALE: { be: 'Мужчынскі', ru: 'Мужской', en: 'Male' },
  },
  DatePrecision: {
    YEAR: { be: 'год', ru: 'год', en: 'year' },
    MONTH: { be: 'месяц', ru: 'месяц', en: 'month' },
    DAY: { be: 'дзень', ru: 'день', en: 'day' },
  },
  DocumentKind: {
    PERSONAL_NUMBER: { be: 'ідэнтыфікацыйны нумар', ru: 'идентификационный номер', en: 'personal number' },
    PASSPORT: { be: 'пашпарт', ru: 'паспорт', en: 'passport' },
    TRAVEL_PASSPORT: { be: 'замежны пашпарт', ru: 'заграничный паспорт', en: 'travel passport' },
    TAX_NUMBER: {
      be: 'падатковы нумар (УНП, ИНН)',
      ru: 'налоговый номер (УНП, ИНН)',
      en: 'tax number (UNP, INN)',
    },
    INSURANCE_NUMBER: {
      be: 'страхавы нумар (СНИЛС)',
      ru: 'страховой номер (СНИЛС)',
      en: 'insurance number (SNILS)',
    },
    OTHER: { be: 'іншы', ru: 'иной', en: 'other' },
  },
  ContactKind: {
    PHONE: { be: 'тэлефон', ru: 'телефон', en: 'phone' },
    MESSENGER: { be: 'месенджар', ru: 'мессенджер', en: 'messenger' },
    EMAIL: { be: 'эл. пошта', ru: 'эл. почта', en: 'e-mail' },
  },
  InstrumentKind: {
    ACCOUNT: { be: 'рахунак', ru: 'счёт', en: 'account' },
    CARD: { be: 'картка', ru: 'карта', en: 'card' },
    WALLET: { be: 'кашалёк', ru: 'кошелёк', en: 'wallet' },
    CASH_OUT_POINT: { be: 'месца абнаяўлення', ru: 'место обналичивания', en: 'cash-out point' },
  },
  WalletChain: {
    BTC: { be: 'Bitcoin', ru: 'Bitcoin', en: 'Bitcoin' },
    ETH: { be: 'Ethereum', ru: 'Ethereum', en: 'Ethereum' },
    LTC: { be: 'Litecoin', ru: 'Litecoin', en: 'Litecoin' },
    TRX: { be: 'TRON', ru: 'TRON', en: 'TRON' },
    SOL: { be: 'Solana', ru: 'Solana', en: 'Solana' },
    XMR: { be: 'Monero', ru: 'Monero', en: 'Monero' },
  },
  InfrastructureKind: {
    IMEI: { be: 'IMEI', ru: 'IMEI', en: 'IMEI' },
    IMSI: { be: 'IMSI', ru: 'IMSI', en: 'IMSI' },
    ICCID: { be: 'ICCID', ru: 'ICCID', en: 'ICCID' },
    SIM_BOX: { be: 'сім-бокс', ru: 'сим-бокс', en: 'SIM box' },
    SIP_TRUNK: { be: 'SIP-транк', ru: 'SIP-транк', en: 'SIP trunk' },
    DOMAIN: { be: 'дамен', ru: 'домен', en: 'domain' },
    IP_ADDRESS: { be: 'IP-адрас', ru: 'IP-адрес', en: 'IP address' },
    MALWARE_FAMILY: { be: 'сямейства шкоднаснага ПЗ', ru: 'семейство вредоносного ПО', en: 'malware family' },
    MALWARE_SAMPLE: { be: 'узор шкоднаснага ПЗ', ru: 'образец вредоносного ПО', en: 'malware sample' },
    RANSOM_NOTE: {
      be: 'запіска з патрабаваннем выкупу',
      ru: 'записка с требованием выкупа',
      en: 'ransom note',
    },
  },
  Checksum: {
    PASSED: {
      be: 'кантрольныя лічбы сыходзяцца',
      ru: 'контрольные цифры сходятся',
      en: 'check digits agree',
    },
    FAILED: {
      be: 'кантрольныя лічбы не сыходзяцца',
      ru: 'контрольные цифры не сходятся',
      en: 'check digits disagree',
    },
    NONE: { be: 'без кантрольных лічбаў', ru: 'без контрольных цифр', en: 'no check digits' },
  },
  SourceReliability: {
    A: { be: 'крыніца па-за сумненнямі', ru: 'источник вне сомнений', en: 'source beyond doubt' },
    B: { be: 'крыніца звычайна надзейная', ru: 'источник обычно надёжен', en: 'source mostly reliable' },
    C: {
      be: 'крыніца звычайна ненадзейная',
      ru: 'источник обычно ненадёжен',
      en: 'source mostly unreliable',
    },
    X: { be: 'крыніцу ацаніць нельга', ru: 'источник оценить нельзя', en: 'source cannot be assessed' },
  },
} as const satisfies Partial<TitlesOf>;
