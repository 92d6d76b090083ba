import type { ReactNode } from "react";
import { pieces } from "@/features/search/hits";
import type { Hit } from "@/features/search/queries";
import styles from "@/features/search/search.module.css";
import { useWords } from "@/shared/i18n";
import { StateTag, Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** A text with what was found in it marked. */
function Marked({ text, marks }: { text: string; marks: unknown[][] | undefined }): ReactNode {
  return pieces(text, marks).map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text));
}

const said = (value: unknown): string => (typeof value === "string" ? value : "");

/** What was found, in two lines: what it is, and where or in which words. */
export function HitLine({ hit }: { hit: Hit }) {
  const { code } = useWords();
  const now = useNow();
  const [number, state, snippet, level] = [said(hit.more["number"]), said(hit.more["state"]), said(hit.more["snippet"]), said(hit.more["level"])];
  return (
    <>
      <span className={styles.first}>
        <b>
          <Marked text={hit.title} marks={hit.marks["title"]} />
        </b>
        {hit.kind === "case" && <StateTag state={state} />}
        {hit.kind === "event" && <Tag>{code("event_state", state)}</Tag>}
        {level !== "" && <Tag>{code("level", level)}</Tag>}
        <span className={styles.when}>
          {number !== "" && <Marked text={number} marks={hit.marks["number"]} />} {hit.at !== null && short(hit.at, now)}
        </span>
      </span>
      <span className={styles.second}>
        <Marked text={hit.text} marks={hit.marks["text"]} />
        {hit.text !== "" && snippet !== "" && " · "}
        <Marked text={snippet} marks={hit.marks["snippet"]} />
      </span>
    </>
  );
}
