import { applyEvent } from '../../../../../../subgraphs/agency/channel/in/apply-record.ts';
import type { ApplyResult } from '../../../../../../subgraphs/agency/channel/stores/inbox.ts';
import {
  type ChannelEvent,
  readEvent,
  writeEvent,
} from '../../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import type { AgencyDefinition } from '../../../../../../subgraphs/agency/permissions/agency-definition.ts';
import type { DossierRecord } from '../../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { linkState } from '../../../../../../subgraphs/agency/records/dossier/links/link-state.ts';
import { type Message, newMessageId } from '../../../../../../subgraphs/agency/records/messages/message.ts';
import { isPassing } from '../../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../../subgraphs/russia/definition.ts';
import type { LinkWithdrawal } from '../../../../../../terms/enums.ts';
import {
  type DemoAgency,
  demoAgencyOf,
} from '../../../../../../workshop/demo-data/agencies/demo-agencies.ts';
import { demoCaseOf } from '../../../../../../workshop/demo-data/lists/cases.ts';
import { take } from '../../../../../actions/take.ts';
import { foreignRecord } from '../../../../../support/foreign-record.ts';
import { dossierOf } from '../../../../../support/hand-made-dossiers.ts';
import { agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Officer } from '../../../../../support/world/officer.ts';

/** An agency whose officers decide on links, and whose messages a test carries by hand. */
export async function linkingAgency(definition: AgencyDefinition, given: DossierRecord[]) {
  const own = demoAgencyOf(definition.agency);
  // Its officers work on a case that is one of each dossier's: nobody decides on what they may not read.
  const dossiers = given.map((dossier) => ({
    ...dossier,
    cases: [...new Set([...dossier.cases, demoCaseOf(own)])],
  }));
  const agency = await agencyInProcess(definition, { dossiers });
  const { models, stores, effects, pending: sources } = agency;
  let number = 0;
  let forgeries = 1_000;

  /** As it goes over the wire, under the number that comes next. */
  function sent(message: Message): ChannelEvent {
    number++;
    const event = readEvent(writeEvent({ ...message, from: own, number }));
    if (!event) throw new Error('it is no event');
    return event;
  }

  const act = async (officer: Officer, action: string, input: object) => {
    const { codes, ...outcome } = await take(officer, own, action, input);
    return { codes, outcome, problems: outcome.problems?.map(({ code }) => code) ?? [] };
  };
  const stored = async (id: string) => {
    const dossier = await models.dossiers.findById(id).lean<DossierRecord>();
    if (!dossier) throw new Error(`there is no ${id}`);
    return dossier;
  };
  const versionOf = async (id: string) => (await stored(id)).version;
  const liaison = agency.as(own, 'LIAISON');
  const supervisor = agency.as(own, 'SUPERVISOR');

  const it = {
    ...agency,
    own,
    stored,
    liaison,
    supervisor,
    async propose(
      dossier: string,
      foreign: string,
      decision = 'SAME',
      officer = liaison,
      version?: number,
      evidence?: string,
    ) {
      return act(officer, 'proposeLink', {
        dossier,
        version: version ?? (await versionOf(dossier)),
        foreign: foreignRecord(foreign),
        decision,
        reason: 'The same documents',
        evidence,
      });
    },
    async countersign(dossier: string, foreign: string, officer = supervisor, version?: number) {
      const input = {
        dossier,
        version: version ?? (await versionOf(dossier)),
        foreign: foreignRecord(foreign),
      };
      return act(officer, 'countersignLink', input);
    },
    withdraw: (dossier: string, foreign: string, officer = supervisor, of: LinkWithdrawal = 'DECISION') =>
      act(officer, 'withdrawLink', {
        dossier,
        foreign: foreignRecord(foreign),
        of,
        reason: 'A mistake',
      }),
    /** Both officers at once. */
    async decide(dossier: string, foreign: string, decision = 'SAME', at = new Date()) {
      const first = await it.propose(dossier, foreign, decision, liaison.at(at));
      const second = await it.countersign(dossier, foreign, supervisor.at(at));
      if (!first.outcome.of || !second.outcome.of)
        throw new Error(`not decided: ${JSON.stringify([first, second])}`);
    },
    /** The state of the one link of a dossier, and both decisions. */
    async link(id: string) {
      const [link] = (await stored(id)).links;
      return link ? `${linkState(link)} ${link.own.decision} ${link.told.decision}` : 'none';
    },
    sent,
    /** Takes what waits, as it goes over the wire. */
    async outgoing(): Promise<ChannelEvent[]> {
      const events: ChannelEvent[] = [];
      for (const source of sources) {
        const { messages, letGo } = await source.read(50);
        events.push(...messages.map(sent));
        await letGo();
      }
      return events;
    },
    /** What another agency sends that is no agency of ours: any data, under the number that comes next. */
    forged(data: Record<string, unknown>, type = 'concord.link.decided.v1', at = new Date()): ChannelEvent {
      forgeries++;
      const from = other(own);
      const text = writeEvent({ id: newMessageId(at), from, to: own, number: forgeries, type, at, data });
      const event = readEvent(text);
      if (!event) throw new Error('this is no event');
      return event;
    },
    /** A hit by which another agency's officers may name a dossier. */
    async hit(dossier: string, caseNumber?: string, now = new Date()): Promise<string> {
      const reader = { agency: other(own), case: caseNumber };
      return (await stores.hits.referencesOf([dossier], reader, now)).get(dossier)?._id ?? '';
    },
    async receive(events: readonly ChannelEvent[], now = new Date()): Promise<ApplyResult[]> {
      const results: ApplyResult[] = [];
      for (const event of events) results.push(await applyEvent(effects, event, { now, isPassing }));
      return results;
    },
  };
  return it;
}
/** Both agencies with dossiers of these ids, of which nothing is shown abroad. */
export async function linkingAgencies(here: readonly string[], there: readonly string[]) {
  const dark = (id: string) => dossierOf(id, { handlingCode: 'ON_RELEASE' });
  return {
    home: await linkingAgency(belarus, here.map(dark)),
    abroad: await linkingAgency(
      russia,
      there.map((id) => ({ ...dark(id), agency: 'RUSSIA' as const })),
    ),
  };
}

export type LinkingAgency = Awaited<ReturnType<typeof linkingAgency>>;

/** Carries all messages until there are none. */
export async function carry(one: LinkingAgency, other: LinkingAgency): Promise<ApplyResult[]> {
  const results: ApplyResult[] = [];
  for (;;) {
    const [there, back] = [await one.outgoing(), await other.outgoing()];
    if (there.length + back.length === 0) return results;
    results.push(...(await other.receive(there)), ...(await one.receive(back)));
  }
}

export const other = (agency: DemoAgency): DemoAgency => (agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS');
