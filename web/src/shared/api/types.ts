/** Names for the shapes of the OpenAPI document, so that features do not spell out generated paths. */
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];

export type Session = Shapes["SessionOut"];
export type SessionRow = Shapes["OwnSession"];
export type Platform = Shapes["PlatformOut"];
export type CaseRow = Shapes["CaseRow"];
export type Case = Shapes["CaseDetail"];
export type CaseList = Shapes["CasePage"];
export type CaseCounts = Shapes["Counts"];
export type CaseHead = Shapes["CaseHead"];
export type CaseReport = Shapes["ReportShape"];
export type Assignment = Shapes["AssignmentShape"];
export type CaseClock = Shapes["ClockShape"];
export type NextStep = Shapes["StepShape"];
export type Photo = Shapes["PhotoShape"];
export type TimelineItem = Shapes["LineShape"];
export type UnitChoice = Shapes["UnitChoice"];
export type ReportIn = Shapes["ReportAsk"];
export type ReportOut = Shapes["ReportAnswer"];
export type FileOut = Shapes["FileOut"];
export type Matter = Shapes["MatterOut"];
export type Notice = Shapes["NoticeOut"];
export type FigureColumn = Shapes["ColumnOut"];
/** The client reads a pair as a list, so the pair of a figure (above and below the line) is spelled so here. */
export type FigureRow = Omit<Shapes["RowOut"], "parts"> & { parts: Record<string, (number | null)[]> };
export type Figures = Omit<Shapes["FiguresOut"], "rows" | "total"> & { rows: FigureRow[]; total: FigureRow };
export type Behind = Shapes["BehindOut"];
export type Account = Shapes["AccountOut"];
export type AccountDetail = Shapes["AccountDetail"];
export type Holding = Shapes["HoldingOut"];
export type HalfSession = Shapes["HalfOut"];
export type PhoneDraft = Shapes["DraftOut"];
export type Security = Shapes["SecurityOut"];
export type ApiKey = Shapes["KeyOut"];
export type NewApiKey = Shapes["NewKeyOut"];
export type Policy = Shapes["PolicyOut"];
export type Provider = Shapes["ProviderOut"];
export type Stranger = Shapes["yiwang__access__routes__identity__StrangerOut"];
