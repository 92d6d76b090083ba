import { LeftOutlined } from "@ant-design/icons";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { CaseMarks, CaseNumber, UrgentMark } from "@/features/cases/list/pieces";
import { Steps } from "@/features/cases/one/Steps";
import { Track } from "@/features/cases/one/Track";
import styles from "@/features/cases/one/one.module.css";
import type { Case } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Remaining } from "@/shared/parts/Remaining";
import { StateTag, Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

export function CaseHeader({ shown }: { shown: Case }) {
  const { t } = useWords();
  return (
    <header className={styles.header}>
      <div className={styles.crumbs}>
        <Back />
        <span className={styles.caseNumber}>
          <CaseNumber number={shown.number} />
        </span>
        <StateTag state={shown.state} />
        {shown.urgent && <UrgentMark />}
        <CaseMarks row={shown} />
        {shown.provisional_limit && (
          <Tag tone="ochre" title={t("cases.provisionalHint")}>
            {t("cases.provisional")}
          </Tag>
        )}
      </div>
      <div className={styles.titleLine}>
        <h1>{shown.title}</h1>
        <HeadClocks shown={shown} />
      </div>
      <Track shown={shown} />
      <Steps shown={shown} />
    </header>
  );
}

/** Goes back to the list one came from, with its filters; to the plain list when one came by an address. */
function Back() {
  const { t } = useWords();
  const router = useRouter();
  const navigate = useNavigate();
  return (
    <button type="button" className={styles.back} onClick={() => (router.history.canGoBack() ? router.history.back() : void navigate({ to: "/cases" }))}>
      <LeftOutlined aria-hidden="true" /> {t("case.back")}
    </button>
  );
}

function HeadClocks({ shown }: { shown: Case }) {
  const { t } = useWords();
  const now = useNow();
  const waiting = shown.state === "to_receive" && shown.receipt_due_at !== null;
  return (
    <dl className={styles.headClocks}>
      {waiting && (
        <div>
          <dt>{t("case.receipt")}</dt>
          <dd>
            <Remaining due={shown.receipt_due_at} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("case.total")}</dt>
        <dd>
          <Remaining due={shown.due_at} start={shown.opened_at} ended={shown.closed_at} />
          {shown.due_at !== null && (
            <small title={exact(shown.due_at)}>{t("due.at", { at: short(shown.due_at, now) })}</small>
          )}
        </dd>
      </div>
    </dl>
  );
}
