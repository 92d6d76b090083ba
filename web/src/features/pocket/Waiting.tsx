import { discard, retry } from "@/features/pocket/pocket";
import type { Item, Work } from "@/features/pocket/queue";
import { Refused } from "@/features/pocket/Refused";
import { pocketWords } from "@/features/pocket/words";
import { useLight, type LightWords } from "@/shared/light/lang";
import { Button } from "@/shared/light/parts";
import { go } from "@/shared/light/route";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** What has yet to reach the platform, and what it would not have. */
export function Waiting({ items }: { items: readonly Item[] }) {
  const { t } = useLight(pocketWords);
  if (items.length === 0) return null;
  return (
    <section className="l-card" aria-label={t("me.waiting")}>
      <h2>{t("me.waiting")}</h2>
      <ul className="l-list">
        {items.map((item) => (
          <li key={item.id}>
            <Waits item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waits({ item }: { item: Item }) {
  const { t } = useLight(pocketWords);
  const now = useNow();
  const { work } = item;
  return (
    <>
      <p>
        {named(work, t)} <span className="l-soft">{short(item.madeAt, now)}</span>
      </p>
      {item.refused !== null && (
        <>
          <Refused item={item} />
          <div className="l-row">
            {work.kind === "step" && <Button onClick={() => go(`/m/case/${work.number}`)}>{t("orders.case")}</Button>}
            <Button onClick={() => void retry(item)}>{t("me.retry")}</Button>
            <Button kind="danger" onClick={() => void discard(item)}>
              {t("me.discard")}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function named(work: Work, t: LightWords<keyof typeof pocketWords>["t"]): string {
  switch (work.kind) {
    case "step":
      return t("item.step", { number: work.number, verb: t(`step.${work.verb}`) });
    case "report":
      return t("item.report", { text: work.text.slice(0, 20) });
    case "sign":
      return t(work.way === "in" ? "item.in" : "item.out");
    case "track":
      return t("item.track", { n: work.at.length });
    case "order":
      return t(work.verb === "receive" ? "item.orderReceive" : "item.orderDone", { number: work.number });
  }
}
