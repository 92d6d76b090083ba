import { useState } from "react";
import { device, keepVotes, votes } from "@/features/citizen/mine";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import { useAsked } from "@/shared/light/asked";
import { useLight } from "@/shared/light/lang";
import { Button, Empty, Field, Note, Sheet, Shown } from "@/shared/light/parts";
import { explain } from "@/shared/light/words";

type Idea = components["schemas"]["ProposalOut"];
type Kind = Idea["kind"];
const KINDS = ["all", "suggestion", "need"] as const;
const PAGE = 20;

/** What residents suggest and need, most votes first. */
export function IdeasPage() {
  const { t } = useLight(citizenWords);
  const [kind, setKind] = useState<(typeof KINDS)[number]>("all");
  const [limit, setLimit] = useState(PAGE);
  const [writing, setWriting] = useState(false);
  const [thanks, setThanks] = useState(false);
  const [asked, again] = useAsked(`${kind} ${limit}`, () =>
    body(api.GET("/api/residents/proposals", { params: { query: { limit, ...(kind === "all" ? {} : { kind }) } } })),
  );
  return (
    <div className="l-main">
      <p className="l-soft">{t("ideas.lead")}</p>
      <div className="l-row" role="group">
        {KINDS.map((one) => (
          <Button key={one} pressed={kind === one} onClick={() => setKind(one)}>
            {t(`ideas.${one}`)}
          </Button>
        ))}
      </div>
      {thanks && <Note kind="good">{t("ideas.thanks")}</Note>}
      <Shown asked={asked} again={again}>
        {(page) => (
          <>
            {page.items.length === 0 && <Empty>{t("ideas.none")}</Empty>}
            <ul className="l-list">
              {page.items.map((one) => (
                <li key={one.id}>
                  <IdeaCard one={one} />
                </li>
              ))}
            </ul>
            {page.next !== null && limit < 200 && <Button onClick={() => setLimit(Math.min(limit + PAGE, 200))}>{t("ideas.more")}</Button>}
          </>
        )}
      </Shown>
      <div className="l-actions">
        <Button kind="main" onClick={() => setWriting(true)}>
          {t("ideas.new")}
        </Button>
      </div>
      {writing && (
        <Write
          onClose={() => setWriting(false)}
          onSent={() => {
            setWriting(false);
            setThanks(true);
          }}
        />
      )}
    </div>
  );
}

function IdeaCard({ one }: { one: Idea }) {
  const { t, language } = useLight(citizenWords);
  const [voted, setVoted] = useState(() => votes().has(one.id));
  const [count, setCount] = useState(one.votes);
  const [error, setError] = useState<unknown>(null);
  const turn = async (): Promise<void> => {
    const known = votes();
    setError(null);
    try {
      const asked = { params: { path: { proposal_id: one.id } }, body: { device: device() } };
      if (voted) await api.POST("/api/residents/proposals/{proposal_id}/take-back", asked);
      else await api.POST("/api/residents/proposals/{proposal_id}/vote", asked);
      if (voted) known.delete(one.id);
      else known.add(one.id);
      keepVotes(known);
      setVoted(!voted);
      setCount(count + (voted ? -1 : 1));
    } catch (wrong) {
      setError(wrong);
    }
  };
  return (
    <article className="l-card">
      <p>{one.text}</p>
      {one.answer !== "" && <Note kind="good">{t("ideas.answer", { answer: one.answer })}</Note>}
      <div className="l-row">
        <span className="l-soft l-grow">
          {one.jurisdiction} · {t("ideas.votes", { n: count })}
        </span>
        {one.state === "open" && (
          <Button pressed={voted} onClick={() => void turn()}>
            {t(voted ? "ideas.voted" : "ideas.vote")}
          </Button>
        )}
      </div>
      {error !== null && <Note kind="bad">{explain(error, language)}</Note>}
    </article>
  );
}

function Write({ onClose, onSent }: { onClose: () => void; onSent: () => void }) {
  const { t, language } = useLight(citizenWords);
  const [kind, setKind] = useState<Kind>("suggestion");
  const [text, setText] = useState("");
  const [address, setAddress] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const place = address.trim() === "" ? null : { text: address.trim(), datum: "WGS84" };
      await api.POST("/api/residents/proposals", { body: { kind, text: text.trim(), place, website: "" } });
      onSent();
    } catch (wrong) {
      setError(wrong);
      setBusy(false);
    }
  };
  return (
    <Sheet title={t("ideas.new")} onClose={onClose}>
      <div className="l-row" role="group">
        {(["suggestion", "need"] as const).map((one) => (
          <Button key={one} pressed={kind === one} onClick={() => setKind(one)}>
            {t(`ideas.${one}`)}
          </Button>
        ))}
      </div>
      <Field label={t("ideas.text")}>{(props) => <textarea {...props} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />}</Field>
      <Field label={t("report.place")}>{(props) => <input {...props} value={address} maxLength={300} onChange={(event) => setAddress(event.target.value)} />}</Field>
      {error !== null && <Note kind="bad">{explain(error, language)}</Note>}
      <Button kind="main" busy={busy} disabled={text.trim().length < 4} onClick={() => void send()}>
        {t("ideas.send")}
      </Button>
    </Sheet>
  );
}
