import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { devicesQuery } from "@/features/devices/queries";
import { placesQuery } from "@/features/silences/queries";
import { useWords } from "@/shared/i18n";

interface Picker {
  /** What a form hands in. */
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

/** What jurisdictions are called, with the street before the neighbourhood. */
export function usePlaceNames(): (id: string) => string {
  const items = useQuery(placesQuery).data?.items ?? [];
  const known = new Map(items.map((one) => [one.id, one]));
  return (id) => {
    const found = known.get(id);
    if (found === undefined) return "…";
    const above = found.parent_id === null ? undefined : known.get(found.parent_id);
    return above === undefined || above.level === "city" || above.level === "district" ? found.name : `${above.name} · ${found.name}`;
  };
}

/** A jurisdiction: it and all below it. */
export function AreaPicker({ id, value, onChange }: Picker) {
  const { t } = useWords();
  const items = useQuery(placesQuery).data?.items ?? [];
  const nameOf = usePlaceNames();
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("quiet.area")}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
      options={items.filter((one) => one.level !== "city").map((one) => ({ value: one.id, label: nameOf(one.id) }))}
    />
  );
}

/** A device, found by what one types. */
export function DevicePicker({ id, value, onChange, named }: Picker & { named?: string | null | undefined }) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const found = useInfiniteQuery(devicesQuery(words === "" ? {} : { words }));
  const rows = found.data?.pages[0]?.items ?? [];
  const options = rows.map((one) => ({ value: one.id, label: [one.name || one.code, one.address].filter(Boolean).join(" · ") }));
  if (value !== undefined && named != null && !options.some((one) => one.value === value)) options.unshift({ value, label: named });
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: (next) => setWords(next.trim()) }}
      loading={found.isFetching}
      aria-label={t("quiet.device")}
      placeholder={t("quiet.deviceHint")}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
      options={options}
    />
  );
}
