import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { api, body } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";

/** Organisations by part of their name, code or pinyin initials. */
export function unitsNamed(words: string) {
  return queryOptions({
    queryKey: ["organisations", "named", words],
    queryFn: () => body(api.GET("/api/organisations", { params: { query: { q: words, limit: 200 } } })),
    placeholderData: keepPreviousData,
    staleTime: 10 * 60_000,
  });
}

/** The name of a unit by its id; a short id while the names are on their way or out of sight. */
export function useUnitName(): (id: string) => string {
  const units = useQuery(unitsNamed("")).data?.items;
  return (id) => units?.find((unit) => unit.id === id)?.name ?? id.slice(-6);
}

interface UnitSelectProps {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  placeholder?: string;
}

/** Picks a unit by name, code or pinyin initials. */
export function UnitSelect({ id, value, onChange, placeholder }: UnitSelectProps) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const units = useQuery(unitsNamed(words));
  const said = placeholder ?? t("step.unitPick");
  return (
    <Select
      {...(id !== undefined && { id })}
      aria-label={said}
      placeholder={said}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={value}
      onChange={(chosen: string | undefined) => onChange?.(chosen)}
      options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
    />
  );
}
