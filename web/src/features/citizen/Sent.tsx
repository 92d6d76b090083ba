import { useState } from "react";
import { Calls } from "@/features/citizen/Ahead";
import { TellMe } from "@/features/citizen/TellMe";
import { citizenWords } from "@/features/citizen/words";
import type { components } from "@/shared/api/schema";
import { useLight } from "@/shared/light/lang";
import { Button } from "@/shared/light/parts";
import { go } from "@/shared/light/route";

export type SentReport = components["schemas"]["SentOut"];

/** It has arrived: the number, and the link that only the reporter has. */
export function Sent({ sent, onMore }: { sent: SentReport; onMore: () => void }) {
  const { t } = useLight(citizenWords);
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}${sent.link}`;
  const copy = async (): Promise<void> => {
    // Outside a secure context there is no clipboard: the link stands there to be marked by hand.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    await clipboard?.writeText(link).then(() => setCopied(true), () => undefined);
  };
  return (
    <div className="l-main">
      <Calls hints={sent.hints} />
      <section className="l-card" role="status">
        <h2>{t("sent.title")}</h2>
        <p>
          {t("sent.number")} <b>{sent.number}</b>
        </p>
        {sent.merged && <p>{t("sent.merged")}</p>}
        <p className="l-soft">{t("sent.link")}</p>
        <p className="l-link">{link}</p>
        <Button onClick={() => void copy()}>{t(copied ? "sent.copied" : "sent.copy")}</Button>
      </section>
      <TellMe token={sent.token} />
      <Button kind="main" onClick={() => go(sent.link)}>
        {t("sent.follow")}
      </Button>
      <Button onClick={onMore}>{t("sent.more")}</Button>
    </div>
  );
}
