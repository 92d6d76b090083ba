import {
  AlertOutlined,
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  BlockOutlined,
  BulbOutlined,
  ControlOutlined,
  DashboardOutlined,
  DesktopOutlined,
  EnvironmentOutlined,
  EyeOutlined,
  FileTextOutlined,
  HeartOutlined,
  HddOutlined,
  IdcardOutlined,
  InboxOutlined,
  KeyOutlined,
  LockOutlined,
  ProfileOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SoundOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay, useSession } from "@/features/access/session";
import { scenariosQuery } from "@/features/scenarios/queries";
import { useWords } from "@/shared/i18n";
import { mayOpen } from "@/shells/desk/home";
import styles from "@/shells/desk/frame.module.css";

const WORK = [
  { to: "/", word: "nav.day", Icon: DashboardOutlined },
  { to: "/cases", word: "nav.cases", Icon: AuditOutlined },
  { to: "/map", word: "nav.map", Icon: EnvironmentOutlined },
  { to: "/intake", word: "nav.intake", Icon: InboxOutlined },
  { to: "/alarms", word: "nav.alarms", Icon: AlertOutlined },
  { to: "/silences", word: "nav.silences", Icon: SoundOutlined },
  { to: "/devices", word: "nav.devices", Icon: HddOutlined },
  { to: "/proposals", word: "nav.proposals", Icon: BulbOutlined },
  { to: "/command", word: "nav.command", Icon: ScheduleOutlined },
  { to: "/signs", word: "nav.signs", Icon: HeartOutlined },
  { to: "/checkup", word: "nav.checkup", Icon: FileTextOutlined },
  { to: "/evaluation", word: "nav.evaluation", Icon: BarChartOutlined },
] as const;

const KEEPING = [
  { to: "/rules", word: "nav.rules", Icon: ControlOutlined },
  { to: "/matters", word: "nav.matters", Icon: ProfileOutlined },
  { to: "/organisations", word: "nav.organisations", Icon: ApartmentOutlined },
  { to: "/personal", word: "nav.personal", Icon: LockOutlined },
  { to: "/audit", word: "nav.audit", Icon: EyeOutlined },
  { to: "/accounts", word: "nav.accounts", Icon: IdcardOutlined },
  { to: "/keys", word: "nav.keys", Icon: KeyOutlined },
  { to: "/screens", word: "nav.screens", Icon: DesktopOutlined },
  { to: "/identity", word: "nav.identity", Icon: SafetyOutlined },
  { to: "/scenarios", word: "nav.scenarios", Icon: AppstoreOutlined },
  { to: "/settings", word: "nav.settings", Icon: SettingOutlined },
  { to: "/federation", word: "nav.federation", Icon: ApiOutlined },
] as const;

/** The pages this account may open: the day's work, the pages of scenarios, and what is kept in order. */
export function Menu() {
  return (
    <>
      <Places places={WORK} />
      <ScenarioPages />
      <Places places={KEEPING} />
    </>
  );
}

function Places({ places }: { places: typeof WORK | typeof KEEPING }) {
  const { t } = useWords();
  const permissions = useSession()?.permissions ?? [];
  return places
    .filter(({ to }) => mayOpen(to, permissions))
    .map(({ to, word, Icon }) => (
      <Link key={to} to={to} className={styles.item} activeOptions={{ exact: to === "/scenarios" || to === "/", includeSearch: false }} activeProps={{ className: styles.itemHere }}>
        <Icon aria-hidden="true" /> <span>{t(word)}</span>
      </Link>
    ));
}

/** The pages that running scenarios declare. */
function ScenarioPages() {
  const { pick } = useWords();
  const may = useMay("cases.read");
  const all = useQuery({ ...scenariosQuery, enabled: may }).data?.items ?? [];
  const running = may ? all.filter((row) => row.state === "on") : [];
  return running.flatMap((row) =>
    row.pages.map((page) => (
      <Link
        key={`${row.name} ${page.name}`}
        to="/scenarios/$name/$page"
        params={{ name: row.name, page: page.name }}
        className={styles.item}
        title={pick(row.zh ?? row.name, row.en ?? row.name)}
        activeProps={{ className: styles.itemHere }}
      >
        <BlockOutlined aria-hidden="true" /> <span>{row.pages.length === 1 ? pick(row.zh ?? page.zh, row.en ?? page.en) : pick(page.zh, page.en)}</span>
      </Link>
    )),
  );
}
