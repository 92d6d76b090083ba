import { Popconfirm } from "antd";
import type { ReactNode } from "react";
import { useWords } from "@/shared/i18n";

/** Asks before something that ends what others are doing. */
export function Sure({ title, onSure, children }: { title: string; onSure: () => void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Popconfirm title={title} okText={t("second.submit")} cancelText={t("form.cancel")} onConfirm={onSure} styles={{ root: { maxWidth: 320 } }}>
      {children}
    </Popconfirm>
  );
}
