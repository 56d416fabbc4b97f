import type { TitlesOf } from './title.ts';

/** The classes that a viewer can meet. */
const fieldClasses = {
  OPEN: { be: 'Адкрыта', ru: 'Открыто', en: 'Open' },
  IDENTITY: { be: 'Асоба', ru: 'Личность', en: 'Identity' },
  CONTACT: { be: 'Сувязь', ru: 'Связь', en: 'Contact' },
  FINANCIAL: { be: 'Фінансы', ru: 'Финансы', en: 'Financial' },
  TECHNICAL: { be: 'Тэхніка', ru: 'Техника', en: 'Technical' },
  CASE: { be: 'Справа', ru: 'Дело', en: 'Case' },
  TACTICAL: { be: 'Тактыка', ru: 'Тактика', en: 'Tactical' },
  VICTIM: { be: 'Пацярпелыя', ru: 'Потерпевшие', en: 'Victims' },
} as const;

/** Titles of who asks, for what, on which ground, and of what is withheld. */
export const access = {
  Agency: {
    BELARUS: { be: 'Беларусь', ru: 'Беларусь', en: 'Belarus' },
    RUSSIA: { be: 'Расія', ru: 'Россия', en: 'Russia' },
  },
  Role: {
    ANALYST: { be: 'Аналітык', ru: 'Аналитик', en: 'Analyst' },
    INVESTIGATOR: { be: 'Следчы', ru: 'Следователь', en: 'Investigator' },
    LIAISON: { be: 'Афіцэр сувязі', ru: 'Офицер связи', en: 'Liaison officer' },
    SUPERVISOR: { be: 'Кіраўнік', ru: 'Руководитель', en: 'Supervisor' },
    OVERSEER: { be: 'Кантралёр', ru: 'Контролёр', en: 'Overseer' },
    PARTNER: { be: 'Сістэма партнёра', ru: 'Система партнёра', en: 'Partner system' },
  },
  Purpose: {
    PREVENTION: { be: 'Папярэджанне', ru: 'Предупреждение', en: 'Prevention' },
    DETECTION: { be: 'Выяўленне', ru: 'Выявление', en: 'Detection' },
    SOLVING: { be: 'Раскрыццё', ru: 'Раскрытие', en: 'Solving' },
    INVESTIGATION: { be: 'Расследаванне', ru: 'Расследование', en: 'Investigation' },
  },
  LegalBasis: {
    NATIONAL_LAW: {
      be: 'Нацыянальнае заканадаўства',
      ru: 'Национальное законодательство',
      en: 'National law',
    },
    COOPERATION_AGREEMENT: {
      be: 'Пагадненне аб супрацоўніцтве',
      ru: 'Соглашение о сотрудничестве',
      en: 'Cooperation agreement',
    },
    MINSK_CONVENTION_1993: {
      be: 'Мінская канвенцыя 1993 г.',
      ru: 'Минская конвенция 1993 г.',
      en: 'Minsk Convention, 1993',
    },
    CHISINAU_CONVENTION_2002: {
      be: 'Кішынёўская канвенцыя 2002 г.',
      ru: 'Кишинёвская конвенция 2002 г.',
      en: 'Chişinău Convention, 2002',
    },
    CIS_CYBERCRIME_AGREEMENT_2018: {
      be: 'Пагадненне СНД аб барацьбе са злачынствамі ў сферы ІТ 2018 г.',
      ru: 'Соглашение СНГ о борьбе с преступлениями в сфере ИТ 2018 г.',
      en: 'CIS Cybercrime Agreement, 2018',
    },
  },
  Language: {
    BE: { be: 'беларуская', ru: 'белорусский', en: 'Belarusian' },
    RU: { be: 'руская', ru: 'русский', en: 'Russian' },
    EN: { be: 'англійская', ru: 'английский', en: 'English' },
  },
  FieldClass: fieldClasses,
  InformationClass: {
    ...fieldClasses,
    LINKAGE: {
      be: 'Толькі для аўтаматычнай апрацоўкі',
      ru: 'Только для автоматической обработки',
      en: 'For machines alone',
    },
  },
  HandlingCode: {
    SHAREABLE: { be: 'Можна перадаваць', ru: 'Можно передавать', en: 'Shareable' },
    ON_RELEASE: { be: 'Па рашэнні аб перадачы', ru: 'По решению о передаче', en: 'On release' },
    ORIGINATOR_ONLY: { be: 'Толькі для ўладальніка', ru: 'Только для владельца', en: 'Originator only' },
  },
  FieldVerdict: {
    ALLOW: { be: 'Відаць', ru: 'Видно', en: 'Shown' },
    BY_RECORD: { be: 'Залежыць ад дасье', ru: 'Зависит от досье', en: 'Depends on the dossier' },
    DENY: { be: 'Схавана', ru: 'Скрыто', en: 'Withheld' },
  },
  RedactionReason: {
    ROLE: { be: 'Не для вашай ролі', ru: 'Не для вашей роли', en: 'Not for your role' },
    PURPOSE: { be: 'Не для гэтай мэты', ru: 'Не для этой цели', en: 'Not for this purpose' },
    LEGAL_BASIS: {
      be: 'Не на гэтай прававой падставе',
      ru: 'Не на этом правовом основании',
      en: 'Not on this legal basis',
    },
    CASE: { be: 'Не па гэтай справе', ru: 'Не по этому делу', en: 'Not in this case' },
    REASON_NEEDED: { be: 'Патрэбна абгрунтаванне', ru: 'Нужно обоснование', en: 'A reason is needed' },
    NOT_RELEASED: {
      be: 'Не перададзена вашаму ведамству',
      ru: 'Не передано вашему ведомству',
      en: 'Not released to your agency',
    },
    RELEASE_EXPIRED: {
      be: 'Тэрмін перадачы скончыўся',
      ru: 'Срок передачи истёк',
      en: 'The release has ended',
    },
    RELEASE_RECALLED: { be: 'Перадача адклікана', ru: 'Передача отозвана', en: 'The release was recalled' },
  },
} as const satisfies Partial<TitlesOf>;
