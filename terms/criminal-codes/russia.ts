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
    title: {
      be: 'Крадзеж з банкаўскага рахунку або электронных грашовых сродкаў',
      ru: 'Кража с банковского счёта, а равно в отношении электронных денежных средств',
      en: 'Theft from a bank account or of electronic money',
    },
    conduct: 'THEFT_BY_COMPUTER',
    minimumAge: 14,
    validFrom: '2018-05-04',
    confirmed: false,
  },
  {
    code: '159',
    title: { be: 'Махлярства', ru: 'Мошенничество', en: 'Fraud by deceit or abuse of trust' },
    conduct: 'FRAUD',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '159.3',
    title: {
      be: 'Махлярства з выкарыстаннем электронных сродкаў плацяжу',
      ru: 'Мошенничество с использованием электронных средств платежа',
      en: 'Fraud with electronic means of payment',
    },
    conduct: 'FRAUD',
    minimumAge: 16,
    validFrom: fraudSplit,
    confirmed: true,
  },
  {
    code: '159.6',
    title: {
      be: 'Махлярства ў сферы камп’ютарнай інфармацыі',
      ru: 'Мошенничество в сфере компьютерной информации',
      en: 'Fraud in the field of computer information',
    },
    conduct: 'THEFT_BY_COMPUTER',
    minimumAge: 16,
    validFrom: fraudSplit,
    confirmed: true,
  },
  {
    code: '163',
    title: { be: 'Вымагальніцтва', ru: 'Вымогательство', en: 'Extortion' },
    conduct: 'EXTORTION',
    minimumAge: 14,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '174',
    title: {
      be: 'Легалізацыя (адмыванне) грашовых сродкаў або іншай маёмасці, набытых іншымі асобамі злачынным шляхам',
      ru: 'Легализация (отмывание) денежных средств или иного имущества, приобретённых другими лицами преступным путём',
      en: 'Laundering of what others gained by crime',
    },
    conduct: 'LAUNDERING',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    // Added by Federal Law 121-FZ of 7 August 2001; day of entry into force not confirmed.
    code: '174.1',
    title: {
      be: 'Легалізацыя (адмыванне) грашовых сродкаў або іншай маёмасці, набытых асобай у выніку ўчыненага ёю злачынства',
      ru: 'Легализация (отмывание) денежных средств или иного имущества, приобретённых лицом в результате совершения им преступления',
      en: 'Laundering of what the person gained by their own crime',
    },
    conduct: 'LAUNDERING',
    minimumAge: 16,
    validFrom: '2002-02-01',
    confirmed: false,
  },
  {
    code: '187',
    title: {
      be: 'Неправамерны абарот сродкаў плацяжоў',
      ru: 'Неправомерный оборот средств платежей',
      en: 'Illegal circulation of means of payment',
    },
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '187(3)',
    title: {
      be: 'Перадача свайго электроннага сродку плацяжу або доступу да яго для неправамерных аперацый',
      ru: 'Передача своего электронного средства платежа или доступа к нему для неправомерных операций',
      en: 'Handing over one’s own means of payment, or access to it, for unlawful operations',
    },
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '187(4)',
    title: {
      be: 'Неправамерныя аперацыі са сваім электронным сродкам плацяжу па ўказанні іншай асобы',
      ru: 'Неправомерные операции со своим электронным средством платежа по указанию другого лица',
      en: 'Unlawful operations with one’s own means of payment on another’s instruction',
    },
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '187(5)',
    title: {
      be: 'Набыццё або перадача чужога электроннага сродку плацяжу або доступу да яго',
      ru: 'Приобретение или передача чужого электронного средства платежа или доступа к нему',
      en: 'Acquiring or passing on another’s means of payment, or access to it',
    },
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '187(6)',
    title: {
      be: 'Неправамерныя аперацыі з чужым электронным сродкам плацяжу',
      ru: 'Неправомерные операции с чужим электронным средством платежа',
      en: 'Unlawful operations with another’s means of payment',
    },
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: muleParts,
    confirmed: true,
  },
  {
    code: '210',
    title: {
      be: 'Арганізацыя злачыннай супольнасці (злачыннай арганізацыі) або ўдзел у ёй',
      ru: 'Организация преступного сообщества (преступной организации) или участие в нём (ней)',
      en: 'Organising or taking part in a criminal community',
    },
    conduct: 'ORGANISED_GROUP',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '272',
    title: {
      be: 'Неправамерны доступ да камп’ютарнай інфармацыі',
      ru: 'Неправомерный доступ к компьютерной информации',
      en: 'Unlawful access that destroys, blocks, modifies or copies computer information',
    },
    conduct: 'UNLAWFUL_ACCESS',
    alsoConducts: ['DATA_INTERFERENCE', 'DATA_TAKING'],
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    // Added by Federal Law 421-FZ of 30 November 2024.
    code: '272.1',
    title: {
      be: 'Незаконныя выкарыстанне, перадача, збор або захоўванне камп’ютарнай інфармацыі, якая змяшчае персанальныя даныя',
      ru: 'Незаконные использование, передача, сбор или хранение компьютерной информации, содержащей персональные данные',
      en: 'Illegal use, passing on, collecting or storing of personal data held as computer information',
    },
    conduct: 'DATA_TAKING',
    minimumAge: 16,
    validFrom: '2024-12-11',
    confirmed: false,
  },
  {
    code: '273',
    title: {
      be: 'Стварэнне, выкарыстанне і распаўсюджванне шкоднасных камп’ютарных праграм',
      ru: 'Создание, использование и распространение вредоносных компьютерных программ',
      en: 'Creating, using or spreading malicious programs',
    },
    conduct: 'MALWARE',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '274',
    title: {
      be: 'Парушэнне правіл эксплуатацыі сродкаў захоўвання, апрацоўкі або перадачы камп’ютарнай інфармацыі і інфармацыйна-тэлекамунікацыйных сетак',
      ru: 'Нарушение правил эксплуатации средств хранения, обработки или передачи компьютерной информации и информационно-телекоммуникационных сетей',
      en: 'Breach of the rules for operating storage, processing or transmission of computer information',
    },
    conduct: 'OPERATING_RULES',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    // Added by Federal Law 194-FZ of 26 July 2017; day of entry into force not confirmed.
    code: '274.1',
    title: {
      be: 'Неправамернае ўздзеянне на крытычную інфармацыйную інфраструктуру',
      ru: 'Неправомерное воздействие на критическую информационную инфраструктуру',
      en: 'Unlawful influence on critical information infrastructure',
    },
    conduct: 'DATA_INTERFERENCE',
    minimumAge: 16,
    validFrom: '2018-01-01',
    confirmed: true,
  },
  {
    code: '274.3',
    title: {
      be: 'Незаконнае выкарыстанне абаненцкага тэрмінала пропуску трафіку (GSM-шлюза, сім-бокса)',
      ru: 'Незаконное использование абонентского терминала пропуска трафика (GSM-шлюза, сим-бокса)',
      en: 'Illegal use of a subscriber terminal for passing traffic (GSM gateway, SIM box)',
    },
    conduct: 'GSM_GATEWAY',
    minimumAge: 16,
    validFrom: gatewayArticles,
    confirmed: true,
  },
  {
    code: '274.4',
    title: {
      be: 'Арганізацыя дзейнасці па перадачы абаненцкіх нумароў іншым асобам',
      ru: 'Организация деятельности по передаче абонентских номеров другим лицам',
      en: 'Organising the transfer of subscriber numbers to others',
    },
    conduct: 'GSM_GATEWAY',
    minimumAge: 16,
    validFrom: gatewayArticles,
    confirmed: true,
  },
  {
    code: '274.5',
    title: {
      be: 'Арганізацыя дзейнасці па перадачы звестак, неабходных для рэгістрацыі або аўтарызацыі пад чужым уліковым запісам',
      ru: 'Организация деятельности по передаче сведений, необходимых для регистрации или авторизации под чужой учётной записью',
      en: 'Organising the transfer of what is needed to register or log in with another’s account',
    },
    conduct: 'GSM_GATEWAY',
    minimumAge: 16,
    validFrom: gatewayArticles,
    confirmed: true,
  },
];
