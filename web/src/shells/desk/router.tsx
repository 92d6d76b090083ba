import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { sessionQuery, setupQuery, useMay } from "@/features/access/session";
import { SignInPage } from "@/features/access/SignInPage";
import { clearMark } from "@/shared/api/watermark";
import { platformQuery } from "@/shared/api/platform";
import { readSearch } from "@/features/cases/filters";
import { CaseListPage } from "@/features/cases/list/CaseListPage";
import { CasePage } from "@/features/cases/one/CasePage";
import { DayPage } from "@/features/day/DayPage";
import { readDay } from "@/features/day/tabs";
import { readCheckup } from "@/features/checkup/queries";
import { readSigns } from "@/features/signs/reading";
import { Broken, Idle, Lost } from "@/shells/desk/Broken";
import { Frame } from "@/shells/desk/Frame";
import { homeOf } from "@/shells/desk/home";
import * as pages from "@/shells/desk/pages";
import { readAccounts, readEvaluation, readFresh, readReturn, readTab, readWords } from "@/shells/desk/searches";

interface Context {
  cache: QueryClient;
}

// Asked once; what changes the answer puts it into the cache.
const setUpState = (cache: QueryClient) => cache.query({ ...setupQuery, staleTime: "static" });
const whoever = (cache: QueryClient) => cache.query({ ...sessionQuery, staleTime: "static" });

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, errorComponent: Broken, notFoundComponent: Lost });

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-up",
  beforeLoad: async ({ context }) => {
    const setup = await setUpState(context.cache);
    if (!setup.needed) redirect({ to: "/sign-in", throw: true });
  },
  component: function SetUp() {
    const navigate = setUpRoute.useNavigate();
    return <pages.SetUpPage onDone={() => void navigate({ to: "/" })} />;
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: readReturn,
  beforeLoad: async ({ context }) => {
    if ((await whoever(context.cache)) !== null) redirect({ to: "/", throw: true });
  },
  component: function SignIn() {
    const navigate = signInRoute.useNavigate();
    const { to, refused, step } = signInRoute.useSearch();
    const go = (path: string | undefined): void => void navigate(path === undefined ? { to: "/" } : { href: path });
    return <SignInPage to={to} refused={refused} half={step === "second"} onSignedIn={go} />;
  },
});

const choosePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/choose-password",
  component: function ChoosePassword() {
    return <pages.ChoosePasswordPage token={window.location.hash.slice(1)} />;
  },
});

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "desk",
  beforeLoad: async ({ context, location }) => {
    if ((await whoever(context.cache)) !== null) return;
    // Where nothing is to be looked at yet, the first thing to do is to make an administrator.
    const [setup, platform] = await Promise.all([setUpState(context.cache), context.cache.query({ ...platformQuery, staleTime: "static" })]);
    if (setup.needed && !platform.demo) redirect({ to: "/set-up", throw: true });
    const plain = location.href === "/" || location.href === "/cases";
    redirect({ to: "/sign-in", search: plain ? {} : { to: location.href }, throw: true });
  },
  component: Frame,
  notFoundComponent: Lost,
});

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/",
  validateSearch: readDay,
  beforeLoad: async ({ context }) => {
    const home = homeOf((await whoever(context.cache))?.permissions ?? []);
    if (home !== undefined && home !== "/") redirect({ to: home, throw: true });
  },
  component: function Home() {
    const search = homeRoute.useSearch();
    const navigate = homeRoute.useNavigate();
    if (!useMay("cases.claim")) return <Idle />;
    return <DayPage search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const casesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/cases",
  validateSearch: readSearch,
  component: function Cases() {
    const search = casesRoute.useSearch();
    const navigate = casesRoute.useNavigate();
    return <CaseListPage search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const caseRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/cases/$caseId",
  component: function One() {
    const { caseId } = caseRoute.useParams();
    return <CasePage key={caseId} caseId={caseId} />;
  },
});

const signsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/signs",
  validateSearch: readSigns,
  component: function Signs() {
    const search = signsRoute.useSearch();
    const navigate = signsRoute.useNavigate();
    return <pages.SignsPage search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const checkupRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/checkup",
  validateSearch: readCheckup,
  component: function Checkups() {
    const navigate = checkupRoute.useNavigate();
    return <pages.CheckupPage search={checkupRoute.useSearch()} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const evaluationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/evaluation",
  validateSearch: readEvaluation,
  component: function Evaluation() {
    const search = evaluationRoute.useSearch();
    const navigate = evaluationRoute.useNavigate();
    return <pages.EvaluationPage search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const scenarioRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/scenarios/$name/$page",
  component: function Scenario() {
    const { name, page } = scenarioRoute.useParams();
    return <pages.ScenarioPage key={`${name}/${page}`} name={name} page={page} />;
  },
});

const accountsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/accounts",
  validateSearch: readAccounts,
  component: function Accounts() {
    const search = accountsRoute.useSearch();
    const navigate = accountsRoute.useNavigate();
    return <pages.AccountsPage search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/accounts/$accountId",
  component: function Account() {
    const { accountId } = accountRoute.useParams();
    return <pages.AccountPage key={accountId} accountId={accountId} />;
  },
});

const securityRoute = createRoute({ getParentRoute: () => deskRoute, path: "/security", component: pages.SecurityPage });
const mapRoute = createRoute({ getParentRoute: () => deskRoute, path: "/map", component: pages.MapPage });
const screensRoute = createRoute({ getParentRoute: () => deskRoute, path: "/screens", component: pages.ScreensPage });
const keysRoute = createRoute({ getParentRoute: () => deskRoute, path: "/keys", component: pages.KeysPage });
const identityRoute = createRoute({ getParentRoute: () => deskRoute, path: "/identity", component: pages.IdentityPage });

const searchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/search",
  validateSearch: readWords,
  component: function Search() {
    const { q } = searchRoute.useSearch();
    return <pages.SearchPage key={q} q={q ?? ""} />;
  },
});

const eventRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/events/$eventId",
  component: function Event() {
    const { eventId } = eventRoute.useParams();
    return <pages.EventPage key={eventId} eventId={eventId} />;
  },
});

const unitRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/people/units/$unitId",
  component: function Unit() {
    const { unitId } = unitRoute.useParams();
    return <pages.UnitPage key={unitId} unitId={unitId} />;
  },
});

const devicesRoute = createRoute({ getParentRoute: () => deskRoute, path: "/devices", component: lazyRouteComponent(() => import("@/features/devices/DevicesPage"), "DevicesPage") });
const alarmsRoute = createRoute({ getParentRoute: () => deskRoute, path: "/alarms", component: lazyRouteComponent(() => import("@/features/alarms/AlarmsPage"), "AlarmsPage") });
const mattersRoute = createRoute({ getParentRoute: () => deskRoute, path: "/matters", component: lazyRouteComponent(() => import("@/features/matters/MattersPage"), "MattersPage") });
const unitsRoute = createRoute({ getParentRoute: () => deskRoute, path: "/organisations", component: lazyRouteComponent(() => import("@/features/people/UnitsPage"), "UnitsPage") });
const matterRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/matters/$code",
  component: function OneMatter() {
    const { code } = matterRoute.useParams();
    return <pages.MatterPage key={code} code={code} />;
  },
});
const deviceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/devices/$deviceId",
  component: function Device() {
    const { deviceId } = deviceRoute.useParams();
    return <pages.DevicePage key={deviceId} deviceId={deviceId} />;
  },
});
const alarmRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/alarms/$alarmId",
  component: function Alarm() {
    const { alarmId } = alarmRoute.useParams();
    return <pages.AlarmPage key={alarmId} alarmId={alarmId} />;
  },
});

const silenceRoute = createRoute({ getParentRoute: () => deskRoute, path: "/silences/$silenceId", component: pages.SilencePage });
const ruleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/rules/$code",
  validateSearch: readFresh,
  component: function OneRule() {
    const { code } = ruleRoute.useParams();
    const { fresh } = ruleRoute.useSearch();
    return <pages.RulePage key={code} code={code} fresh={fresh} />;
  },
});
const trialRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/trials/$trialId",
  component: function OneTrial() {
    const { trialId } = trialRoute.useParams();
    return <pages.TrialPage key={trialId} trialId={trialId} />;
  },
});

const under = { getParentRoute: () => deskRoute, validateSearch: readTab };
const scenariosRoute = createRoute({ ...under, path: "/scenarios", component: lazyRouteComponent(() => import("@/features/scenarios/ScenariosPage"), "ScenariosPage") });
const silencesRoute = createRoute({ ...under, path: "/silences", component: lazyRouteComponent(() => import("@/features/silences/SilencesPage"), "SilencesPage") });
const rulesRoute = createRoute({ ...under, path: "/rules", component: lazyRouteComponent(() => import("@/features/rules/RulesPage"), "RulesPage") });
const personalRoute = createRoute({ ...under, path: "/personal", component: lazyRouteComponent(() => import("@/features/personal/PersonalPage"), "PersonalPage") });
const auditRoute = createRoute({ ...under, path: "/audit", component: lazyRouteComponent(() => import("@/features/audit/AuditPage"), "AuditPage") });
const intakeRoute = createRoute({ ...under, path: "/intake", component: lazyRouteComponent(() => import("@/features/intake/IntakePage"), "IntakePage") });
const commandRoute = createRoute({ ...under, path: "/command", component: lazyRouteComponent(() => import("@/features/command/CommandPage"), "CommandPage") });
const federationRoute = createRoute({ ...under, path: "/federation", component: lazyRouteComponent(() => import("@/features/federation/PeersPage"), "PeersPage") });

const proposalsRoute = createRoute({ ...under, path: "/proposals", component: lazyRouteComponent(() => import("@/features/proposals/ProposalsPage"), "ProposalsPage") });
const settingsRoute = createRoute({ ...under, path: "/settings", component: lazyRouteComponent(() => import("@/features/settings/SettingsPage"), "SettingsPage") });

const tree = rootRoute.addChildren([
  setUpRoute,
  signInRoute,
  choosePasswordRoute,
  deskRoute.addChildren([
    ...[mattersRoute, matterRoute, unitsRoute, devicesRoute, deviceRoute, alarmsRoute, alarmRoute],
    ...[rulesRoute, ruleRoute, trialRoute, silencesRoute, silenceRoute],
    ...[homeRoute, casesRoute, caseRoute, searchRoute, eventRoute, unitRoute, intakeRoute, commandRoute, evaluationRoute, signsRoute, checkupRoute, scenarioRoute],
    ...[personalRoute, auditRoute, accountsRoute, accountRoute, securityRoute, keysRoute, mapRoute, screensRoute, identityRoute, scenariosRoute, federationRoute],
    ...[proposalsRoute, settingsRoute],
  ]),
]);

export function makeRouter(cache: QueryClient) {
  const router = createRouter({ routeTree: tree, context: { cache }, defaultErrorComponent: Broken, defaultNotFoundComponent: Lost, defaultPreload: "intent" });
  router.subscribe("onBeforeNavigate", ({ pathChanged }) => {
    if (pathChanged) clearMark();
  });
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
