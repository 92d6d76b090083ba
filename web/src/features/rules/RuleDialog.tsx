import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Form, Select } from "antd";
import { classesQuery } from "@/features/devices/queries";
import { rulesQuery } from "@/features/rules/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

interface Asked {
  device_class: string;
  metric: string;
}

/** What a new rule watches; its conditions are written on its own page, and nothing holds before it is published there. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const classes = useQuery(classesQuery).data?.items ?? [];
  const taken = new Set((useQuery(rulesQuery).data?.rules ?? []).map((one) => `${one.device_class} ${one.metric}`));
  const required = [{ required: true, message: t("form.required") }];
  const send = ({ device_class, metric }: Asked): Promise<void> => navigate({ to: "/rules/$code", params: { code: `${device_class}.${metric}` }, search: { fresh: `${device_class}/${metric}` } });
  return (
    <AskDialog<Asked> title={t("rules.new")} ok={t("rules.goOn")} send={send} onClose={onClose}>
      <Form.Item name="device_class" label={t("devices.class")} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={classes.map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Asked, after: Asked) => before.device_class !== after.device_class}>
        {({ getFieldValue }) => (
          <Form.Item name="metric" label={t("devices.metric")} rules={required}>
            <Select
              options={(classes.find((one) => one.code === getFieldValue("device_class"))?.metrics ?? []).map((one) => ({
                value: one.code,
                label: one.unit === "" || one.unit === undefined ? one.name : `${one.name}（${one.unit}）`,
                disabled: taken.has(`${String(getFieldValue("device_class"))} ${one.code}`),
              }))}
            />
          </Form.Item>
        )}
      </Form.Item>
    </AskDialog>
  );
}
