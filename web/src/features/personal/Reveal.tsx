import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { api, body } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";

// What the server says instead of a person: there is nothing behind it that a reason would open.
const CLOSED = new Set(["举报人保密", "已删除"]);

/** The buttons beside a reporter: name and telephone, each for itself. */
export function RevealReporter({ reportId, shown }: { reportId: string; shown: string | null }) {
  if (shown === null || CLOSED.has(shown)) return null;
  return (
    <>
      <Reveal object="report" id={reportId} field="name" />
      <Reveal object="report" id={reportId} field="phone" />
    </>
  );
}

interface RevealProps {
  object: "report" | "staff";
  id: string;
  field: "name" | "phone" | "mobile";
}

/** A masked field, and a way to see it in full for a reason that is kept; it is gone when the page is left. */
export function Reveal({ object, id, field }: RevealProps) {
  const { t, code } = useWords();
  const may = useMay("personal.reveal");
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const label = code("revealed", field);
  if (!may) return null;
  if (value !== null) return <b aria-label={label}>{value}</b>;
  const show = async (reason: string): Promise<void> => {
    const found = await body(api.POST("/api/reveal", { body: { object, id, field, reason } }));
    setValue(found.value);
  };
  return (
    <>
      <Button size="small" icon={<EyeOutlined aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t("reveal.show", { field: label })}
      </Button>
      {asking && (
        <ReasonDialog title={t("reveal.show", { field: label })} label={t("reveal.reason")} hint={t("reveal.hint")} ok={t("reveal.ok")} send={show} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
