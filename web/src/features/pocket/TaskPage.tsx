import { useState } from "react";
import { Left, Picture, useImage } from "@/features/pocket/looks";
import { Orders } from "@/features/pocket/Orders";
import { put, usePocket } from "@/features/pocket/pocket";
import { foreseen, stepsFrom, type Verb } from "@/features/pocket/queue";
import { Refused } from "@/features/pocket/Refused";
import { StepSheet } from "@/features/pocket/StepSheet";
import { pocketWords } from "@/features/pocket/words";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import type { Case, Photo } from "@/shared/api/types";
import { useAsked } from "@/shared/light/asked";
import { wayTo } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import { Button, Empty, Failed, Loading, Note } from "@/shared/light/parts";
import { exact } from "@/shared/time/format";

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

async function find(name: string): Promise<Case> {
  let id = name;
  if (!ID.test(name)) {
    const page = await body(api.GET("/api/cases", { params: { query: { q: name, limit: 2 } } }));
    const found = page.items.find((row) => row.number === name) ?? page.items[0];
    if (found === undefined) throw new Problem(404, "not_found", "");
    id = found.id;
  }
  return body(api.GET("/api/cases/{case_id}", { params: { path: { case_id: id } } }));
}

/** One task by its number or id: from the phone at once, from the platform when it answers. */
export function TaskPage({ name }: { name: string }) {
  const { t } = useLight(pocketWords);
  const { copy } = usePocket();
  const kept = Object.values(copy?.details ?? {}).find((one) => one.id === name || one.number === name);
  const [asked, again] = useAsked(`${name} ${kept?.version ?? 0}`, () => find(name));
  const one = asked.state === "here" ? asked.value : kept;
  if (one !== undefined) return <Task one={one} />;
  if (asked.state !== "failed") return <Loading />;
  const status = asked.error instanceof Problem ? asked.error.status : 0;
  if (status === 404 || status === 422) return <Empty>{t("task.unknown")}</Empty>;
  if (status === 0) return <Empty>{t("task.missing")}</Empty>;
  return <Failed error={asked.error} again={again} />;
}

function Task({ one }: { one: Case }) {
  const { t, code } = useLight(pocketWords);
  const pocket = usePocket();
  const [doing, setDoing] = useState<Verb | null>(null);
  const state = foreseen(one.state, one.id, pocket.items);
  const steps = stepsFrom(state, pocket.session?.permissions ?? []);
  const before = one.photos.filter((photo) => photo.taken === "before");
  const after = one.photos.filter((photo) => photo.taken !== "before");
  const ghost = useImage(before[0]);
  const { lon, lat } = one.place;
  const where = one.place.text === "" ? one.jurisdiction.chain.join(" ") : one.place.text;
  const take = (verb: Verb): void => {
    if (verb !== "receive") setDoing(verb);
    else void put({ kind: "step", caseId: one.id, number: one.number, verb, text: null, passed: null });
  };
  return (
    <>
      <section className="l-card">
        <div className="l-row">
          <h2 className="l-grow">{one.matter.name}</h2>
          <span className="l-tag l-calm">{code("state", state)}</span>
        </div>
        <div className="l-row">
          {one.urgent && <span className="l-tag l-over">{t("tasks.urgent")}</span>}
          <Left due={one.due_at} start={one.filed_at} />
          <span className="l-soft">{one.number}</span>
        </div>
        <Waiting one={one} />
      </section>
      <Orders caseId={one.id} />
      <section className="l-card">
        <p>{where}</p>
        {lon !== null && lat !== null && (
          <a className="l-button" href={wayTo({ lon, lat }, where)} rel="noreferrer">
            {t("task.navigate")}
          </a>
        )}
      </section>
      <section className="l-card">
        <h2>{t("task.said")}</h2>
        <p>{one.description === "" ? one.title : one.description}</p>
        <Pictures photos={before} name={t("task.before")} />
        <Pictures photos={after} name={t("task.after")} />
      </section>
      <section className="l-card">
        <dl>
          <Line name={t("task.due")} value={one.due_at === null ? "—" : exact(one.due_at)} />
          <Line name={t("task.why")} value={one.deadline_reason} />
          <Line name={t("task.unit")} value={one.unit?.name ?? ""} />
          <Line name={t("task.from")} value={one.dispatch_reason} />
        </dl>
      </section>
      {steps.length > 0 && (
        <div className="l-actions">
          {steps.map((verb, index) => (
            <Button key={verb} kind={index === 0 ? "main" : "plain"} onClick={() => take(verb)}>
              {t(`step.${verb}`)}
            </Button>
          ))}
        </div>
      )}
      {doing !== null && <StepSheet one={one} verb={doing} ghost={ghost} onClose={() => setDoing(null)} />}
    </>
  );
}

/** What was done on the phone and has not arrived, or was refused. */
function Waiting({ one }: { one: Case }) {
  const { t } = useLight(pocketWords);
  const { items } = usePocket();
  const waits = items.filter((item) => item.work.kind === "step" && item.work.caseId === one.id);
  const refused = waits.find((item) => item.refused !== null);
  if (refused !== undefined) return <Refused item={refused} />;
  return waits.length > 0 ? <Note kind="warn">{t("step.kept")}</Note> : null;
}

function Pictures({ photos, name }: { photos: readonly Photo[]; name: string }) {
  if (photos.length === 0) return null;
  return (
    <>
      <p className="l-soft">{name}</p>
      <ul className="l-photos">
        {photos.map((photo) => (
          <Picture key={photo.id} photo={photo} name={name} />
        ))}
      </ul>
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  if (value === "") return null;
  return (
    <>
      <dt className="l-soft">{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
