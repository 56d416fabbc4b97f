import type { Connection } from 'mongoose';
import { alertModel } from '../models/alert-model.ts';
import { budgetModel } from '../models/budget-model.ts';
import { channelModels } from '../models/channel-models.ts';
import { comparisonModel } from '../models/comparison-model.ts';
import { decisionModel } from '../models/decision-model.ts';
import { departureModel } from '../models/departure-model.ts';
import { deputyModel } from '../models/deputy-model.ts';
import { dossierModel } from '../models/dossier-model.ts';
import { groupModel } from '../models/group-model.ts';
import { historyModel } from '../models/history-model.ts';
import { hitModel } from '../models/hit-model.ts';
import { indicatorModels } from '../models/indicator-models.ts';
import { noticeModel } from '../models/notice-model.ts';
import { readModel } from '../models/read-model.ts';
import { requestModel } from '../models/request-model.ts';
import { surnameModel } from '../models/surname-model.ts';
import { suspensionModel } from '../models/suspension-model.ts';
import { waitingModel } from '../models/waiting-model.ts';
import { officerDayModel } from '../officer-days/officer-day-model.ts';

/** The models of every collection of an agency's database. */
export const agencyModels = (connection: Connection) => ({
  // Before the records that it is of: of a database that is exported while it is written a line may be missing, and none is early.
  history: historyModel(connection),
  dossiers: dossierModel(connection),
  waiting: waitingModel(connection),
  decisions: decisionModel(connection),
  groups: groupModel(connection),
  hits: hitModel(connection),
  reads: readModel(connection),
  budgets: budgetModel(connection),
  officerDays: officerDayModel(connection),
  comparisons: comparisonModel(connection),
  surnames: surnameModel(connection),
  notices: noticeModel(connection),
  departures: departureModel(connection),
  suspensions: suspensionModel(connection),
  requests: requestModel(connection),
  deputies: deputyModel(connection),
  alerts: alertModel(connection),
  ...indicatorModels(connection),
  ...channelModels(connection),
});

export type AgencyModels = ReturnType<typeof agencyModels>;
