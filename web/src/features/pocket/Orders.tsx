import { useState } from "react";
import { useDraft } from "@/features/pocket/draft";
import { Left } from "@/features/pocket/looks";
import { put, usePocket } from "@/features/pocket/pocket";
import type { Order } from "@/features/pocket/reading";
import { pocketWords } from "@/features/pocket/words";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note, Sheet } from "@/shared/light/parts";
import { go } from "@/shared/light/route";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** What was expedited 督办 or ordered from above and is not done: all of it, or what concerns one case. */
export function Orders({ caseId }: { caseId?: string }) {
  const { t } = useLight(pocketWords);
  const { copy } = usePocket();
  const [finishing, setFinishing] = useState<Order | null>(null);
  const orders = (copy?.orders ?? []).filter((order) => caseId === undefined || order.case_id === caseId);
  // The sheet stands outside the list: a dialog that moves in the page is shut by the browser.
  const sheet = finishing !== null && <Finish order={finishing} onClose={() => setFinishing(null)} />;
  if (orders.length === 0) return sheet;
  return (
    <section className="l-card l-orders" aria-label={t("orders.title")}>
      <h2>{t("orders.title")}</h2>
      <ul className="l-list">
        {orders.map((order) => (
          <li key={order.id}>
            <OneOrder order={order} linked={caseId === undefined} onFinish={() => setFinishing(order)} />
          </li>
        ))}
      </ul>
      {sheet}
    </section>
  );
}

function OneOrder({ order, linked, onFinish }: { order: Order; linked: boolean; onFinish: () => void }) {
  const { t } = useLight(pocketWords);
  const { items } = usePocket();
  const now = useNow();
  const waits = items.filter((item) => item.work.kind === "order" && item.work.orderId === order.id && item.refused === null);
  const received = order.state === "received" || waits.length > 0;
  const done = waits.some((item) => item.work.kind === "order" && item.work.verb === "done");
  return (
    <>
      <p className="l-row">
        <span className={order.kind === "order" ? "l-tag l-calm" : "l-tag l-over"}>{t(`orders.${order.kind}`)}</span>
        <Left due={order.due_at} start={order.given_at} />
      </p>
      <p className="l-strong">{order.title}</p>
      <p>{order.text}</p>
      <p className="l-soft">{t("orders.from", { name: order.given_name, at: short(order.given_at, now) })}</p>
      {waits.length > 0 && <Note kind="warn">{t("step.kept")}</Note>}
      <div className="l-row">
        {!received && (
          <Button kind="main" onClick={() => void put({ ...workOn(order), verb: "receive", feedback: "" })}>
            {t("orders.receive")}
          </Button>
        )}
        {received && !done && <Button onClick={onFinish}>{t("orders.done")}</Button>}
        {linked && order.case_id !== null && <Button onClick={() => go(`/m/case/${order.case_id ?? ""}`)}>{t("orders.case")}</Button>}
      </div>
    </>
  );
}

function workOn(order: Order): { kind: "order"; orderId: string; number: string } {
  return { kind: "order", orderId: order.id, number: order.number };
}

function Finish({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useLight(pocketWords);
  const [text, setText, forget] = useDraft(`order ${order.id}`);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (text.trim() === "") return;
    void put({ ...workOn(order), verb: "done", feedback: text.trim() });
    forget();
    onClose();
  };
  return (
    <Sheet title={t("orders.done")} onClose={onClose}>
      <Field label={t("orders.feedback")} error={asked && text.trim() === "" ? t("step.needed") : undefined}>
        {(props) => <textarea {...props} value={text} maxLength={1900} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Button kind="main" onClick={submit}>
        {t("orders.done")}
      </Button>
    </Sheet>
  );
}
