import { Modal } from "antd";
import { useState } from "react";
import { ReportDone } from "@/features/events/ReportDone";
import { ReportForm } from "@/features/events/ReportForm";
import type { ReportOut } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";

interface ReportDialogProps {
  open: boolean;
  onClose: () => void;
}

/** A report taken at the desk: what, where, by whom; then what became of it. */
export function ReportDialog({ open, onClose }: ReportDialogProps) {
  const { t } = useWords();
  const [made, setMade] = useState<ReportOut | null>(null);
  const [round, setRound] = useState(0);
  const again = (): void => {
    setMade(null);
    setRound(round + 1);
  };
  return (
    <Modal
      open={open}
      title={t("report.title")}
      footer={null}
      width={made === null ? 940 : 520}
      style={{ top: 28 }}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
      afterClose={again}
    >
      {made === null ? <ReportForm key={round} onMade={setMade} onCancel={onClose} /> : <ReportDone made={made} onAgain={again} onClose={onClose} />}
    </Modal>
  );
}
