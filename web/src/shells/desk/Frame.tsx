import { PlusOutlined, TranslationOutlined, UserOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouter } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useEffect, useState } from "react";
import { useMay, useSession, useSignOut } from "@/features/access/session";
import { PasswordDialog } from "@/features/access/PasswordDialog";
import { SessionsDialog } from "@/features/access/SessionsDialog";
import { dropDrafts } from "@/features/cases/one/drafts";
import { GrowingStrip } from "@/features/demo/GrowingStrip";
import { UrgentAlarm } from "@/features/day/UrgentAlarm";
import { SignInAgain } from "@/features/access/SignInAgain";
import { ReportDialog } from "@/features/events/ReportDialog";
import { Bell } from "@/features/notices/Bell";
import { SearchBox } from "@/features/search/SearchBox";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { KeysDialog } from "@/shells/desk/KeysDialog";
import { platformQuery } from "@/shared/api/platform";
import { useLive } from "@/shells/desk/live";
import { LiveBanner } from "@/shells/desk/LiveBanner";
import { Menu } from "@/shells/desk/Menu";
import { Watermark } from "@/shells/desk/Watermark";
import styles from "@/shells/desk/frame.module.css";

/** Whoever may see none of these has nothing to search. */
const SEARCHED = ["cases.read", "events.read", "people.read", "places.read"];

type Dialog = "report" | "keys" | "sessions" | "password" | null;

/** The desk: who we are, where one can go and who is signed in on the left; the page on the right. */
export function Frame() {
  const { t, language, setLanguage } = useWords();
  const [dialog, setDialog] = useState<Dialog>(null);
  const mayReport = useMay("reports.create");
  const hears = useMay("notices.read");
  const permissions = useSession()?.permissions ?? [];
  const finds = SEARCHED.some((permission) => permissions.includes(permission));
  const close = (): void => setDialog(null);
  const standing = useLive();
  useKeys({
    "?": () => setDialog("keys"),
    n: () => {
      if (mayReport) setDialog("report");
    },
  });
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t("nav.skip")}
      </a>
      <div className={styles.rail}>
        <Brand />
        <nav className={styles.nav} aria-label={t("nav.main")}>
          {mayReport && (
            <button type="button" className={styles.report} onClick={() => setDialog("report")}>
              <PlusOutlined aria-hidden="true" /> <span>{t("nav.report")}</span>
            </button>
          )}
          <Menu />
        </nav>
        <div className={styles.own}>
          {hears && (
            <Bell className={styles.item}>
              <span className={styles.label}>{t("notices.title")}</span>
            </Bell>
          )}
          <button type="button" className={styles.item} aria-label={t("language.switch")}
            onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
          >
            <TranslationOutlined aria-hidden="true" />
            <span className={styles.label}>{t("language.switch")}</span>
          </button>
          <Account onDialog={setDialog} />
        </div>
      </div>
      {finds ? (
        <div className={styles.top}>
          <SearchBox />
        </div>
      ) : (
        <div />
      )}
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <Watermark />
      <LiveBanner standing={standing} />
      <GrowingStrip />
      <UrgentAlarm />
      <SignInAgain />
      <ReportDialog open={dialog === "report"} onClose={close} />
      <KeysDialog open={dialog === "keys"} onClose={close} />
      <PasswordDialog open={dialog === "password"} onClose={close} />
      <SessionsDialog open={dialog === "sessions"} onClose={close} />
    </div>
  );
}

function Brand() {
  const { t } = useWords();
  const { data: platform } = useQuery(platformQuery);
  const name = platform?.title ?? t("brand.name");
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <div className={styles.brand}>
      <img src="/mark.svg" alt="" width="28" height="28" />
      <span>
        <b>{name}</b>
        {platform?.demo === true && (
          <span className={styles.demo} title={t("demo.hint")}>
            {t("demo.badge")}
          </span>
        )}
      </span>
    </div>
  );
}

function Account({ onDialog }: { onDialog: (dialog: Dialog) => void }) {
  const { t, code } = useWords();
  const session = useSession();
  const router = useRouter();
  const signOut = useSignOut();
  const role = session?.roles[0];
  const leave = (): void => {
    dropDrafts();
    signOut.mutate(undefined, { onSettled: () => void router.invalidate() });
  };
  return (
    <Dropdown
      trigger={["click"]}
      placement="topLeft"
      menu={{
        items: [
          { key: "security", label: t("user.security"), onClick: () => void router.navigate({ to: "/security" }) },
          { key: "password", label: t("user.password"), onClick: () => onDialog("password") },
          { key: "sessions", label: t("user.sessions"), onClick: () => onDialog("sessions") },
          { key: "keys", label: t("user.keys"), onClick: () => onDialog("keys") },
          { type: "divider" },
          { key: "out", label: t("user.signOut"), onClick: leave },
        ],
      }}
    >
      <button type="button" className={styles.item}>
        <UserOutlined aria-hidden="true" />
        <span className="sr-only">{t("user.menu")}</span>
        <span className={styles.who}>
          {session?.name}
          {role !== undefined && <small>{code("position_role", role)}</small>}
        </span>
      </button>
    </Dropdown>
  );
}
