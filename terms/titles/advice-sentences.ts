import type { AdviceCode } from '../enums.ts';
import type { Title } from './title.ts';

/**
 * The sentence of each advice, with places for what the advice names: `{owner}`, `{class}`, `{roles}`, `{purposes}` and
 * `{contactPoint}`. Owner, class, roles and purposes are put in by their titles.
 */
export const adviceSentences: Readonly<Record<AdviceCode, Title>> = {
  ACTION_OF_ROLES: {
    be: 'Гэта даступна ролям: {roles} ({owner}). Звярніцеся да калегі з такой роляй.',
    ru: 'Это доступно ролям: {roles} ({owner}). Обратитесь к коллеге с такой ролью.',
    en: 'This is for {roles} of {owner}. Ask a colleague with that role.',
  },
  OWNERS_OFFICERS: {
    be: '{owner}: толькі для супрацоўнікаў гэтага ведамства.',
    ru: '{owner}: только для сотрудников этого ведомства.',
    en: '{owner} keeps this to its own officers.',
  },
  OTHER_ROLE: {
    be: 'Ваша роля не чытае «{class}» ({owner}). Для некаторых мэт чытаюць: {roles}. Звярніцеся да калегі з такой роляй.',
    ru: 'Ваша роль не читает «{class}» ({owner}). Для некоторых целей читают: {roles}. Обратитесь к коллеге с такой ролью.',
    en: 'Your role may not read “{class}” of {owner}. Others may for some purposes: {roles}. Ask a colleague with that role.',
  },
  NOBODY: {
    be: '{owner} не перадае «{class}» нікому з вашага ведамства.',
    ru: '{owner} не передаёт «{class}» никому из вашего ведомства.',
    en: '{owner} lets nobody of your agency read “{class}”.',
  },
  OTHER_PURPOSE: {
    be: 'Ваша роля можа пытацца для мэт: {purposes}, калі гэта ваша праца.',
    ru: 'Ваша роль может спрашивать для целей: {purposes}, если это ваша работа.',
    en: 'Your role may read it for: {purposes}, if that is your purpose.',
  },
  NO_OTHER_PURPOSE: {
    be: 'Не для гэтай мэты.',
    ru: 'Не для этой цели.',
    en: 'Not for this purpose.',
  },
  NAME_AGREEMENT: {
    be: 'Нацыянальны закон не адкрывае нічога ў іншага ведамства. Выберыце прававой падставай пагадненне, паводле якога вы дзейнічаеце.',
    ru: 'Национальный закон не открывает ничего у другого ведомства. Выберите правовым основанием соглашение, по которому вы действуете.',
    en: 'National law does not open another agency’s records. Choose the agreement that you act under as the legal basis.',
  },
  NAME_CASE: {
    be: 'Выберыце ў падставе запыту справу гэтага дасье або запыту звестак, калі яна вам даручана.',
    ru: 'Выберите в основании запроса дело этого досье или запроса сведений, если оно вам поручено.',
    en: 'Choose a case of this dossier or request in the mandate, if it is assigned to you.',
  },
  GIVE_REASON: {
    be: 'Пазначце ў падставе запыту, чаму вы чытаеце дасье або запыт звестак іншай справы, або выберыце яго справу.',
    ru: 'Укажите в основании запроса, почему вы читаете досье или запрос сведений другого дела, или выберите его дело.',
    en: 'The dossier or request belongs to none of your cases. Say in the mandate why you read it, or choose one of its cases.',
  },
  RELEASE_FOR_CASE: {
    be: 'Перадача дазволена па іншай справе. Папрасіце пра яе па сваёй справе: {contactPoint}.',
    ru: 'Передача разрешена по другому делу. Попросите о ней по своему делу: {contactPoint}.',
    en: 'The release is for another case. Ask {contactPoint} for a release for yours.',
  },
  ASK_RELEASE: {
    be: 'Папрасіце перадаць «{class}» з гэтага дасье, назваўшы справу і мэту: {contactPoint}.',
    ru: 'Попросите передать «{class}» из этого досье, назвав дело и цель: {contactPoint}.',
    en: 'Ask {contactPoint} to release “{class}” of this dossier, naming your case and purpose.',
  },
  ASK_NEW_RELEASE: {
    be: 'Папрасіце пра новую перадачу: {contactPoint}.',
    ru: 'Попросите о новой передаче: {contactPoint}.',
    en: 'Ask {contactPoint} for a new release.',
  },
  ASK_WHY_RECALLED: {
    be: 'Спытайце пра прычыну: {contactPoint}.',
    ru: 'Спросите о причине: {contactPoint}.',
    en: 'Ask {contactPoint} why.',
  },
  DOSSIER_BY_CASE: {
    be: 'Вырашае дасье: выберыце ў падставе запыту адну з яго спраў.',
    ru: 'Решает досье: выберите в основании запроса одно из его дел.',
    en: 'It depends on the dossier: choose one of its cases in the mandate.',
  },
  DOSSIER_BY_CASE_OR_REASON: {
    be: 'Вырашае дасье: выберыце ў падставе запыту адну з яго спраў або пазначце там, чаму вы яго чытаеце.',
    ru: 'Решает досье: выберите в основании запроса одно из его дел или укажите там, почему вы его читаете.',
    en: 'It depends on the dossier: choose one of its cases in the mandate, or say there why you read it.',
  },
  DOSSIER_BY_RELEASE: {
    be: 'Вырашае дасье: яно павінна быць перададзена вашаму ведамству для гэтай мэты, або ўладальнік павінен адкрыць гэты клас.',
    ru: 'Решает досье: оно должно быть передано вашему ведомству для этой цели, или владелец должен открыть этот класс.',
    en: 'It depends on the dossier: it must be released to your agency for this purpose, or its owner must share the class.',
  },
};
