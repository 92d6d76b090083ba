import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Switch } from "antd";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { channelsQuery, intakeChanges, refusedQuery, useIntakeChange } from "@/features/intake/queries";
import { useMay } from "@/features/access/session";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Listing, paged, whole } from "@/shared/parts/Listing";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day, short } from "@/shared/time/format";

type Channel = components["schemas"]["ChannelOut"];

/** The channels in force, and what each of them refused. */
export function Channels() {
  const { t, code, pick } = useWords();
  const found = useQuery(channelsQuery);
  const [opened, setOpened] = useState<Channel | null>(null);
  return (
    <>
      <Listing
        source={whole(found)}
        label={t("channels.title")}
        empty={t("channels.none")}
        onOpen={setOpened}
        columns={[
          { key: "name", title: t("channels.name"), show: (row) => <><b>{pick(row.name, row.name_en)}</b><span className={styles.sub}>{row.code} · {t("channels.version", { n: row.version })}</span></> },
          { key: "item", title: t("channels.item"), show: (row) => pick(row.item, row.item_en) },
          { key: "door", title: t("cases.column.channel"), show: (row) => code("channel", row.door) },
          { key: "trust", title: t("channels.trust"), show: (row) => <Tag tone={row.trust === "machine" ? "ochre" : "stone"}>{code("trust", row.trust)}</Tag> },
          { key: "limit", title: t("channels.limit"), show: (row) => (row.limit === null ? t("channels.noLimit") : `${row.limit.value} ${code("limit_unit", row.limit.unit)}`) },
          { key: "signed", title: t("channels.signed"), show: (row) => t(row.signed ? "channels.yes" : "channels.no") },
          { key: "since", title: t("channels.since"), as: "faint", show: (row) => day(row.valid_from) },
          {
            key: "act",
            title: t("channels.refused"),
            as: "act",
            show: (row) => (
              <Button size="small" onClick={() => setOpened(row)}>
                {t("channels.refused")}
              </Button>
            ),
          },
        ]}
      />
      <Drawer open={opened !== null} size={860} title={opened !== null && `${pick(opened.name, opened.name_en)} · ${t("channels.refused")}`} onClose={() => setOpened(null)}>
        {opened !== null && <Refused channel={opened.code} />}
      </Drawer>
    </>
  );
}

function Refused({ channel }: { channel: string }) {
  const { t } = useWords();
  const now = useNow();
  const manages = useMay("channels.manage");
  const [settled, setSettled] = useState(false);
  const found = useInfiniteQuery(refusedQuery(channel, settled));
  const change = useIntakeChange();
  return (
    <>
      <p>
        <Switch size="small" checked={settled} onChange={setSettled} aria-label={t("channels.withSettled")} /> {t("channels.withSettled")}
      </p>
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      <Listing
        source={paged(found)}
        label={t("channels.refused")}
        empty={t("channels.noRefused")}
        columns={[
          { key: "at", title: t("channels.received"), as: "tight", show: (row) => <>{short(row.received, now)}<span className={styles.sub}>{row.times > 1 && t("channels.times", { n: row.times })}</span></> },
          {
            key: "why",
            title: t("step.reason"),
            as: "wide",
            show: (row) => (
              <>
                {row.detail}
                {row.faults.map((fault, index) => (
                  <span key={index} className={styles.sub}>
                    {fault.field}：{fault.detail}
                  </span>
                ))}
                {row.next_door !== null && <NextDoor door={row.next_door} />}
              </>
            ),
          },
          { key: "source", title: t("channels.source"), show: (row) => row.source },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) =>
              row.settled !== null ? (
                <Tag tone="malachite">{t("channels.settled")}</Tag>
              ) : (
                manages && (
                  <>
                    <Sure title={t("channels.asideSure")} onSure={() => change.mutate(() => intakeChanges.setAside(channel, row.id))}>
                      <Button size="small">{t("channels.aside")}</Button>
                    </Sure>
                    <Button size="small" type="primary" onClick={() => change.mutate(() => intakeChanges.again(channel, row.id))}>
                      {t("channels.again")}
                    </Button>
                  </>
                )
              ),
          },
        ]}
      />
    </>
  );
}

/** Who answers instead, with their number a press away. */
function NextDoor({ door: { name, hotline, text, text_en } }: { door: components["schemas"]["NextDoorOut"] }) {
  const { pick } = useWords();
  return (
    <span className={styles.sub}>
      {name !== "" && <b>{name}</b>} {hotline !== "" && hotline !== name && <a href={`tel:${hotline}`}>{hotline}</a>} {pick(text, text_en || text)}
    </span>
  );
}
