import { FilterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useMemo, useState } from "react";
import { narrowing, type CaseSearch } from "@/features/cases/filters";
import styles from "@/features/cases/list/list.module.css";
import { mattersQuery, organisationsQuery, streetsQuery } from "@/features/cases/queries";
import type { Matter } from "@/shared/api/types";
import { useWords, type Words } from "@/shared/i18n";
import { useWide } from "@/shared/parts/useWide";

interface CaseFiltersProps {
  search: CaseSearch;
  onChange: (change: Partial<CaseSearch>) => void;
  onClear: () => void;
}

const SEARCHED = { optionFilterProp: "label" } as const;

/** Majors as groups, each beginning with the whole major. */
function matterGroups(matters: Matter[], t: Words["t"]) {
  const majors = new Map<string, Matter[]>();
  for (const matter of matters) majors.set(matter.major, [...(majors.get(matter.major) ?? []), matter]);
  return [...majors].map(([major, members]) => {
    const name = members[0]?.major_name ?? major;
    return {
      label: name,
      options: [
        { value: `major:${major}`, label: t("cases.filter.allMatters", { name }) },
        ...members.map((matter) => ({ value: `matter:${matter.code}`, label: matter.name })),
      ],
    };
  });
}

function chosenMatter(search: CaseSearch): string | undefined {
  if (search.matter !== undefined) return `matter:${search.matter}`;
  return search.major === undefined ? undefined : `major:${search.major}`;
}

function readMatter(value: string | undefined): Partial<CaseSearch> {
  const [kind, code] = value?.split(":") ?? [];
  return { major: kind === "major" ? code : undefined, matter: kind === "matter" ? code : undefined };
}

export function CaseFilters({ search, onChange, onClear }: CaseFiltersProps) {
  const { t } = useWords();
  const wide = useWide();
  const [open, setOpen] = useState(false);
  const used = narrowing(search);
  return (
    <div className={styles.filters}>
      {!wide && (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {used === 0 ? t("cases.filter.open") : t("cases.filter.count", { n: used })}
        </Button>
      )}
      {(wide || open) && <Fields search={search} onChange={onChange} />}
      {used > 0 && (
        <Button type="link" onClick={onClear}>
          {t("cases.filter.clear")}
        </Button>
      )}
    </div>
  );
}

function Fields({ search, onChange }: Omit<CaseFiltersProps, "onClear">) {
  const { t } = useWords();
  const matters = useQuery(mattersQuery());
  const streets = useQuery(streetsQuery());
  const units = useQuery(organisationsQuery());
  const groups = useMemo(() => matterGroups(matters.data?.items ?? [], t), [matters.data, t]);
  return (
    <>
      <Select
        className={styles.select}
        aria-label={t("cases.filter.matter")}
        placeholder={t("cases.filter.matter")}
        allowClear
        showSearch={SEARCHED}
        popupMatchSelectWidth={280}
        loading={matters.isPending}
        options={groups}
        value={chosenMatter(search)}
        onChange={(value: string | undefined) => onChange(readMatter(value))}
      />
      <Select
        className={styles.select}
        aria-label={t("cases.filter.street")}
        placeholder={t("cases.filter.street")}
        allowClear
        showSearch={SEARCHED}
        popupMatchSelectWidth={200}
        loading={streets.isPending}
        options={streets.data?.items.map((street) => ({ value: street.id, label: street.name })) ?? []}
        value={search.jurisdiction}
        onChange={(jurisdiction: string | undefined) => onChange({ jurisdiction })}
      />
      <Select
        className={styles.select}
        aria-label={t("cases.filter.unit")}
        placeholder={t("cases.filter.unit")}
        allowClear
        showSearch={SEARCHED}
        popupMatchSelectWidth={260}
        loading={units.isPending}
        options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
        value={search.unit}
        onChange={(unit: string | undefined) => onChange({ unit })}
      />
      <DatePicker.RangePicker
        className={styles.dates}
        aria-label={t("cases.filter.dates")}
        allowEmpty={[true, true]}
        placeholder={[t("cases.filter.from"), t("cases.filter.to")]}
        value={[search.from === undefined ? null : dayjs(search.from), search.to === undefined ? null : dayjs(search.to)]}
        onChange={(range) => onChange({ from: range?.[0]?.format("YYYY-MM-DD"), to: range?.[1]?.format("YYYY-MM-DD") })}
      />
      <Checkbox checked={search.urgent ?? false} onChange={(event) => onChange({ urgent: event.target.checked ? true : undefined })}>
        {t("cases.filter.urgent")}
      </Checkbox>
      <Checkbox checked={search.mine ?? false} onChange={(event) => onChange({ mine: event.target.checked ? true : undefined })}>
        {t("cases.filter.mine")}
      </Checkbox>
    </>
  );
}
