import { Input } from "antd";
import { useState } from "react";
import { idIn } from "@/features/audit/ids";
import { useWords } from "@/shared/i18n";

/** An id, typed or pasted with the address it stands in. */
export function IdField({ label, onId }: { label: string; onId: (id: string | undefined) => void }) {
  const { t } = useWords();
  const [wrong, setWrong] = useState(false);
  return (
    <Input
      style={{ width: 220 }}
      aria-label={label}
      placeholder={label}
      title={t("audit.idHint")}
      status={wrong ? "error" : ""}
      allowClear
      onChange={(event) => {
        const text = event.target.value.trim();
        const id = idIn(text);
        setWrong(text !== "" && id === undefined);
        if (text === "" || id !== undefined) onId(id);
      }}
    />
  );
}
