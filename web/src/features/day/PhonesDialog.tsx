import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { commandChanges } from "@/features/command/queries";
import styles from "@/features/day/day.module.css";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Bar, explain, Failure } from "@/shared/parts/States";

type Phone = components["schemas"]["PhoneOut"];

/** The phone book with who is on duty there now; a call is noted in the shift log from here. */
export function PhonesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const asked = words.trim();
  const found = useQuery({
    queryKey: ["phones", asked],
    queryFn: () => body(api.GET("/api/phone-book", { params: { query: { q: asked, limit: 30 } } })),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const units = new Map((found.data?.items ?? []).map((row) => [row.organisation_id, row.organisation_name]));
  return (
    <Modal open width={640} title={t("phones.title")} footer={null} onCancel={onClose} style={{ top: 40 }}>
      <Input autoFocus allowClear aria-label={t("phones.search")} placeholder={t("phones.search")} value={words} onChange={(event) => setWords(event.target.value)} />
      <div className={styles.phones}>
        {asked === "" && <p className={styles.faint}>{t("phones.start")}</p>}
        {found.isError && <Failure error={found.error} />}
        {asked !== "" && found.isPending && <Bar width="50%" />}
        {asked !== "" && found.data?.items.length === 0 && <p className={styles.faint}>{t("phones.none")}</p>}
        {[...units].map(([id, name]) => (
          <Unit key={id} id={id} name={name} rows={(found.data?.items ?? []).filter((row) => row.organisation_id === id)} />
        ))}
      </div>
    </Modal>
  );
}

function Unit({ id, name, rows }: { id: string; name: string; rows: Phone[] }) {
  const { t } = useWords();
  const on = useQuery({ queryKey: ["on-duty", id], queryFn: () => body(api.GET("/api/on-duty", { params: { query: { unit: id } } })), staleTime: 60_000 });
  const now = [...new Set((on.data?.items ?? []).map((row) => [row.post, row.name].filter(Boolean).join(" ")))];
  return (
    <section>
      <h3>{name}</h3>
      {now.length > 0 && (
        <p className={styles.now}>
          {t("phones.now")}：{now.slice(0, 4).join("、")}
        </p>
      )}
      <ul>
        {rows.map((row) => (
          <Row key={`${row.post_id ?? ""}${row.staff_id ?? ""}${row.number ?? ""}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { row: Phone }) {
  const { t } = useWords();
  const mayLog = useMay("duty.log");
  const [noting, setNoting] = useState(false);
  const who = [row.post_name, row.staff_name].filter(Boolean).join(" ") || row.organisation_name;
  return (
    <li>
      <span>{who}</span>
      <b>{row.number ?? "—"}</b>
      {mayLog && !noting && (
        <Button size="small" onClick={() => setNoting(true)}>
          {t("phones.note")}
        </Button>
      )}
      {noting && <Note row={row} who={who} onClose={() => setNoting(false)} />}
    </li>
  );
}

function Note({ row, who, onClose }: { row: Phone; who: string; onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [text, setText] = useState(t("phones.called", { who, number: row.number ?? "—" }));
  const write = useMutation({
    mutationFn: () => commandChanges.write({ unit: row.organisation_id, kind: "call", text, forwarded: "", pending: false }),
    onSuccess: () => {
      onClose();
      void message.success(t("phones.noted"));
    },
  });
  return (
    <div className={styles.note}>
      <Input.TextArea autoFocus rows={2} maxLength={2000} aria-label={t("log.text")} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="primary" size="small" loading={write.isPending} onClick={() => write.mutate()}>
        {t("log.write")}
      </Button>
      {write.isError && <Alert type="error" title={explain(write.error, t)} />}
    </div>
  );
}
