import type { Item } from "@/features/pocket/queue";
import { pocketWords } from "@/features/pocket/words";
import { useLight } from "@/shared/light/lang";
import { Note } from "@/shared/light/parts";

/** Why the platform would not have it: how things stand there now, what it said, and what one can do. */
export function Refused({ item }: { item: Item }) {
  const { t, code } = useLight(pocketWords);
  if (item.refused === null) return null;
  const plain = (): string => {
    if (item.now !== undefined) return t("refused.moved", { state: code("state", item.now) });
    if (item.status === 409) return t("refused.conflict");
    return item.status === 403 || item.status === 404 ? t("refused.gone") : t("refused.wrong");
  };
  return (
    <Note kind="bad">
      <p className="l-strong">{plain()}</p>
      {item.refused !== "" && <p>{t("refused.said", { why: item.refused })}</p>}
      <p>{t("refused.next")}</p>
    </Note>
  );
}
