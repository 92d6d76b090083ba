import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { dropPhrase, keepPhrase, phrasesQuery } from "@/features/cases/one/kept";
import { UnitSelect, useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";

const VERBS = ["confirm", "dispatch", "redispatch", "return", "handle", "check", "close", "void"] as const;

interface Asked {
  unit: string;
  verb: (typeof VERBS)[number];
  text: string;
}

/** Phrases 常用语 of the organisations one works for: everybody there has them a click away. */
export function PhrasesPart() {
  const { t, code } = useWords();
  const unitName = useUnitName();
  const cache = useQueryClient();
  const found = useQuery(phrasesQuery);
  const [adding, setAdding] = useState(false);
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => cache.invalidateQueries({ queryKey: phrasesQuery.queryKey }),
  });
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  return (
    <>
      <Tools
        end={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("phrases.new")}
          </Button>
        }
      >
        <span className={styles.faint}>{t("phrases.noneHint")}</span>
      </Tools>
      {change.isError && !adding && <p role="alert" className={styles.note}>{explain(change.error, t)}</p>}
      <Listing
        source={whole(found)}
        label={t("settings.phrases")}
        empty={t("phrases.none")}
        hint={t("phrases.noneHint")}
        columns={[
          { key: "step", title: t("phrases.step"), as: "tight", show: (row) => <Tag>{code("step", row.verb)}</Tag> },
          { key: "text", title: t("phrases.text"), as: "wide", show: (row) => row.text },
          { key: "unit", title: t("phrases.unit"), show: (row) => unitName(row.organisation_id) },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <Button size="small" aria-label={t("phrases.drop", { text: row.text })} onClick={() => change.mutate(() => dropPhrase(row.id))}>
                {t("phrases.dropIt")}
              </Button>
            ),
          },
        ]}
      />
      {adding && (
        <AskDialog<Asked> title={t("phrases.new")} ok={t("calendar.save")} send={({ unit, verb, text }) => change.mutateAsync(() => keepPhrase(unit, verb, text.trim()))} onClose={() => setAdding(false)}>
          <Form.Item name="unit" label={t("phrases.unit")} rules={[{ required: true, message: t("form.required") }]}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="verb" label={t("phrases.step")} rules={[{ required: true, message: t("form.required") }]}>
            <Select options={VERBS.map((verb) => ({ value: verb, label: code("step", verb) }))} />
          </Form.Item>
          <Form.Item name="text" label={t("phrases.text")} rules={required}>
            <Input.TextArea rows={2} maxLength={200} showCount />
          </Form.Item>
        </AskDialog>
      )}
    </>
  );
}
