import { useQuery } from "@tanstack/react-query";
import { useUnitName } from "@/features/people/units";
import { api, body } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import { Page } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** The platforms cases are exchanged with, and how the exchange goes. */
export function PeersPage() {
  const { t, code } = useWords();
  const now = useNow();
  const unitName = useUnitName();
  const found = useQuery({
    queryKey: ["federation", "peers"],
    queryFn: async () => ({ items: (await body(api.GET("/api/federation/peers"))).items.map((peer) => ({ ...peer, id: peer.name })) }),
    refetchInterval: 15_000,
  });
  return (
    <Page title={t("nav.federation")}>
      <Listing
        source={whole(found)}
        label={t("nav.federation")}
        empty={t("peers.none")}
        hint={t("peers.noneHint")}
        columns={[
          { key: "name", title: t("peers.name"), show: (row) => <><b>{row.title}</b> <Tag>{code("relation", row.relation)}</Tag><span className={styles.sub}>{row.url}</span></> },
          {
            key: "state",
            title: t("accounts.state"),
            show: (row) => (
              <>
                <Tag tone={row.state === "paused" ? "stone" : row.failures > 0 ? "cinnabar" : "malachite"}>{code("peer_state", row.state === "active" && row.failures > 0 ? "failing" : row.state)}</Tag>
                {row.last_error !== null && <span className={styles.sub}>{row.last_error}</span>}
              </>
            ),
          },
          { key: "where", title: t("accounts.area"), show: (row) => row.jurisdictions.join("、") || (row.unit_id === null ? "—" : unitName(row.unit_id)) },
          { key: "personal", title: t("peers.personal"), show: (row) => code("peer_personal", row.personal) },
          { key: "sent", title: t("peers.sent"), as: "number", show: (row) => row.sent },
          { key: "waiting", title: t("peers.waiting"), as: "number", show: (row) => row.waiting },
          { key: "received", title: t("peers.received"), as: "number", show: (row) => row.received },
          { key: "refused", title: t("peers.refused"), as: "number", show: (row) => row.refused },
          { key: "heard", title: t("peers.heard"), as: "faint", show: (row) => (row.last_heard === null ? "—" : short(row.last_heard, now)) },
        ]}
      />
    </Page>
  );
}
