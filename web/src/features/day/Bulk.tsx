import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useEffect, useRef } from "react";
import { useMay } from "@/features/access/session";
import styles from "@/features/day/day.module.css";
import type { Line } from "@/features/day/lines";
import { api, body } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** Seconds in which a dispatch of many can be taken back: once sent, the units have been told. */
const GRACE_S = 8;

const at = (id: string) => ({ path: { case_id: id } });
const claim = (line: Line) => body(api.POST("/api/cases/{case_id}/claim", { params: at(line.id) }));
const release = (line: Line) => body(api.POST("/api/cases/{case_id}/release", { params: at(line.id) }));
const dispatch = (line: Line) => body(api.POST("/api/cases/{case_id}/dispatch", { params: at(line.id), body: { version: line.row?.version ?? null } }));

interface Outcome {
  done: Line[];
  failed: number;
  why: unknown;
}

/** One after the other: the server takes each as if it came alone, and one that fails stops none of the others. */
async function each(lines: readonly Line[], take: (line: Line) => Promise<unknown>): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: 0, why: null };
  for (const line of lines) {
    try {
      await take(line);
      outcome.done.push(line);
    } catch (error) {
      outcome.failed += 1;
      outcome.why = error;
    }
  }
  return outcome;
}

/** What can be done with many at once, and taken back. */
export function Bulk({ lines, onDone }: { lines: readonly Line[]; onDone: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const mayDispatch = useMay("cases.dispatch");
  const waiting = useRef<(() => void) | null>(null);
  // Leaving the page is no reason to leave undone what was asked for.
  useEffect(() => () => waiting.current?.(), []);
  const fresh = (): Promise<unknown> => Promise.all([cache.invalidateQueries({ queryKey: ["day"] }), cache.invalidateQueries({ queryKey: ["cases"] }), cache.invalidateQueries({ queryKey: ["case"] })]);
  const tell = async (taking: Promise<Outcome>, undo?: (done: Line[]) => Promise<unknown>): Promise<void> => {
    const { done, failed, why } = await taking;
    await fresh();
    if (failed > 0) void message.warning(t("day.bulk.failed", { n: failed, why: explain(why, t) }), 8);
    if (done.length === 0) return;
    const key = `bulk-${Date.now()}`;
    const back = (): void => {
      message.destroy(key);
      void undo?.(done).then(fresh).then(() => message.success(t("day.bulk.undone")));
    };
    void message.success({ key, duration: GRACE_S, content: <Said text={t("day.bulk.done", { n: done.length })} {...(undo !== undefined && { onUndo: back })} /> });
  };
  const claimAll = (): void => {
    onDone();
    void tell(each(lines, claim), (done) => each(done, release));
  };
  const dispatchAll = (): void => {
    const key = `bulk-${Date.now()}`;
    const send = (): void => {
      clearTimeout(timer);
      waiting.current = null;
      message.destroy(key);
      void tell(each(lines, dispatch));
    };
    const timer = setTimeout(send, GRACE_S * 1000);
    waiting.current = send;
    const back = (): void => {
      clearTimeout(timer);
      waiting.current = null;
      message.destroy(key);
      void message.success(t("day.bulk.undone"));
    };
    void message.loading({ key, duration: GRACE_S, content: <Said text={t("day.bulk.soon", { n: lines.length, s: GRACE_S })} onUndo={back} /> });
  };
  const ready = lines.every((line) => line.state === "to_dispatch");
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t("day.selected", { n: lines.length })}>
      <b>{t("day.selected", { n: lines.length })}</b>
      <Button size="small" onClick={claimAll}>
        {t("day.bulk.claim")}
      </Button>
      {mayDispatch && ready && (
        <Button size="small" type="primary" onClick={dispatchAll}>
          {t("day.bulk.dispatch")}
        </Button>
      )}
      <Button size="small" type="text" onClick={onDone}>
        {t("day.bulk.clear")}
      </Button>
    </div>
  );
}

function Said({ text, onUndo }: { text: string; onUndo?: () => void }) {
  const { t } = useWords();
  return (
    <>
      {text}{" "}
      {onUndo !== undefined && (
        <Button type="link" size="small" onClick={onUndo}>
          {t("day.bulk.undo")}
        </Button>
      )}
    </>
  );
}
