import { setLarge, useLarge } from "@/features/pocket/large";
import { PatrolCard } from "@/features/pocket/PatrolCard";
import { stopPatrol } from "@/features/pocket/patrol";
import { put, signOut, usePocket } from "@/features/pocket/pocket";
import type { OwnDuty } from "@/features/pocket/reading";
import { pocketWords } from "@/features/pocket/words";
import { Figures } from "@/features/pocket/Score";
import { Waiting } from "@/features/pocket/Waiting";
import { api } from "@/shared/api/client";
import { useLight } from "@/shared/light/lang";
import { Button, Note } from "@/shared/light/parts";
import { go } from "@/shared/light/route";
import { useNow } from "@/shared/time/clock";
import { short, span } from "@/shared/time/format";

/** One's shift, score, messages, what waits, and how the phone looks. */
export function MePage() {
  const { t } = useLight(pocketWords);
  const { session, items } = usePocket();
  const large = useLarge();
  return (
    <>
      <p className="l-strong">{session?.name}</p>
      <Duty />
      <PatrolCard />
      <Waiting items={items} />
      <Score />
      <Messages />
      <section className="l-card">
        <Button pressed={large} onClick={() => setLarge(!large)}>
          {t("me.large")}
        </Button>
        {items.length > 0 && <p className="l-hint">{t("me.signOutWaits", { n: items.length })}</p>}
        <Button onClick={() => void signOut()}>{t("me.signOut")}</Button>
      </section>
    </>
  );
}

function Duty() {
  const { t } = useLight(pocketWords);
  const { copy, items, fix } = usePocket();
  const duty = copy?.duty ?? null;
  if (duty === null) return null;
  const waits = items.find((item) => item.work.kind === "sign" && item.refused === null);
  const sign = async (way: "in" | "out"): Promise<void> => {
    // What was walked goes out before the shift ends: after it nothing is taken.
    if (way === "out") await stopPatrol();
    await put({ kind: "sign", way, where: { lon: fix?.lon ?? null, lat: fix?.lat ?? null, text: "" } });
  };
  const on = duty.signed?.state === "on";
  return (
    <section className="l-card">
      <h2>{t("me.duty")}</h2>
      <Standing duty={duty} />
      {waits !== undefined && <Note kind="warn">{t("step.kept")}</Note>}
      {waits === undefined && on && <Button onClick={() => void sign("out")}>{t("me.out")}</Button>}
      {waits === undefined && !on && duty.shift !== null && (
        <Button kind="main" onClick={() => void sign("in")}>
          {t("me.in")}
        </Button>
      )}
    </section>
  );
}

/** What one is signed in to, or may sign in to, in words. */
function Standing({ duty }: { duty: OwnDuty }) {
  const { t, language } = useLight(pocketWords);
  const now = useNow();
  const { attends, signed, shift } = duty;
  if (!attends) return <p className="l-soft">{t("me.noStaff")}</p>;
  if (signed?.state === "on") {
    return (
      <>
        <p>{t("me.on", { at: short(signed.in_at ?? signed.starts, now), end: short(signed.ends, now) })}</p>
        {signed.late_seconds > 0 && <span className="l-tag l-soon">{t("me.late", { span: span(signed.late_seconds / 60, language) })}</span>}
      </>
    );
  }
  if (shift === null) return <p className="l-soft">{t("me.noShift")}</p>;
  return <p>{t("me.next", { from: short(shift.starts, now), to: short(shift.ends, now) })}</p>;
}

function Score() {
  const { t } = useLight(pocketWords);
  const { copy, session } = usePocket();
  const now = useNow();
  if (!(session?.permissions.includes("evaluation.own") ?? false)) return null;
  const own = copy?.own ?? null;
  return (
    <section className="l-card">
      <h2>{t("me.score")}</h2>
      {own === null || own.total.values.should_close === 0 ? (
        <p className="l-soft">{t("me.noScore")}</p>
      ) : (
        <>
          <Figures figures={own} codes={["closed", "timely_handling_rate", "timely_receipt_rate", "rework_rate", "timely_closing_rate", "self_handled"]} />
          <p className="l-soft">
            {t("me.asOf", { at: short(own.as_of, now) })}
            {own.total.grade !== null && ` · ${t("me.grade", { grade: own.total.grade })}`}
          </p>
        </>
      )}
    </section>
  );
}

function Messages() {
  const { t, pick } = useLight(pocketWords);
  const { copy } = usePocket();
  const now = useNow();
  const notices = (copy?.notices ?? []).slice(0, 20);
  return (
    <section className="l-card" aria-label={t("me.messages")}>
      <h2>{t("me.messages")}</h2>
      {notices.length === 0 && <p className="l-soft">{t("me.noMessages")}</p>}
      <ul className="l-list">
        {notices.map((one) => {
          const path = one.link.startsWith("/cases/") ? one.link.replace("/cases/", "/m/case/") : null;
          return (
            <li key={one.id}>
              <p className={one.read_at === null ? "l-strong" : ""}>{pick(one.title, one.title_en)}</p>
              <p className="l-soft">
                {one.text} · {short(one.at, now)}
              </p>
              {path !== null && (
                <Button
                  kind="quiet"
                  onClick={() => {
                    void api.POST("/api/notices/{notice_id}/read", { params: { path: { notice_id: one.id } } }).catch(() => undefined);
                    go(path);
                  }}
                >
                  {t("task.title")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
