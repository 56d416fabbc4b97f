import type { Connection } from 'mongoose';
import { measureModel } from '../lists/measure-model.ts';
import { budgetModel } from '../models/budget-model.ts';
import { channelModels } from '../models/channel-models.ts';
import { alertModel } from '../models/comparing/alert-model.ts';
import { indicatorModels } from '../models/comparing/indicator-models.ts';
import { measuringModels } from '../models/comparing/measuring-models.ts';
import { comparisonModel } from '../models/comparison-model.ts';
import { decisionModel } from '../models/decision-model.ts';
import { departureModel } from '../models/departure-model.ts';
import { deputyModel } from '../models/deputy-model.ts';
import { dossierModel } from '../models/dossier-model.ts';
import { groupModel } from '../models/group-model.ts';
import { historyModel } from '../models/history-model.ts';
import { hitModel } from '../models/hit-model.ts';
import { noticeModel } from '../models/notice-model.ts';
import { operationModel } from '../models/operation-model.ts';
import { readModel } from '../models/read-model.ts';
import { requestModel } from '../models/request-model.ts';
import { surnameModel } from '../models/surname-model.ts';
import { suspensionModel } from '../models/suspension-model.ts';
import { waitingModel } from '../models/waiting-model.ts';
import { officerDayModel } from '../officer-days/officer-day-model.ts';

/**
 * The models of every collection of an agency's database, in the order of an export, which has all of them. Dossiers stand before the groups that
 * they name, so that of a database that is written meanwhile no group is missing, and histories before both: a line of a step that is not in the
 * record would stand in the way of the next one.
 */
export const agencyModels = (connection: Connection) => {
  const { sightings, ...ofIndicators } = indicatorModels(connection);
  return {
    history: historyModel(connection),
    dossiers: dossierModel(connection),
    waiting: waitingModel(connection),
    decisions: decisionModel(connection),
    measures: measureModel(connection),
    groups: groupModel(connection),
    hits: hitModel(connection),
    reads: readModel(connection),
    // A restore in the middle of a day must not renew what other agencies have spent, nor what an officer has done.
    budgets: budgetModel(connection),
    officerDays: officerDayModel(connection),
    comparisons: comparisonModel(connection),
    surnames: surnameModel(connection),
    notices: noticeModel(connection),
    suspensions: suspensionModel(connection),
    requests: requestModel(connection),
    deputies: deputyModel(connection),
    operations: operationModel(connection),
    alerts: alertModel(connection),
    // Before what is made of them: an indicator may be missing, which is made anew.
    sightings,
    // With the secrets that take the blinds off, since the other agency's answer to a round may still come, and with how far a change of keys has come.
    ...ofIndicators,
    // In its own order: what was authorised before what is made of it.
    ...measuringModels(connection),
    departures: departureModel(connection),
    ...channelModels(connection),
  };
};

export type AgencyModels = ReturnType<typeof agencyModels>;
