import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Modal } from "antd";
import { useRef, useState } from "react";
import styles from "@/features/devices/devices.module.css";
import { problemFile, type ImportReport } from "@/features/devices/importing";
import { takeIn } from "@/features/devices/queries";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

const SHOWN = 50;

/** A file of devices: looked at first, taken in as a whole, or every problem named by row, here and as a file. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: ({ chosen, dry }: { chosen: File; dry: boolean }) => takeIn(chosen, dry),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["devices"] }),
  });
  const report = sending.data;
  const clean = report !== undefined && report.problems.length === 0;
  const pick = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    setFile(chosen);
    sending.mutate({ chosen, dry: true });
  };
  const done = clean && !report.dry_run;
  return (
    <Modal
      open
      width={680}
      title={t("devices.import")}
      okText={done ? t("devices.importClose") : t("devices.importTake")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: !clean }}
      confirmLoading={sending.isPending}
      onOk={() => (done || file === null ? onClose() : sending.mutate({ chosen: file, dry: false }))}
      onCancel={onClose}
    >
      <p className={styles.faint}>{t("devices.importHint")}</p>
      <p className={styles.tools}>
        <Button onClick={() => picker.current?.click()}>{file === null ? t("devices.importPick") : file.name}</Button>
        <a href="/api/devices/export?form=csv&words=__none__" download="devices.csv">
          {t("devices.importSample")}
        </a>
        <input ref={picker} type="file" accept=".csv,.xlsx" hidden aria-label={t("devices.importPick")} onChange={(event) => pick(event.target.files?.[0])} />
      </p>
      {sending.isError && <Alert type="error" showIcon title={explain(sending.error, t)} />}
      {report !== undefined && <Report report={report} name={file?.name ?? ""} />}
    </Modal>
  );
}

function Report({ report, name }: { report: ImportReport; name: string }) {
  const { t } = useWords();
  const { rows, added, changed, unchanged, problems } = report;
  const counts = t("devices.importCounts", { rows, added, changed, unchanged });
  if (problems.length === 0) return <Alert type="success" showIcon title={report.dry_run ? t("devices.importFine") : t("devices.importDone")} description={counts} />;
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t("devices.importProblems", { n: problems.length })}
        action={
          <Button size="small" href={problemFile(problems)} download={`${name}-errors.csv`}>
            {t("devices.importErrors")}
          </Button>
        }
      />
      <table className={styles.plain}>
        <thead>
          <tr>
            {(["devices.row", "devices.field", "devices.problem"] as const).map((word) => <th key={word} scope="col">{t(word)}</th>)}
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN).map((one, index) => (
            <tr key={index}>
              <td>{one.row}</td>
              <td>{one.field}</td>
              <td>{one.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > SHOWN && <p className={styles.faint}>{t("devices.importMore", { n: problems.length - SHOWN })}</p>}
    </>
  );
}
