import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect } from "@tanstack/react-router";
import { sessionQuery, setupQuery } from "@/features/access/session";
import { AccountsPage } from "@/features/access/AccountsPage";
import { SetUpPage } from "@/features/access/SetUpPage";
import { SignInPage } from "@/features/access/SignInPage";
import { platformQuery } from "@/shared/api/platform";
import { readSearch } from "@/features/cases/filters";
import { CaseListPage } from "@/features/cases/list/CaseListPage";
import { CasePage } from "@/features/cases/one/CasePage";
import { EvaluationPage } from "@/features/evaluation/EvaluationPage";
import { ScenarioPage } from "@/features/scenarios/ScenarioPage";
import { Broken, Idle, Lost } from "@/shells/desk/Broken";
import { Frame } from "@/shells/desk/Frame";
import { homeOf } from "@/shells/desk/home";
import { readEvaluation, readReturn } from "@/shells/desk/searches";

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
    return <SetUpPage onDone={() => void navigate({ to: "/" })} />;
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
    const { to } = signInRoute.useSearch();
    return <SignInPage onSignedIn={() => void navigate(to === undefined ? { to: "/" } : { href: to })} />;
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
  beforeLoad: async ({ context }) => {
    const home = homeOf((await whoever(context.cache))?.permissions ?? []);
    if (home !== undefined) redirect({ to: home, throw: true });
  },
  component: Idle,
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

const evaluationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/evaluation",
  validateSearch: readEvaluation,
  component: function Evaluation() {
    const search = evaluationRoute.useSearch();
    const navigate = evaluationRoute.useNavigate();
    return <EvaluationPage search={search} onSearch={(next) => void navigate({ search: next })} />;
  },
});

const scenarioRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/scenarios/$name/$page",
  component: function Scenario() {
    const { name, page } = scenarioRoute.useParams();
    return <ScenarioPage key={`${name}/${page}`} name={name} page={page} />;
  },
});

const accountsRoute = createRoute({ getParentRoute: () => deskRoute, path: "/accounts", component: AccountsPage });

const tree = rootRoute.addChildren([setUpRoute, signInRoute, deskRoute.addChildren([homeRoute, casesRoute, caseRoute, evaluationRoute, scenarioRoute, accountsRoute])]);

export function makeRouter(cache: QueryClient) {
  return createRouter({ routeTree: tree, context: { cache }, defaultErrorComponent: Broken, defaultNotFoundComponent: Lost });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
