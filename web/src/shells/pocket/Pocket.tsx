import type { ReactNode } from "react";
import { Icon } from "@/features/pocket/looks";
import { MePage } from "@/features/pocket/MePage";
import { NewPassword } from "@/features/pocket/NewPassword";
import { usePocket, type Pocket as State } from "@/features/pocket/pocket";
import { ReportPage } from "@/features/pocket/ReportPage";
import { SignIn } from "@/features/pocket/SignIn";
import { TaskPage } from "@/features/pocket/TaskPage";
import { TasksPage } from "@/features/pocket/TasksPage";
import { TodayPage } from "@/features/pocket/TodayPage";
import { pocketWords } from "@/features/pocket/words";
import { useLight } from "@/shared/light/lang";
import { LanguageButton, Loading, Note, Sheet } from "@/shared/light/parts";
import { below, go, usePath } from "@/shared/light/route";
import { lightWords } from "@/shared/light/words";

type Tab = "today" | "tasks" | "report" | "me";
const PATHS: Record<Tab, string> = { today: "/m/today", tasks: "/m/tasks", report: "/m/report", me: "/m/me" };

function tabsFor(state: State): Tab[] {
  const may = (permission: string): boolean => state.session?.permissions.includes(permission) ?? false;
  const works = may("cases.handle") || may("cases.check");
  return [...(may("evaluation.read") ? (["today"] as const) : []), ...(works ? (["tasks"] as const) : []), ...(may("reports.create") ? (["report"] as const) : []), "me"];
}

/** The phone of whoever handles, patrols or leads. */
export function Pocket() {
  const { t } = useLight(pocketWords);
  const state = usePocket();
  const path = usePath();
  if (state.phase === "starting") return <Loading />;
  if (state.session === null) {
    return (
      <>
        <Top title={t("app.name")} />
        <main>{state.online ? <SignIn /> : <Note kind="warn">{t("in.noNetwork")}</Note>}</main>
      </>
    );
  }
  if (state.session.must_change_password && state.phase === "in") {
    return (
      <>
        <Top title={t("app.name")} />
        <main>
          <NewPassword />
        </main>
      </>
    );
  }
  const [first, second] = below(path, "/m") ?? [];
  return (
    <>
      {first === "case" && second !== undefined ? <CaseFace state={state} name={second} /> : <TabFace state={state} first={first} />}
      {state.phase === "out" && (
        <Sheet title={t("in.submit")} onClose={() => undefined}>
          <SignIn over />
        </Sheet>
      )}
    </>
  );
}

function CaseFace({ state, name }: { state: State; name: string }) {
  const { t } = useLight(pocketWords);
  return (
    <>
      <Top title={t("task.title")} back />
      <main className="l-main">
        <Net state={state} />
        <TaskPage name={name} />
      </main>
    </>
  );
}

const TITLES = { today: "today.title", tasks: "tasks.title", report: "report.title", me: "me.title" } as const;

function TabFace({ state, first }: { state: State; first: string | undefined }) {
  const { t } = useLight(pocketWords);
  const tabs = tabsFor(state);
  // A leader's home is the day, a handler's the tasks.
  const home = tabs.includes("tasks") ? "tasks" : (tabs[0] ?? "me");
  const tab = tabs.find((one) => one === first) ?? home;
  return (
    <>
      <Top title={t(TITLES[tab])} />
      <main className="l-main">
        <Net state={state} />
        <Page tab={tab} />
      </main>
      <nav className="l-nav">
        {tabs.map((one) => (
          <Goes key={one} to={PATHS[one]} here={one === tab}>
            <Icon name={one} />
            {t(`nav.${one}`)}
          </Goes>
        ))}
      </nav>
    </>
  );
}

function Page({ tab }: { tab: Tab }) {
  if (tab === "today") return <TodayPage />;
  if (tab === "tasks") return <TasksPage />;
  return tab === "report" ? <ReportPage /> : <MePage />;
}

function Goes({ to, here, children }: { to: string; here: boolean; children: ReactNode }) {
  return (
    <a
      href={to}
      aria-current={here ? "page" : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

function Top({ title, back = false }: { title: string; back?: boolean }) {
  const { t } = useLight(lightWords);
  const demo = usePocket().copy?.demo ?? false;
  return (
    <header className="l-top">
      {back && (
        <button type="button" className="l-back" aria-label={t("light.back")} onClick={() => go(PATHS.tasks)}>
          ‹
        </button>
      )}
      <h1>{title}</h1>
      {demo && <span className="l-tag">{t("light.demo")}</span>}
      <LanguageButton />
    </header>
  );
}

/** How the phone and the platform stand to each other: nothing is shown while all is well. */
function Net({ state }: { state: State }) {
  const { t } = useLight(pocketWords);
  const refused = state.items.filter((item) => item.refused !== null).length;
  const waiting = state.items.length - refused;
  return (
    <>
      {!state.online && <Note kind="warn">{t("net.off")}</Note>}
      {waiting > 0 && <Note>{t("net.waiting", { n: waiting })}</Note>}
      {refused > 0 && (
        <Note kind="bad">
          <a
            href={PATHS.me}
            onClick={(event) => {
              event.preventDefault();
              go(PATHS.me);
            }}
          >
            {t("net.refused", { n: refused })}
          </a>
        </Note>
      )}
    </>
  );
}
