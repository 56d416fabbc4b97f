import type { Attack } from '../attack.ts';
import { abroadAttacks } from './abroad.ts';
import { alertAttacks } from './alerts.ts';
import { answerAttacks } from './answers.ts';
import { bodyAttacks } from './bodies.ts';
import { caseAttacks } from './cases.ts';
import { colleagueAttacks } from './colleagues.ts';
import { connectionAttacks } from './connections.ts';
import { countersigningAttacks } from './countersigning.ts';
import { crossingAttacks } from './crossing.ts';
import { darknessAttacks } from './darkness.ts';
import { documentAttacks } from './documents.ts';
import { erasingAttacks } from './erasing.ts';
import { erasureAttacks } from './erasure.ts';
import { grantAttacks } from './grants.ts';
import { heavyAttacks } from './heavy.ts';
import { historyAttacks } from './histories.ts';
import { inTheClearAttacks } from './in-the-clear.ts';
import { insiderAttacks } from './insiders.ts';
import { jointOperationAttacks } from './joint-operations.ts';
import { linkAttacks } from './links.ts';
import { loadAttacks } from './load.ts';
import { measureAttacks } from './measures.ts';
import { operationAttacks } from './operation.ts';
import { orderAttacks } from './orders.ts';
import { outageAttacks } from './outages.ts';
import { plantingAttacks } from './planting.ts';
import { publishingAttacks } from './publishing.ts';
import { recordAttacks } from './records.ts';
import { rogueAgencyAttacks } from './rogue-agency.ts';
import { searchAttacks } from './searches.ts';
import { sharingAttacks } from './sharing.ts';
import { standingTextAttacks } from './standing-texts.ts';
import { standstillAttacks } from './standstill.ts';
import { suspendedAttacks } from './suspended.ts';
import { tokenAttacks } from './tokens.ts';
import { warningAttacks } from './warnings.ts';
import { wordsAttacks } from './words.ts';
import { writingAttacks } from './writing.ts';

/** All attacks, in the order in which they are tried. */
export const attacks: readonly Attack[] = [
  ...tokenAttacks,
  ...abroadAttacks,
  ...grantAttacks,
  ...searchAttacks,
  ...darknessAttacks,
  ...writingAttacks,
  ...publishingAttacks,
  ...countersigningAttacks,
  ...insiderAttacks,
  ...erasingAttacks,
  ...orderAttacks,
  ...caseAttacks,
  ...recordAttacks,
  ...suspendedAttacks,
  ...operationAttacks,
  ...plantingAttacks,
  ...alertAttacks,
  ...rogueAgencyAttacks,
  ...warningAttacks,
  ...sharingAttacks,
  ...erasureAttacks,
  ...loadAttacks,
  ...connectionAttacks,
  ...bodyAttacks,
  ...outageAttacks,
  ...crossingAttacks,
  ...historyAttacks,
  ...documentAttacks,
  ...heavyAttacks,
  ...inTheClearAttacks,
  ...wordsAttacks,
  ...linkAttacks,
  ...answerAttacks,
  ...colleagueAttacks,
  ...standstillAttacks,
  ...standingTextAttacks,
  ...measureAttacks,
  ...jointOperationAttacks,
];
