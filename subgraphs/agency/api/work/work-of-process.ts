import { Lane } from '../../../../server/standstill/lane.ts';
import { OfficerMinutes } from './officer-minutes.ts';
import { workLimits } from './work-limits.ts';

/** The work that a process does at a time, and has done lately: what the operations of all officers share. */
export class WorkOfProcess {
  readonly minutes = new OfficerMinutes(workLimits.ofOfficerAMinute);
  readonly lanes = workLimits.lanes.map((limits) => ({
    from: limits.from,
    lane: new Lane(limits, (officer) => this.minutes.workFor(officer)),
  }));

  /** True while operations run that are not among the largest. */
  get hasSmaller(): boolean {
    return this.lanes.slice(0, -1).some(({ lane }) => lane.running > 0);
  }
}
