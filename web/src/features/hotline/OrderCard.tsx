import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { OrderSteps } from "@/features/hotline/OrderSteps";
import { orderQuery, ordersOfCaseQuery, type Order, type OrderRow } from "@/features/hotline/queries";
import styles from "@/features/hotline/hotline.module.css";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

/** The orders of 12345 behind a case; nothing where there is none. */
export function OrdersOfCase({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const found = useQuery(ordersOfCaseQuery(caseId));
  const orders = found.data?.items ?? [];
  if (orders.length === 0) return null;
  return (
    <Card title={t("hotline.card")}>
      {orders.map((order) => (
        <OrderView key={order.id} id={order.id} row={order} />
      ))}
    </Card>
  );
}

/** One order with its limits, what was done about it, and what can be done now. */
export function OrderView({ id, row }: { id: string; row?: OrderRow }) {
  const found = useQuery(orderQuery(id));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const order = found.data ?? row;
  if (order === undefined) return <Bar width="60%" />;
  return (
    <section className={styles.order} aria-label={order.number}>
      <Head order={order} />
      <Limits order={order} />
      <OrderSteps order={order} />
      {found.data !== undefined && <Done order={found.data} />}
    </section>
  );
}

function Head({ order }: { order: OrderRow }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <>
      <p className={styles.head}>
        <b>{order.number}</b>
        <Tag>{code("order_kind", order.kind)}</Tag>
        <Tag tone={order.state === "returned" ? "cinnabar" : "azurite"}>{code("order_level", order.level)}</Tag>
        {order.state === "returned" && <Tag tone="cinnabar">{code("standing", "returned")}</Tag>}
        <span className={styles.faint}>
          {t("hotline.received")} {short(order.received_at, now)}
        </span>
      </p>
      {"text" in order && typeof order.text === "string" && order.text !== "" && <p className={styles.text}>{order.text}</p>}
    </>
  );
}

interface LimitProps {
  name: string;
  due: string;
  done: string | null;
  /** Nobody has to keep it any more. */
  over?: boolean;
}

function Limits({ order }: { order: OrderRow }) {
  const { t } = useWords();
  const ended = order.state === "returned";
  return (
    <dl className={styles.limits}>
      <Limit name={t("hotline.contactDue")} due={order.contact_due_at} done={order.contacted_at} over={ended} />
      <Limit name={t("hotline.returnDue")} due={order.return_due_at} done={null} over={ended || order.contacted_at !== null || order.answered_at !== null} />
      <Limit name={t("hotline.answerDue")} due={order.due_at} done={order.answered_at} over={ended} />
    </dl>
  );
}

function Limit({ name, due, done, over = false }: LimitProps) {
  const { t } = useWords();
  const now = useNow();
  const late = new Date(done ?? now) > new Date(due);
  const tone: Tone = late ? "cinnabar" : "malachite";
  return (
    <div>
      <dt>{name}</dt>
      <dd title={exact(due)}>
        {short(due, now)} {done !== null && <Tag tone={tone}>{t(late ? "hotline.late" : "hotline.onTime")}</Tag>}
        {done === null && !over && late && <Tag tone="cinnabar">{t("hotline.late")}</Tag>}
      </dd>
    </div>
  );
}

function Done({ order }: { order: Order }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <>
      {order.answer !== null && (
        <Part title={`${t("hotline.answered")}${order.resolution === null ? "" : ` · ${code("resolution", order.resolution)}`}`}>
          <p>{order.answer}</p>
        </Part>
      )}
      <Part title={t("hotline.tries")}>
        {order.contacts_list.length === 0 && <p className={styles.faint}>{t("hotline.noTries")}</p>}
        {order.contacts_list.map((one) => (
          <p key={one.id}>
            {short(one.at, now)} · {code("contact_way", one.way)} · {one.reached ? (one.spoke_with === null ? t("hotline.reachedYes") : code("spoke_with", one.spoke_with)) : t("hotline.notReached")}
            {one.note !== "" && ` · ${one.note}`} <span className={styles.faint}>{one.actor.name}</span>
          </p>
        ))}
      </Part>
      {order.returns_list.length > 0 && (
        <Part title={t("hotline.returns")}>
          {order.returns_list.map((one) => (
            <p key={one.id}>
              {short(one.at, now)} · {code("return_reason", one.reason)} · {one.text} {one.next_door !== "" && `→ ${one.next_door}`} <span className={styles.faint}>{one.actor.name}</span>
            </p>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
