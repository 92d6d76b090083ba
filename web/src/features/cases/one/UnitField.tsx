import { useQuery } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { useEffect, useState } from "react";
import styles from "@/features/cases/one/one.module.css";
import { lastUnits } from "@/features/cases/one/lastUnits";
import { unitsQuery } from "@/features/cases/queries";
import { UnitSelect } from "@/features/people/units";
import { useSession } from "@/features/access/session";
import type { UnitChoice } from "@/shared/api/types";
import { useWords, type Words } from "@/shared/i18n";
import { Bar } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";

const OTHER = "other";

interface UnitFieldProps {
  caseId: string;
  id?: string;
  value?: string;
  onChange?: (unit: string | undefined) => void;
}

function onDuty(choice: UnitChoice, { t }: Words): string {
  if (choice.on_duty.length === 0) return t("step.noneOnDuty");
  return t("step.onDuty", { who: choice.on_duty.slice(0, 3).join("、") });
}

/** The units the responsibility list names come first, each with its reason and who is there now. */
export function UnitField({ caseId, id, value, onChange }: UnitFieldProps) {
  const words = useWords();
  const { t, code } = words;
  const suggested = useQuery(unitsQuery(caseId));
  const [other, setOther] = useState(false);
  const choices = suggested.data?.items ?? [];
  const lead = choices.find((choice) => choice.lead) ?? choices[0];
  useEffect(() => {
    if (value === undefined && lead !== undefined && !other) onChange?.(lead.id);
  }, [value, lead, other, onChange]);
  if (suggested.isPending) return <Bar width="60%" />;
  const free = other || choices.length === 0;
  return (
    <div id={id} className={styles.units}>
      {choices.length === 0 && <p className={styles.faint}>{t("step.unitNone")}</p>}
      {choices.length > 0 && (
        <Radio.Group
          className={styles.choices}
          value={other ? OTHER : value}
          onChange={(event) => {
            const chosen = String(event.target.value);
            setOther(chosen === OTHER);
            onChange?.(chosen === OTHER ? undefined : chosen);
          }}
        >
          {choices.map((choice) => (
            <Radio key={choice.id} value={choice.id} className={styles.choice}>
              <span className={styles.lineHead}>
                <b>{choice.name}</b>
                {choice.lead && <Tag tone="azurite">{code("role", "lead")}</Tag>}
              </span>
              <span className={styles.sub}>{choice.reason}</span>
              <span className={styles.sub}>{onDuty(choice, words)}</span>
            </Radio>
          ))}
          <Radio value={OTHER} className={styles.choice}>
            {t("step.unitOther")}
          </Radio>
        </Radio.Group>
      )}
      {free && <AnyUnit value={value} onChange={onChange} />}
    </div>
  );
}

/** Any unit: the last five at a click, all others by name or pinyin initials. */
function AnyUnit({ value, onChange }: Pick<UnitFieldProps, "value" | "onChange">) {
  const { t } = useWords();
  const account = useSession()?.account_id ?? "";
  const last = lastUnits(account);
  return (
    <>
      {last.length > 0 && (
        <span className={styles.phrases} role="group" aria-label={t("units.last")}>
          {last.map((unit) => (
            <Button key={unit.id} size="small" type={unit.id === value ? "primary" : "default"} onClick={() => onChange?.(unit.id)}>
              {unit.name}
            </Button>
          ))}
        </span>
      )}
      <UnitSelect {...(value !== undefined && { value })} {...(onChange !== undefined && { onChange })} placeholder={t("units.search")} />
    </>
  );
}
