import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/shared/i18n";
import { api, body } from "@/shared/api/client";
import { Reveal } from "@/features/personal/Reveal";
import { Listing, whole } from "@/shared/parts/Listing";
import { Page } from "@/shared/parts/Page";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";
import styles from "@/shared/parts/page.module.css";

/** A unit: who is on now, and its page of the phone book. */
export function UnitPage({ unitId }: { unitId: string }) {
  const { code } = useWords();
  const unit = useQuery({ queryKey: ["organisations", "one", unitId], queryFn: () => body(api.GET("/api/organisations/{organisation_id}", { params: { path: { organisation_id: unitId } } })) });
  if (unit.isError) return <Failure error={unit.error} retry={() => void unit.refetch()} />;
  if (unit.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  return (
    <Page title={unit.data.name} aside={<Tag>{code("unit_kind", unit.data.kind)}</Tag>}>
      <div className={styles.body}>
        <OnDuty unitId={unitId} />
        <Phones unitId={unitId} name={unit.data.name} />
      </div>
    </Page>
  );
}

function OnDuty({ unitId }: { unitId: string }) {
  const { t, code } = useWords();
  const now = useNow();
  const found = useQuery({
    queryKey: ["on-duty", unitId],
    queryFn: async () => {
      const { items } = await body(api.GET("/api/on-duty", { params: { query: { unit: unitId } } }));
      return { items: items.map((item) => ({ ...item, id: `${item.post_id} ${item.staff_id ?? ""} ${item.starts}` })) };
    },
    refetchInterval: 60_000,
  });
  return (
    <section aria-label={t("unit.onDuty")}>
      <h2 className={styles.note}>{t("unit.onDuty")}</h2>
      <Listing
        source={whole(found)}
        label={t("unit.onDuty")}
        empty={t("step.noneOnDuty")}
        columns={[
          { key: "post", title: t("unit.post"), show: (row) => row.post },
          { key: "name", title: t("unit.name"), show: (row) => row.name ?? "—" },
          { key: "mode", title: t("command.mode"), show: (row) => code("duty_mode", row.mode) },
          { key: "until", title: t("unit.until"), as: "faint", show: (row) => short(row.ends, now) },
          { key: "phones", title: t("unit.phones"), show: (row) => row.phones.join("、") || "—" },
          { key: "mobile", title: t("unit.mobile"), show: (row) => <Mobile staffId={row.staff_id} masked={row.phone_masked} /> },
        ]}
      />
    </section>
  );
}

function Phones({ unitId, name }: { unitId: string; name: string }) {
  const { t } = useWords();
  const found = useQuery({
    queryKey: ["phone-book", name],
    queryFn: async () => {
      const { items } = await body(api.GET("/api/phone-book", { params: { query: { q: name, limit: 200 } } }));
      return { items: items.filter((item) => item.organisation_id === unitId).map((item, index) => ({ ...item, id: String(index) })) };
    },
  });
  return (
    <section aria-label={t("unit.book")}>
      <h2 className={styles.note}>{t("unit.book")}</h2>
      <Listing
        source={whole(found)}
        label={t("unit.book")}
        empty={t("unit.noPhones")}
        columns={[
          { key: "post", title: t("unit.post"), show: (row) => row.post_name ?? "—" },
          { key: "name", title: t("unit.name"), show: (row) => row.staff_name ?? "—" },
          { key: "number", title: t("unit.phones"), show: (row) => (row.staff_id === null ? (row.number ?? "—") : <Mobile staffId={row.staff_id} masked={row.number} />) },
        ]}
      />
    </section>
  );
}

function Mobile({ staffId, masked }: { staffId: string | null; masked: string | null }) {
  if (masked === null) return "—";
  return (
    <span className={styles.row}>
      {masked} {staffId !== null && <Reveal object="staff" id={staffId} field="mobile" />}
    </span>
  );
}
