import type { Article } from './article.ts';

/** Law No. 275-Z of 9 July 1999, the Criminal Code, has been in force since this day. */
const codeInForce = '2001-01-01';

/**
 * The articles of Belarus's Criminal Code that may be recorded. Extortion is punished from 14 (Article 27, part 2), all
 * else from 16. Titles follow the code as amended by Law No. 112-Z of 26 May 2021, which rewrote 212, 222 and 349 to 355
 * (in force on 19 June 2021, not confirmed); the numbers are older, so `validFrom` is the code's. Running a GSM gateway has
 * no article of its own; it is recorded as complicity in 209 or 212 (not confirmed).
 */
export const criminalCode: readonly Article[] = [
  {
    code: '208',
    title: { be: 'Вымагальніцтва', ru: 'Вымогательство', en: 'Extortion' },
    conduct: 'EXTORTION',
    minimumAge: 14,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '209',
    title: { be: 'Махлярства', ru: 'Мошенничество', en: 'Fraud by deceit or abuse of trust' },
    conduct: 'FRAUD',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '212',
    title: {
      be: 'Раскраданне маёмасці шляхам мадыфікацыі камп’ютарнай інфармацыі',
      ru: 'Хищение имущества путём модификации компьютерной информации',
      en: 'Theft of property by modifying computer information',
    },
    conduct: 'THEFT_BY_COMPUTER',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '222',
    title: {
      be: 'Незаконны абарот сродкаў плацяжу і (або) інструментаў',
      ru: 'Незаконный оборот средств платежа и (или) инструментов',
      en: 'Illegal circulation of means of payment or payment instruments',
    },
    conduct: 'MEANS_OF_PAYMENT',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '235',
    title: {
      be: 'Легалізацыя («адмыванне») сродкаў, атрыманых злачынным шляхам',
      ru: 'Легализация («отмывание») средств, полученных преступным путём',
      en: 'Laundering of proceeds of crime',
    },
    conduct: 'LAUNDERING',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '285',
    title: {
      be: 'Стварэнне злачыннай арганізацыі або ўдзел у ёй',
      ru: 'Создание преступной организации либо участие в ней',
      en: 'Creating, leading or taking part in a criminal organisation',
    },
    conduct: 'ORGANISED_GROUP',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '349',
    title: {
      be: 'Несанкцыянаваны доступ да камп’ютарнай інфармацыі',
      ru: 'Несанкционированный доступ к компьютерной информации',
      en: 'Unauthorised access to computer information, with breach of protection',
    },
    conduct: 'UNLAWFUL_ACCESS',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '350',
    title: {
      be: 'Знішчэнне, блакіраванне або мадыфікацыя камп’ютарнай інфармацыі',
      ru: 'Уничтожение, блокирование или модификация компьютерной информации',
      en: 'Destroying, blocking or modifying computer information',
    },
    conduct: 'DATA_INTERFERENCE',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '352',
    title: {
      be: 'Неправамернае завалоданне камп’ютарнай інфармацыяй',
      ru: 'Неправомерное завладение компьютерной информацией',
      en: 'Unlawful taking of computer information',
    },
    conduct: 'DATA_TAKING',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: true,
  },
  {
    code: '354',
    title: {
      be: 'Распрацоўка, выкарыстанне, распаўсюджванне або збыт шкоднасных камп’ютарных праграм або спецыяльных праграмных ці апаратных сродкаў',
      ru: 'Разработка, использование, распространение либо сбыт вредоносных компьютерных программ или специальных программных или аппаратных средств',
      en: 'Developing, using, spreading or selling malicious programs or special tools',
    },
    conduct: 'MALWARE',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
  {
    code: '355',
    title: {
      be: 'Парушэнне правіл эксплуатацыі камп’ютарнай сістэмы або сеткі',
      ru: 'Нарушение правил эксплуатации компьютерной системы или сети',
      en: 'Breach of the rules for operating a computer system or network',
    },
    conduct: 'OPERATING_RULES',
    minimumAge: 16,
    validFrom: codeInForce,
    confirmed: false,
  },
];
