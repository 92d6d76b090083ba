import { FiguresPage } from "@/features/citizen/FiguresPage";
import { FollowPage } from "@/features/citizen/FollowPage";
import { IdeasPage } from "@/features/citizen/IdeasPage";
import { OnePage } from "@/features/citizen/OnePage";
import { ReportPage } from "@/features/citizen/ReportPage";
import { citizenWords } from "@/features/citizen/words";
import { platformQuery } from "@/shells/citizen/platform";
import { useAsked } from "@/shared/light/asked";
import { useLight } from "@/shared/light/lang";
import { LanguageButton } from "@/shared/light/parts";
import { below, go, usePath } from "@/shared/light/route";
import { lightWords } from "@/shared/light/words";

const TABS = { report: "/c", follow: "/c/follow", ideas: "/c/ideas", figures: "/c/figures" } as const;
type Tab = keyof typeof TABS;
const ICONS: Record<Tab, string> = {
  report: "M12 5v14M5 12h14",
  follow: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4",
  ideas: "M9 18h6m-5 3h4M12 3a6 6 0 0 1 3 11v1H9v-1a6 6 0 0 1 3-11Z",
  figures: "M5 19V9m7 10V5m7 14v-7",
};

/** The residents' face: everything without an account. */
export function Citizen() {
  const { t } = useLight(citizenWords);
  const light = useLight(lightWords);
  const path = usePath();
  const [platform] = useAsked("platform", platformQuery);
  const token = below(path, "/r")?.[0];
  const second = below(path, "/c")?.[0];
  const tab = token === undefined ? ((Object.keys(TABS) as Tab[]).find((one) => one === second) ?? "report") : "follow";
  return (
    <>
      <header className="l-top">
        <h1>{token === undefined ? t(tab === "report" ? "app.name" : `nav.${tab}`) : t("one.title")}</h1>
        {platform.state === "here" && platform.value.demo && <span className="l-tag">{light.t("light.demo")}</span>}
        <LanguageButton />
      </header>
      <main className="l-main">{token === undefined ? <Page tab={tab} /> : <OnePage key={token} token={token} />}</main>
      <nav className="l-nav">
        {(Object.keys(TABS) as Tab[]).map((one) => (
          <a
            key={one}
            href={TABS[one]}
            aria-current={one === tab ? "page" : undefined}
            onClick={(event) => {
              event.preventDefault();
              go(TABS[one]);
            }}
          >
            <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
              <path d={ICONS[one]} />
            </svg>
            {t(`nav.${one}`)}
          </a>
        ))}
      </nav>
    </>
  );
}

function Page({ tab }: { tab: Tab }) {
  if (tab === "follow") return <FollowPage />;
  if (tab === "ideas") return <IdeasPage />;
  return tab === "figures" ? <FiguresPage /> : <ReportPage />;
}
