import { differences, type Difference, type Rule } from "@/features/rules/model";
import type { Version } from "@/features/rules/queries";
import styles from "@/features/rules/rules.module.css";
import { Conditions } from "@/features/rules/words";
import { useWords } from "@/shared/i18n";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact } from "@/shared/time/format";

function told(value: unknown): string {
  if (value === undefined || value === null || value === "") return "—";
  if (Array.isArray(value)) return value.map(String).join("、") || "—";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What changed, field by field. */
export function Changes({ changes }: { changes: readonly Difference[] }) {
  const { code } = useWords();
  return (
    <ul>
      {changes.map((one) => (
        <li key={`${one.where} ${one.field}`}>
          {one.where === "" ? "" : `${one.where} · `}
          {code("rule_field", one.field)}：<del>{told(one.before)}</del> → <ins>{told(one.after)}</ins>
        </li>
      ))}
    </ul>
  );
}

const bodyOf = (version: Version): Rule => version.body as unknown as Rule;

/** The versions of a rule, the newest first, each with what it changed and why. */
export function VersionList({ versions }: { versions: readonly Version[] }) {
  const { t } = useWords();
  const now = useNow();
  const newest = versions.toSorted((one, other) => other.version - one.version);
  if (newest.length === 0) return <p className={styles.faint}>{t("rules.noVersions")}</p>;
  const stands = (one: Version): boolean => new Date(one.valid_from) <= now && (one.valid_to === null || new Date(one.valid_to) > now);
  return (
    <ol className={styles.versions}>
      {newest.map((one, index) => {
        const before = newest[index + 1];
        return (
          <li key={one.version}>
            <b>{t("matters.versionOf", { n: one.version })}</b>{" "}
            {stands(one) && <Tag tone="malachite">{t("rules.holds")}</Tag>}
            {new Date(one.valid_from) > now && <Tag tone="ochre">{t("rules.toCome")}</Tag>}{" "}
            <span className={styles.faint}>{t("matters.from", { from: exact(one.valid_from).slice(0, 16), to: one.valid_to === null ? t("matters.open") : exact(one.valid_to).slice(0, 16) })}</span>
            {one.note !== "" && <p>{one.note}</p>}
            {before === undefined ? <Conditions conditions={bodyOf(one).conditions} unit="" /> : <Changes changes={differences(bodyOf(before), bodyOf(one))} />}
          </li>
        );
      })}
    </ol>
  );
}
