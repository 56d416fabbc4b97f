import type { TitlesOf } from './title.ts';

/** Titles of evidence, links and searches. */
export const matching = {
  EvidenceKind: {
    NATIONAL_ID: {
      be: 'ідэнтыфікацыйны, падатковы або страхавы нумар',
      ru: 'идентификационный, налоговый или страховой номер',
      en: 'personal, tax or insurance number',
    },
    PASSPORT: { be: 'пашпарт', ru: 'паспорт', en: 'passport' },
    BIRTH_DATE: { be: 'дата нараджэння', ru: 'дата рождения', en: 'date of birth' },
    SURNAME: { be: 'прозвішча', ru: 'фамилия', en: 'surname' },
    GIVEN_NAME: { be: 'імя', ru: 'имя', en: 'given name' },
    PATRONYMIC: { be: 'імя па бацьку', ru: 'отчество', en: 'patronymic' },
    BIRTH_PLACE: { be: 'месца нараджэння', ru: 'место рождения', en: 'place of birth' },
    SEX: { be: 'пол', ru: 'пол', en: 'sex' },
    PHONE: { be: 'тэлефон', ru: 'телефон', en: 'phone' },
    EMAIL: { be: 'эл. пошта', ru: 'эл. почта', en: 'e-mail' },
    MESSENGER: { be: 'месенджар', ru: 'мессенджер', en: 'messenger' },
    ACCOUNT: { be: 'рахунак', ru: 'счёт', en: 'account' },
    CARD: { be: 'картка', ru: 'карта', en: 'card' },
    WALLET: { be: 'кашалёк', ru: 'кошелёк', en: 'wallet' },
    IMEI: { be: 'IMEI', ru: 'IMEI', en: 'IMEI' },
  },
  EvidenceOutcome: {
    AGREED: { be: 'супадае', ru: 'совпадает', en: 'agrees' },
    CLOSE: { be: 'амаль супадае', ru: 'почти совпадает', en: 'almost agrees' },
    MISSING: {
      be: 'не вядома аднаму з бакоў',
      ru: 'не известно одной из сторон',
      en: 'not known on one side',
    },
    CONTRADICTED: { be: 'супярэчыць', ru: 'противоречит', en: 'contradicts' },
  },
  MatchBand: {
    POSSIBLE: { be: 'Магчымае супадзенне', ru: 'Возможное совпадение', en: 'Possible' },
    STRONG: { be: 'Моцнае супадзенне', ru: 'Сильное совпадение', en: 'Strong' },
  },
  LinkState: {
    UNVERIFIED: { be: 'Не пацверджана', ru: 'Не подтверждена', en: 'Unverified' },
    SAME: { be: 'Адна асоба', ru: 'Одно лицо', en: 'One person' },
    DIFFERENT: { be: 'Розныя асобы', ru: 'Разные лица', en: 'Two persons' },
    DISPUTED: { be: 'Ведамствы разыходзяцца', ru: 'Ведомства расходятся', en: 'Disputed' },
  },
  LinkDecision: {
    NONE: { be: 'не вырашана', ru: 'не решено', en: 'no decision' },
    SAME: { be: 'адна асоба', ru: 'одно лицо', en: 'one person' },
    DIFFERENT: { be: 'розныя асобы', ru: 'разные лица', en: 'two persons' },
  },
  LinkWithdrawal: {
    PROPOSAL: { be: 'прапанова', ru: 'предложение', en: 'the proposal' },
    DECISION: { be: 'рашэнне', ru: 'решение', en: 'the decision' },
  },
  LinkVerdict: {
    SAME: { be: 'адна асоба', ru: 'одно лицо', en: 'one person' },
    DIFFERENT: { be: 'розныя асобы', ru: 'разные лица', en: 'two persons' },
  },
  SearchOutcome: {
    ANSWERED: { be: 'адказ атрыманы', ru: 'ответ получен', en: 'answered' },
    TOO_MANY: {
      be: 'Супадзенняў больш, чым паказана. Дадайце, што яшчэ вядома.',
      ru: 'Совпадений больше, чем показано. Добавьте, что ещё известно.',
      en: 'More match than the likeliest that are shown. Add what else you know.',
    },
    NEEDS_CASE: {
      be: 'Не спытана: у іншым ведамстве шукаюць толькі па справе. Пазначце справу ў падставе запыту.',
      ru: 'Не спрошено: в другом ведомстве ищут только по делу. Укажите дело в основании запроса.',
      en: 'Not asked: another agency is searched only for a case. Name yours in the mandate.',
    },
    NEEDS_MORE_EVIDENCE: {
      be: 'Не спытана: у іншым ведамстве шукаюць не менш чым па дзвюх прыкметах, напрыклад па прозвішчы і імені. Дадайце, што яшчэ вядома.',
      ru: 'Не спрошено: в другом ведомстве ищут не менее чем по двум признакам, например по фамилии и имени. Добавьте, что ещё известно.',
      en: 'Not asked: another agency is searched only by two kinds of evidence or more, such as a surname and a given name. Add what else you know.',
    },
    OUT_OF_SCOPE: {
      be: 'Не спытана па вашым выбары.',
      ru: 'Не спрошено по вашему выбору.',
      en: 'Not asked, as you chose.',
    },
    QUOTA_SPENT: {
      be: 'Пошук не праведзены: на сёння ведамства адказала на столькі запытаў, колькі дазваляе за дзень. Працягвайце пасля поўначы UTC.',
      ru: 'Поиск не проведён: на сегодня ведомство ответило на столько запросов, сколько допускает за день. Продолжайте после полуночи UTC.',
      en: 'Not looked up: it has answered as many searches as it does in a day. Go on after midnight UTC.',
    },
    UNAVAILABLE: {
      be: 'Не адказвае; яго звестак тут няма.',
      ru: 'Не отвечает; его сведений здесь нет.',
      en: 'Does not answer; what it holds is missing here.',
    },
  },
} as const satisfies Partial<TitlesOf>;
