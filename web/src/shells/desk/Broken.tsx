import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useWords } from "@/shared/i18n";
import { explain, Nothing } from "@/shared/parts/States";

export function Broken({ error }: { error: unknown }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <Nothing title={t("error.render")}>
        <p>{explain(error, t)}</p>
        <Button onClick={() => window.location.reload()}>{t("error.reload")}</Button>
      </Nothing>
    </div>
  );
}

/** An account that no role has been given to. */
export function Idle() {
  const { t } = useWords();
  return (
    <Nothing title={t("home.none")}>
      <p>{t("home.noneHint")}</p>
    </Nothing>
  );
}

export function Lost() {
  const { t } = useWords();
  return (
    <Nothing title={t("page.missing")}>
      <Link to="/">{t("page.home")}</Link>
    </Nothing>
  );
}
