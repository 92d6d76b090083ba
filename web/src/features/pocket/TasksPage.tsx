import { useState } from "react";
import { Left } from "@/features/pocket/looks";
import { Orders } from "@/features/pocket/Orders";
import { sync, usePocket, type Pocket } from "@/features/pocket/pocket";
import { foreseen } from "@/features/pocket/queue";
import { inOrder, type Order } from "@/features/pocket/order";
import { pocketWords } from "@/features/pocket/words";
import type { CaseRow } from "@/shared/api/types";
import { far, metres } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import { Button, Empty, Loading, Note } from "@/shared/light/parts";
import { go } from "@/shared/light/route";
import { short } from "@/shared/time/format";

const MINE = new Set(["to_receive", "handling", "to_check"]);

/** What is to be done, the most pressing or the nearest first. */
export function TasksPage() {
  const { t } = useLight(pocketWords);
  const pocket = usePocket();
  const [order, setOrder] = useState<Order>("due");
  const { copy, fix } = pocket;
  if (copy === null) return pocket.online ? <Loading /> : <Empty>{t("in.noNetwork")}</Empty>;
  const rows = inOrder(
    copy.tasks.filter((row) => MINE.has(foreseen(row.state, row.id, pocket.items))),
    order,
    fix,
  );
  return (
    <>
      <div className="l-row">
        <Button pressed={order === "due"} onClick={() => setOrder("due")}>
          {t("tasks.byDue")}
        </Button>
        <Button pressed={order === "far"} onClick={() => setOrder("far")}>
          {t("tasks.byFar")}
        </Button>
        <span className="l-grow" />
        <button type="button" className="l-button is-quiet" onClick={() => void sync()} aria-busy={pocket.busy}>
          {short(copy.readAt, new Date(copy.readAt))}
        </button>
      </div>
      {order === "far" && fix === null && <Note kind="warn">{t("tasks.noPlace")}</Note>}
      <Orders />
      {rows.length === 0 ? (
        <Empty>{t("tasks.none")}</Empty>
      ) : (
        <ul className="l-list">
          {rows.map((row) => (
            <li key={row.id}>
              <TaskCard row={row} pocket={pocket} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TaskCard({ row, pocket }: { row: CaseRow; pocket: Pocket }) {
  const { t, code } = useLight(pocketWords);
  const waits = pocket.items.some((item) => item.work.kind === "step" && item.work.caseId === row.id);
  const pressed = (pocket.copy?.orders ?? []).some((order) => order.case_id === row.id);
  const state = foreseen(row.state, row.id, pocket.items);
  const { lon, lat } = row.place;
  const away = pocket.fix !== null && lon !== null && lat !== null ? far(metres(pocket.fix, { lon, lat })) : null;
  const path = `/m/case/${row.number}`;
  const due = state === "to_receive" ? (row.receipt_due_at ?? row.due_at) : row.due_at;
  return (
    <a
      className={row.urgent ? "l-card l-urgent" : "l-card"}
      href={path}
      onClick={(event) => {
        event.preventDefault();
        go(path);
      }}
    >
      <span className="l-row">
        <span className="l-grow l-strong">{row.matter.name}</span>
        <span className="l-tag l-calm">{code("state", state)}</span>
      </span>
      <span className="l-soft">{row.place.text === "" ? row.jurisdiction.name : row.place.text}</span>
      <span className="l-row">
        {row.urgent && <span className="l-tag l-over">{t("tasks.urgent")}</span>}
        {pressed && <span className="l-tag l-over">{t("orders.supervise")}</span>}
        <Left due={due} start={row.filed_at} />
        {away !== null && <span className="l-tag">{away}</span>}
        {waits && <span className="l-tag l-soon">{t("tasks.waits")}</span>}
        <span className="l-soft">{row.number}</span>
      </span>
    </a>
  );
}
