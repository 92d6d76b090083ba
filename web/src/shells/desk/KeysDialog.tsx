import { Modal } from "antd";
import styles from "@/shells/desk/frame.module.css";
import { useWords } from "@/shared/i18n";
import type { Word } from "@/shared/i18n/words";

const KEYS: [keys: string[], word: Word][] = [
  [["/"], "search.label"],
  [["f"], "keys.filter"],
  [["j", "k"], "keys.move"],
  [["Enter"], "keys.open"],
  [["d"], "keys.primary"],
  [["c"], "keys.claim"],
  [["x"], "keys.select"],
  [["[", "]"], "keys.tabs"],
  [["Esc"], "keys.close"],
  [["Ctrl", "Enter"], "keys.submit"],
  [["u"], "keys.back"],
  [["n"], "keys.report"],
  [["?"], "keys.help"],
];

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal open={open} onCancel={onClose} title={t("keys.title")} footer={null} width={360}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
