/** Names for the shapes of the OpenAPI document, so that features do not spell out generated paths. */
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];

export type Session = Shapes["Session"];
export type SessionRow = Shapes["SessionRow"];
export type Platform = Shapes["Platform"];
export type CaseRow = Shapes["CaseRow"];
export type Case = Shapes["Case"];
export type CaseList = Shapes["CaseList"];
export type CaseCounts = Shapes["CaseCounts"];
export type CasePlace = Shapes["CasePlace"];
export type CaseReport = Shapes["CaseReport"];
export type Assignment = Shapes["Assignment"];
export type CaseClock = Shapes["CaseClock"];
export type Classification = Shapes["Classification"];
export type NextStep = Shapes["NextStep"];
export type Photo = Shapes["Photo"];
export type TimelineItem = Shapes["TimelineItem"];
export type UnitChoice = Shapes["UnitChoice"];
export type ReportIn = Shapes["ReportIn"];
export type ReportOut = Shapes["ReportOut"];
export type FileOut = Shapes["FileOut"];
export type Matter = Shapes["Matter"];
export type Suggestion = Shapes["Suggestion"];
export type Jurisdiction = Shapes["Jurisdiction"];
export type Organisation = Shapes["Organisation"];
export type Notice = Shapes["Notice"];
export type Figures = Shapes["Figures"];
export type FigureColumn = Shapes["FigureColumn"];
export type FigureRow = Shapes["FigureRow"];
