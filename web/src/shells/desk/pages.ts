import { lazyRouteComponent } from "@tanstack/react-router";

// What is not the day's first page comes when it is first opened, so that the first load stays small.
export const SetUpPage = lazyRouteComponent(() => import("@/features/access/SetUpPage"), "SetUpPage");
export const ChoosePasswordPage = lazyRouteComponent(() => import("@/features/access/ChoosePasswordPage"), "ChoosePasswordPage");
export const AccountsPage = lazyRouteComponent(() => import("@/features/access/AccountsPage"), "AccountsPage");
export const AccountPage = lazyRouteComponent(() => import("@/features/access/account/AccountPage"), "AccountPage");
export const SecurityPage = lazyRouteComponent(() => import("@/features/access/security/SecurityPage"), "SecurityPage");
export const MapPage = lazyRouteComponent(() => import("@/features/map/MapPage"), "MapPage");
export const ScreensPage = lazyRouteComponent(() => import("@/features/wall/ScreensPage"), "ScreensPage");
export const KeysPage = lazyRouteComponent(() => import("@/features/access/keys/KeysPage"), "KeysPage");
export const IdentityPage = lazyRouteComponent(() => import("@/features/access/identity/IdentityPage"), "IdentityPage");
export const EvaluationPage = lazyRouteComponent(() => import("@/features/evaluation/EvaluationPage"), "EvaluationPage");
export const SignsPage = lazyRouteComponent(() => import("@/features/signs/SignsPage"), "SignsPage");
export const CheckupPage = lazyRouteComponent(() => import("@/features/checkup/CheckupPage"), "CheckupPage");
export const ScenarioPage = lazyRouteComponent(() => import("@/features/scenarios/ScenarioPage"), "ScenarioPage");
export const SearchPage = lazyRouteComponent(() => import("@/features/search/SearchPage"), "SearchPage");
export const EventPage = lazyRouteComponent(() => import("@/features/events/EventPage"), "EventPage");
export const UnitPage = lazyRouteComponent(() => import("@/features/people/UnitPage"), "UnitPage");
export const DevicePage = lazyRouteComponent(() => import("@/features/devices/DevicePage"), "DevicePage");
export const AlarmPage = lazyRouteComponent(() => import("@/features/alarms/AlarmPage"), "AlarmPage");
export const SilencePage = lazyRouteComponent(() => import("@/features/silences/SilencePage"), "SilencePage");
export const MatterPage = lazyRouteComponent(() => import("@/features/matters/MatterPage"), "MatterPage");
export const RulePage = lazyRouteComponent(() => import("@/features/rules/RulePage"), "RulePage");
export const TrialPage = lazyRouteComponent(() => import("@/features/rules/TrialPage"), "TrialPage");
