import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { edited, type SignDetail, type SignEdit } from "@/features/signs/queries";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";
import styles from "@/features/signs/signs.module.css";

const FIELDS = ["yellow", "orange", "red"] as const;
const WAYS = ["none", "notice", "expedite", "warning", "case"] as const;

/** Other thresholds for a sign, as a new version of its definition. */
export function EditThresholds({ definition, onClose }: { definition: SignDetail["definition"]; onClose: () => void }) {
  const { t, code } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [form] = Form.useForm<SignEdit>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const values = await form.validateFields();
    setBusy(true);
    try {
      await edited(definition.code, values);
      await cache.invalidateQueries({ queryKey: ["signs"] });
      void message.success(t("signs.saved"));
      onClose();
    } catch (error) {
      setWrong(explain(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t("signs.edit")} okText={t("signs.save")} confirmLoading={busy} onOk={() => void save()} onCancel={onClose}>
      <p className={styles.faint}>{t("signs.editHint")}</p>
      {wrong !== null && <p role="alert" className={styles.wrong}>{wrong}</p>}
      <Form form={form} layout="vertical" initialValues={{ yellow: definition.yellow, orange: definition.orange, red: definition.red, owner: definition.owner, on_red: definition.on_red }}>
        <div className={styles.three}>
          {FIELDS.map((field) => (
            <Form.Item key={field} name={field} label={code("sign_level", field)}>
              <Input />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="on_red" label={t("signs.onRed")}>
          <Select options={WAYS.map((value) => ({ value, label: code("sign_action", value) }))} />
        </Form.Item>
        <Form.Item name="owner" label={t("signs.owner")}>
          <Input />
        </Form.Item>
        <Form.Item name="note" label={t("signs.note")}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
