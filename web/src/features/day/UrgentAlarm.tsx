import { SoundOutlined, MutedOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useMay, useSession } from "@/features/access/session";
import { waitingQuery } from "@/features/events/triage";
import { caseLine, eventLine, type Line } from "@/features/day/lines";
import { urgentQuery } from "@/features/day/queries";
import { sound } from "@/features/day/sound";
import styles from "@/features/day/urgent.module.css";
import { api, body } from "@/shared/api/client";
import type { CaseRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

const MUTED = "yiwang.muted";
const AGAIN_MS = 20_000;
const SHOWN = 6;
/** Past these a unit has it: the desk's alarm has done its work. */
const NOBODYS = new Set(["to_confirm", "to_dispatch"]);

/** What is urgent and nobody's: it stands on every page, blinks and speaks until somebody has it. */
export function UrgentAlarm() {
  const mayClaim = useMay("cases.claim");
  return mayClaim ? <Alarm /> : null;
}

function useUnclaimed(): { lines: Line[]; rows: CaseRow[] | undefined } {
  const mayTriage = useMay("events.triage");
  const cases = useQuery(urgentQuery);
  const events = useQuery({ ...waitingQuery, enabled: mayTriage });
  const rows = cases.data?.items;
  const lines = [
    ...(events.data?.items ?? []).filter((event) => event.urgent).map(eventLine),
    ...(rows ?? []).filter((row) => row.claimed_by === null && NOBODYS.has(row.state)).map(caseLine),
  ];
  return { lines, rows };
}

/** Says who took it, to everybody whose alarm it was. */
function useTaken(rows: CaseRow[] | undefined): void {
  const { t } = useWords();
  const { message } = App.useApp();
  const session = useSession();
  const unclaimed = useRef(new Set<string>());
  useEffect(() => {
    if (rows === undefined) return;
    for (const row of rows) {
      const taker = row.claimed_by;
      if (taker !== null && unclaimed.current.has(row.id) && taker.id !== session?.account_id) void message.info(t("urgent.claimed", { name: taker.name, number: row.number.slice(-6) }), 6);
    }
    unclaimed.current = new Set(rows.filter((row) => row.claimed_by === null).map((row) => row.id));
  }, [rows, session, message, t]);
}

/** Opens by itself for what came after the page was opened; what was there already waits in the strip. */
function useUnfolded(ids: string, loaded: boolean): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!loaded) return;
    const here = ids === "" ? [] : ids.split(" ");
    const before = known.current;
    known.current = new Set(here);
    if (before !== null && here.some((id) => !before.has(id))) setOpen(true);
  }, [ids, loaded]);
  return [open, setOpen];
}

function Alarm() {
  const { t, language } = useWords();
  const [muted, setMuted] = useState(() => localStorage.getItem(MUTED) === "1");
  const { lines, rows } = useUnclaimed();
  useTaken(rows);
  const [open, setOpen] = useUnfolded(lines.map((line) => line.id).join(" "), rows !== undefined);
  const first = lines[0];
  const sentence = first === undefined ? null : t("urgent.say", { title: first.title, place: first.place });
  const loudest = first?.id;
  useEffect(() => {
    if (muted || sentence === null || loudest === undefined) return undefined;
    sound(sentence, language);
    const timer = setInterval(() => sound(sentence, language), AGAIN_MS);
    return () => clearInterval(timer);
  }, [muted, sentence, loudest, language]);
  if (first === undefined) return null;
  const hush = (): void => {
    localStorage.setItem(MUTED, muted ? "0" : "1");
    setMuted(!muted);
  };
  const rest = lines.slice(1, SHOWN);
  return (
    <section className={styles.alarm} aria-label={t("urgent.title")}>
      <p className="sr-only" role="alert">
        {sentence}
      </p>
      <ul>
        <Item line={first} />
        {open && rest.map((line) => <Item key={line.id} line={line} />)}
      </ul>
      <span className={styles.ends}>
        {lines.length > 1 && (
          <button type="button" className={styles.mute} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t("urgent.fold") : t("urgent.more", { n: lines.length - 1 })}
          </button>
        )}
        <button type="button" className={styles.mute} onClick={hush} aria-label={t(muted ? "urgent.unmute" : "urgent.mute")}>
          {muted ? <MutedOutlined aria-hidden="true" /> : <SoundOutlined aria-hidden="true" />}
        </button>
      </span>
    </section>
  );
}

function Item({ line }: { line: Line }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const open = (): void => void navigate({ to: "/", search: { tab: line.kind === "event" ? "triage" : line.state === "to_confirm" ? "to_confirm" : "to_dispatch", open: line.id } });
  const claim = useMutation({
    mutationFn: () => body(api.POST("/api/cases/{case_id}/claim", { params: { path: { case_id: line.id } } })),
    onSuccess: open,
    onError: (error) => void message.warning(explain(error, t)),
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ["day"] }), cache.invalidateQueries({ queryKey: ["case", line.id] })]),
  });
  return (
    <li>
      <span>
        <b>{line.title}</b>
        <small>
          {[line.number.slice(-6), line.place].filter(Boolean).join(" · ")}
        </small>
      </span>
      <Button size="small" onClick={open}>
        {t("urgent.open")}
      </Button>
      {line.kind === "case" && (
        <Button size="small" type="primary" danger loading={claim.isPending} onClick={() => claim.mutate()}>
          {t("urgent.claim")}
        </Button>
      )}
    </li>
  );
}
