import { Left } from "@/features/pocket/looks";
import { Figures } from "@/features/pocket/Score";
import { pocketWords } from "@/features/pocket/words";
import { api, body } from "@/shared/api/client";
import type { CaseCounts, CaseRow, Figures as Table } from "@/shared/api/types";
import { useAsked } from "@/shared/light/asked";
import { shownFigure } from "@/shared/light/figure";
import { useLight } from "@/shared/light/lang";
import { Shown } from "@/shared/light/parts";
import { go } from "@/shared/light/route";
import { useNow } from "@/shared/time/clock";
import { day, dayEnd, dayStart, short } from "@/shared/time/format";

interface Today {
  figures: Table;
  counts: CaseCounts;
  urgent: CaseRow[];
}

async function read(): Promise<Today> {
  const today = day(new Date().toISOString());
  const query = { group: "jurisdiction", from: dayStart(today), to: dayEnd(today) } as const;
  const [figures, counts, urgent] = await Promise.all([
    body(api.GET("/api/evaluation/figures", { params: { query } })),
    body(api.GET("/api/cases/counts", { params: { query: {} } })),
    body(api.GET("/api/cases", { params: { query: { urgent: true, sort: "due_at", limit: 20 } } })),
  ]);
  return { figures, counts, urgent: urgent.items.filter((row) => row.closed_at === null) };
}

/** 今日三件事: what came, what is stuck, what is urgent; asked from the very routes the desk asks. */
export function TodayPage() {
  const now = useNow();
  const [asked, again] = useAsked(`today ${Math.floor(now.getTime() / 60_000)}`, read);
  return (
    <Shown asked={asked} again={again}>
      {(today) => <Three today={today} />}
    </Shown>
  );
}

function Three({ today }: { today: Today }) {
  const { t, code } = useLight(pocketWords);
  const now = useNow();
  const { figures, counts, urgent } = today;
  const worst = figures.rows
    .filter((row) => typeof row.values.timely_closing_rate === "number")
    .toSorted((a, b) => (a.values.timely_closing_rate ?? 0) - (b.values.timely_closing_rate ?? 0))
    .slice(0, 3);
  return (
    <>
      <section className="l-card">
        <h2>{t("today.flow")}</h2>
        <Figures figures={figures} codes={["reported", "filed", "closed", "closing_rate", "timely_closing_rate", "self_handled"]} />
      </section>
      <section className="l-card">
        <h2>{t("today.late")}</h2>
        <div className="l-figures">
          {(["overdue", "soon_due", "returned"] as const).map((tab) => (
            <div key={tab}>
              <b>{counts.tabs[tab] ?? 0}</b>
              <span className="l-soft">{code("tab", tab)}</span>
            </div>
          ))}
        </div>
        {worst.length > 0 && (
          <>
            <p className="l-soft">{t("today.worst")}</p>
            <ul className="l-list">
              {worst.map((row) => (
                <li key={row.id} className="l-row">
                  <span className="l-grow">{row.name}</span>
                  <b>{shownFigure(row.values.timely_closing_rate, "%")}</b>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className="l-card">
        <h2>{t("today.urgent")}</h2>
        {urgent.length === 0 && <p className="l-soft">{t("today.noUrgent")}</p>}
        <ul className="l-list">
          {urgent.map((row) => (
            <li key={row.id}>
              <a
                href={`/m/case/${row.number}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(`/m/case/${row.number}`);
                }}
              >
                {row.matter.name} · {row.jurisdiction.name}
              </a>{" "}
              <Left due={row.due_at} start={row.filed_at} /> <span className="l-tag">{code("state", row.state)}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className="l-soft">{t("today.asOf", { at: short(figures.as_of, now) })}</p>
    </>
  );
}
