import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Modal, Progress, Select, Switch } from "antd";
import { useState } from "react";
import { importsQuery, intakeChanges, mappingsQuery, useIntakeChange } from "@/features/intake/queries";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Files of hotline orders: tried first, then taken in; the file comes back with a reason in every refused row. */
export function OrderImports() {
  const { t, code } = useWords();
  const now = useNow();
  const found = useQuery(importsQuery);
  const [giving, setGiving] = useState(false);
  return (
    <>
      <Tools
        end={
          <Button type="primary" onClick={() => setGiving(true)}>
            {t("imports.new")}
          </Button>
        }
      >
        <span className={styles.faint}>{t("imports.hint")}</span>
      </Tools>
      <Listing
        source={whole(found)}
        label={t("imports.title")}
        empty={t("imports.none")}
        columns={[
          { key: "file", title: t("imports.file"), show: (row) => <><b>{row.file_name}</b><span className={styles.sub}>{short(row.recorded, now)}</span></> },
          { key: "how", title: t("command.mode"), show: (row) => <Tag tone={row.dry_run ? "azurite" : "stone"}>{t(row.dry_run ? "imports.dry" : "imports.real")}</Tag> },
          {
            key: "state",
            title: t("accounts.state"),
            show: (row) =>
              row.ended_at === null ? (
                <Progress size="small" style={{ width: 120 }} percent={row.rows === 0 ? 0 : Math.round((100 * row.done) / row.rows)} />
              ) : (
                <>
                  <Tag tone={row.failure !== null ? "cinnabar" : row.refused > 0 ? "ochre" : "malachite"}>{code("import_state", row.state)}</Tag>
                  <span className={styles.sub}>{row.failure}</span>
                </>
              ),
          },
          { key: "rows", title: t("imports.rows"), as: "number", show: (row) => row.rows },
          { key: "made", title: t("imports.made"), as: "number", show: (row) => row.made },
          { key: "known", title: t("imports.known"), as: "number", show: (row) => row.known + row.updated },
          { key: "refused", title: t("imports.refused"), as: "number", show: (row) => row.refused },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) =>
              row.ended_at !== null && (
                <Button size="small" href={`/api/hotline/imports/${row.id}/report`} download type={row.refused > 0 ? "primary" : "default"}>
                  {t("imports.report")}
                </Button>
              ),
          },
        ]}
      />
      {giving && <GiveDialog onClose={() => setGiving(false)} />}
    </>
  );
}

function GiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const mappings = useQuery(mappingsQuery);
  const change = useIntakeChange();
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState("sh12345");
  const [dry, setDry] = useState(true);
  const give = (): void => {
    if (file !== null) change.mutate(() => intakeChanges.load({ file, mapping, dry_run: dry }), { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t("imports.new")}
      okText={t(dry ? "imports.try" : "imports.take")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: file === null }}
      confirmLoading={change.isPending}
      onCancel={onClose}
      onOk={give}
    >
      <Form layout="vertical">
        <Form.Item label={t("imports.file")} htmlFor="orders-file" extra={t("imports.fileHint")}>
          <input id="orders-file" type="file" accept=".csv,.xlsx" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        </Form.Item>
        <Form.Item label={t("imports.mapping")} htmlFor="orders-mapping">
          <Select id="orders-mapping" value={mapping} onChange={setMapping} options={mappings.data?.items.map((each) => ({ value: each.name, label: each.title || each.name })) ?? []} />
        </Form.Item>
        <Form.Item label={t("imports.dry")} htmlFor="orders-dry" extra={t("imports.dryHint")}>
          <Switch id="orders-dry" checked={dry} onChange={setDry} />
        </Form.Item>
      </Form>
      {change.isError && <Alert type="error" showIcon title={explain(change.error, t)} />}
    </Modal>
  );
}
