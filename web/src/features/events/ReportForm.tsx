import { Alert, Button, Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import { MatterField } from "@/features/events/MatterField";
import { useReport } from "@/features/events/queries";
import styles from "@/features/events/report.module.css";
import { LazyMap } from "@/features/map/LazyMap";
import type { FileOut, ReportIn, ReportOut } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { PhotoField } from "@/shared/parts/PhotoField";
import { explain } from "@/shared/parts/States";
import { useSubmitKey } from "@/shared/parts/useSubmitKey";

interface Fields {
  text: string;
  matter?: string;
  place?: string;
  channel: "desk" | "hotline" | "patrol";
  urgent?: boolean;
  name?: string;
  phone?: string;
  confidential?: boolean;
}

type Pin = readonly [lon: number, lat: number];

function worded(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text.trim();
}

function toReport(fields: Fields, pin: Pin | null, photos: FileOut[], key: string): ReportIn {
  const [name, phone] = [worded(fields.name), worded(fields.phone)];
  const located = pin === null ? {} : { lon: pin[0], lat: pin[1], datum: "CGCS2000" };
  return {
    channel: fields.channel,
    text: fields.text.trim(),
    place: { ...located, text: worded(fields.place) },
    photos: photos.map((photo) => photo.id),
    idempotency_key: key,
    ...(fields.matter === undefined ? {} : { matter: fields.matter }),
    ...(fields.urgent === true ? { urgent: true } : {}),
    ...(name === null && phone === null ? {} : { reporter: { name, phone, confidential: fields.confidential ?? false } }),
  };
}

/** Drawn once a form, so that pressing twice or a lost answer never makes two reports. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function ReportForm({ onMade, onCancel }: { onMade: (made: ReportOut) => void; onCancel: () => void }) {
  const { t, code } = useWords();
  const [form] = Form.useForm<Fields>();
  const [pin, setPin] = useState<Pin | null>(null);
  const [photos, setPhotos] = useState<FileOut[]>([]);
  const [key] = useState(freshKey);
  const report = useReport();
  useSubmitKey(() => {
    if (!report.isPending) form.submit();
  });
  const text = Form.useWatch((fields: Partial<Fields>) => fields.text, form);
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className={styles.form}
      initialValues={{ channel: "desk" }}
      onFinish={(fields) => report.mutate(toReport(fields, pin, photos, key), { onSuccess: onMade })}
    >
      <div className={styles.words}>
        <Form.Item name="text" label={t("report.text")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
          <Input.TextArea rows={3} maxLength={2000} placeholder={t("report.textHint")} autoFocus />
        </Form.Item>
        <Form.Item name="matter" label={t("report.matter")}>
          <MatterField text={text ?? ""} />
        </Form.Item>
        <Form.Item name="channel" label={t("report.channel")}>
          <Radio.Group
            optionType="button"
            options={(["desk", "hotline", "patrol"] as const).map((value) => ({ value, label: code("channel", value) }))}
          />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="name" label={t("report.reporterName")}>
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <Form.Item name="phone" label={t("report.reporterPhone")}>
            <Input autoComplete="off" inputMode="tel" maxLength={30} />
          </Form.Item>
        </div>
        <div className={styles.checks}>
          <Form.Item name="urgent" valuePropName="checked" noStyle>
            <Checkbox>
              {t("report.urgent")} <span className={styles.hint}>{t("report.urgentHint")}</span>
            </Checkbox>
          </Form.Item>
          <Form.Item name="confidential" valuePropName="checked" noStyle>
            <Checkbox>{t("report.confidential")}</Checkbox>
          </Form.Item>
        </div>
      </div>
      <div className={styles.where}>
        <Form.Item
          name="place"
          label={t("report.place")}
          rules={[
            {
              validator: (_, value: string | undefined) =>
                pin === null && worded(value) === null ? Promise.reject(new Error(t("report.pinOrPlace"))) : Promise.resolve(),
            },
          ]}
        >
          <Input placeholder={t("report.placeHint")} maxLength={200} />
        </Form.Item>
        <div className={styles.map}>
          <LazyMap
            point={pin}
            onPick={(point) => {
              setPin(point);
              form.setFields([{ name: "place", errors: [] }]);
            }}
          />
        </div>
        <p className={styles.pinned}>
          {pin === null ? (
            t("report.pin")
          ) : (
            <>
              {t("report.pinned")} {pin[0].toFixed(5)}, {pin[1].toFixed(5)}
              <Button type="link" size="small" onClick={() => setPin(null)}>
                {t("report.pinClear")}
              </Button>
            </>
          )}
        </p>
        <Form.Item label={t("report.photos")} className={styles.photos}>
          <PhotoField photos={photos} onChange={setPhotos} />
        </Form.Item>
      </div>
      <div className={styles.foot}>
        {report.isError && <Alert className={styles.refused} type="error" showIcon title={explain(report.error, t)} />}
        <Button onClick={onCancel}>{t("form.cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={report.isPending}>
          {t("report.submit")}
        </Button>
      </div>
    </Form>
  );
}
