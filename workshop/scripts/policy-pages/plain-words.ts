import { othersThan, titleOf } from '../../../terms/agencies.ts';
import { purposes } from '../../../terms/enums.ts';
import { whoMay } from './actions.ts';
import { codes } from './markdown.ts';
import { neverAbroad, toldNothing } from './reading.ts';
import type { Subject } from './subject.ts';

const andList = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What no release can give to another agency, by the policy's own cells. */
function neverGiven(subject: Subject): string {
  const told = [...neverAbroad(subject)].map(([column, shut]) => {
    const when = shut.length === purposes.length ? 'any purpose' : andList.format(shut);
    return `- ${column} for ${when}`;
  });
  return told.length > 0 ? told.join('\n') : '- nothing: every class can be released for some purpose';
}

/** The rules behind the tables, as a lawyer would tell them to another. */
export function inPlainWords(subject: Subject): string {
  const { agency, policy, contactPoint } = subject;
  const owner = titleOf(agency);
  const others = othersThan(agency).map(titleOf).join(' or ');
  return `Every request names a purpose, a legal basis and, to solve or investigate, a case that the viewer’s agency has assigned
to him. ${owner} decides in this order:

1. **May he know that the dossier exists?** An own viewer may, unless he reads nothing at all for his purpose. A viewer of
   ${others} may only
   - when the dossier’s handling code is \`SHAREABLE\`, by the decision of two officers of ${owner};
   - or when it is \`ON_RELEASE\` and a release to his agency is in force for his purpose and case, or both agencies have
     confirmed that it and a dossier of theirs are of one person;
   - never when it is \`ORIGINATOR_ONLY\`, or when the person was acquitted or the proceedings were discontinued.

   Who reads nothing for his purpose is told of no dossier. Among own viewers that is ${toldNothing(subject, 'own')};
   among those of ${others} it is ${toldNothing(subject, 'foreign')}. A dossier that a viewer may not know of is to him as one
   that does not exist: the same answer, the same counts.
2. **What does the policy say of the class?** Every field has one class. By role and purpose the class is read (\`yes\`), is not
   read (\`no\`), or it is up to the dossier (\`asks the dossier\`). Who has several roles reads what any of them reads; OVERSEER stands alone, and leaves nothing of other roles.
3. **What does the dossier say?** To an own viewer it says yes when the case of his request is one of the dossier’s. To a
   viewer of another agency it says yes when a release of the class to his agency is in force, for his purpose and, if the
   release names one, his case; or when the dossier is \`SHAREABLE\` and the class is one that ${owner} shares so:
   ${codes(policy.shareable) || 'none'}. A criminal group is read by whom the dossier of one of its members allows it.

**Reasons.** An own viewer may say in \`concord-reason\` why he reads a dossier that has none of his request’s case. ${
    policy.demandsReason
      ? 'Without a reason he reads of such a dossier no class more sensitive than IDENTITY.'
      : 'None is demanded of him; the overseer sees how much he reads without one.'
  }

**Releases.** A release opens named classes of one dossier to one agency, for named purposes, from a moment until another.

- It lasts at most ${policy.longestReleaseDays} days.
- It is proposed by: ${whoMay(subject, 'proposeRelease')}. It is granted by: ${whoMay(subject, 'grantRelease')}, never the officer who proposed it. It is
  recalled, at once, by: ${whoMay(subject, 'recallRelease')}.
- The grant countersigns what other officers had added to the dossier before it was proposed.
- Nothing is released of a dossier that is \`ORIGINATOR_ONLY\`, or whose person was cleared.
- Questions go to ${contactPoint}.

**SHAREABLE.** A dossier is recorded as \`ON_RELEASE\` at most. That others may see it without a release is proposed by:
${whoMay(subject, 'proposeShareable')}; it is countersigned by: ${whoMay(subject, 'countersignShareable')}, never the officer who proposed it; and it is taken
back, at once, by: ${whoMay(subject, 'changeHandlingCode')}.

**What one officer adds** to a dossier is to another agency as if it were not there, until it is countersigned by: ${whoMay(subject, 'countersignValues')}, never the
officer who added it${policy.unsignedDays === undefined ? '; no time does it instead' : `, or until ${policy.unsignedDays} days have passed`}. Free texts need the countersigning officer’s word on their neutrality. What is taken
out, contested or recalled is so at once.

**What a dossier holds** is changed only by an officer of one of its cases; of a dossier without cases by any supervisor. **What is to be
removed**, or kept for a shorter time, stays until somebody else has agreed: ${whoMay(subject, 'countersignRemoval')}. It then goes after
${subject.retention.removal.waitDays} days from the proposal at the earliest; without that it lapses after ${subject.retention.removal.lapseDays} days. An officer removes at most
${subject.retention.removal.mostADay} values in a day. What ends the status or the last offence sooner, and so the whole dossier, counts as the removal of all its values, and goes
${subject.retention.removal.toldDays} days after the second officer’s yes at the earliest. What they recorded themselves on the same day, a cleared person’s dossier and what a court orders
(${whoMay(subject, 'removeByOrder')}) do not wait.

**A criminal group** has a name that an officer has worded. To another agency it is as if it were not recorded, its members’ dossiers
aside, until it is countersigned by: ${whoMay(subject, 'countersignGroup')}, never the officer who recorded or last amended it. While an amendment waits for that, another
agency reads the group as it was last countersigned.

**No release can give** to a viewer of ${others}:

${neverGiven(subject)}

**Legal basis.** \`NATIONAL_LAW\` is a legal basis at home and does not open records of ${owner} to another agency: its viewers name the
agreement or convention that they act under.

**What is withheld is empty, not an error,** and the answer says of each such field why (see Reasons) and what can be done.
**What is read is put on record** before it is answered, of own viewers and of others: who, when, for which purpose and case, which dossiers and
fields, never their values.`;
}
