import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, Modal, Radio, Select } from "antd";
import { useState } from "react";
import { keepPhrase, phrasesQuery } from "@/features/cases/one/kept";
import { phrasesFor } from "@/features/cases/one/phrases";
import { UnitField } from "@/features/cases/one/UnitField";
import { draftOf, keepDraft } from "@/features/cases/one/drafts";
import styles from "@/features/cases/one/one.module.css";
import type { StepBody } from "@/features/cases/queries";
import { unitsNamed, UnitSelect } from "@/features/people/units";
import type { Case, FileOut, NextStep } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { PhotoField } from "@/shared/parts/PhotoField";
import { explain } from "@/shared/parts/States";
import { useSubmitKey } from "@/shared/parts/useSubmitKey";

interface StepFormProps {
  shown: Case;
  next: NextStep;
  pending: boolean;
  error: unknown;
  onCancel: () => void;
  onSubmit: (values: Omit<StepBody, "version">) => void;
}

type Values = Omit<StepBody, "version" | "photos">;

/** The form of a step, built from what the server says the step needs. */
export function StepForm({ shown, next, pending, error, onCancel, onSubmit }: StepFormProps) {
  const { t, pick } = useWords();
  const [form] = Form.useForm<Values>();
  const [photos, setPhotos] = useState<FileOut[]>([]);
  useSubmitKey(() => {
    if (!pending) form.submit();
  });
  const [draft] = useState(() => draftOf(shown.id, next.verb));
  const label = pick(next.label_zh, next.label_en);
  const asks = (field: string): boolean => next.needs.some((need) => need.field === field);
  const rules = (field: string) => [{ required: next.needs.some((need) => need.field === field && need.required), message: t("form.required") }];
  return (
    <Modal
      open
      title={`${label} · ${shown.number}`}
      okText={label}
      cancelText={t("form.cancel")}
      okButtonProps={{ danger: next.verb === "void" || next.verb === "return" }}
      confirmLoading={pending}
      width={560}
      style={{ top: 32 }}
      onCancel={onCancel}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        className={styles.form}
        {...(draft !== null && { initialValues: draft })}
        onValuesChange={(_, values) => keepDraft(shown.id, next.verb, values)}
        onFinish={(values) => onSubmit(asks("photos") ? { ...values, photos: photos.map((photo) => photo.id) } : values)}
      >
        {asks("passed") && (
          <Form.Item name="passed" label={t(next.verb === "check" ? "step.passed.check" : "step.passed.confirm")} rules={rules("passed")}>
            <Passed verb={next.verb} />
          </Form.Item>
        )}
        {asks("unit") && (
          <Form.Item name="unit" label={t("step.unit")} rules={rules("unit")}>
            <UnitField caseId={shown.id} />
          </Form.Item>
        )}
        {asks("assist") && (
          <Form.Item name="assist" label={t("step.assist")}>
            <Assisting />
          </Form.Item>
        )}
        {asks("reason") && (
          <Form.Item name="reason" label={t("step.reason")} rules={rules("reason")}>
            <Phrased verb={next.verb} />
          </Form.Item>
        )}
        {asks("text") && (
          <Form.Item name="text" label={t("step.text")} rules={rules("text")}>
            <Phrased verb={next.verb} />
          </Form.Item>
        )}
        {asks("photos") && (
          <Form.Item label={t("step.photos")}>
            <PhotoField photos={photos} onChange={setPhotos} />
          </Form.Item>
        )}
      </Form>
      {error !== null && <Alert type="error" showIcon title={explain(error, t)} />}
    </Modal>
  );
}

interface Bound<T> {
  id?: string;
  value?: T;
  onChange?: (value: T) => void;
}

function Passed({ verb, id, value, onChange }: Bound<boolean> & { verb: string }) {
  const { t } = useWords();
  const kind = verb === "check" ? "check" : "confirm";
  return (
    <Radio.Group id={id} value={value} onChange={(event) => onChange?.(event.target.value === true)} optionType="button" buttonStyle="solid">
      <Radio value={true}>{t(`step.passed.${kind}.yes`)}</Radio>
      <Radio value={false}>{t(`step.passed.${kind}.no`)}</Radio>
    </Radio.Group>
  );
}

/** Free words, with the phrases of the platform and of one's organisation a click away. */
function Phrased({ verb, id, value, onChange }: Bound<string> & { verb: string }) {
  const { t, language } = useWords();
  const kept = useQuery(phrasesQuery).data?.items.filter((phrase) => phrase.verb === verb).map((phrase) => phrase.text) ?? [];
  const all = [...new Set([...kept, ...phrasesFor(verb, language)])];
  return (
    <>
      <Input.TextArea id={id} rows={2} value={value} onChange={(event) => onChange?.(event.target.value)} />
      <span className={styles.phrases} role="group" aria-label={t("step.phrases")}>
        {all.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => onChange?.(`${value ?? ""}${phrase}`)}>
            {phrase}
          </Button>
        ))}
        <KeepPhrase verb={verb} text={value ?? ""} known={all} />
      </span>
    </>
  );
}

/** Keeps what was written for everybody of a unit. */
function KeepPhrase({ verb, text, known }: { verb: string; text: string; known: readonly string[] }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const keep = useMutation({
    mutationFn: (unit: string) => keepPhrase(unit, verb, text.trim()),
    onSuccess: async () => {
      setChoosing(false);
      void message.success(t("phrases.kept"));
      await cache.invalidateQueries({ queryKey: phrasesQuery.queryKey });
    },
    onError: (error) => void message.error(explain(error, t)),
  });
  if (text.trim() === "" || text.length > 200 || known.includes(text.trim())) return null;
  if (choosing) return <UnitSelect placeholder={t("step.unitPick")} onChange={(unit) => unit !== undefined && keep.mutate(unit)} />;
  return (
    <Button size="small" type="dashed" loading={keep.isPending} onClick={() => setChoosing(true)}>
      {t("phrases.keep")}
    </Button>
  );
}

/** Assisting units, by name or pinyin initials. */
function Assisting({ id, value, onChange }: Bound<string[]>) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const units = useQuery(unitsNamed(words));
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t("units.search")}
      loading={units.isPending}
      options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
      value={value ?? []}
      onChange={onChange}
    />
  );
}
