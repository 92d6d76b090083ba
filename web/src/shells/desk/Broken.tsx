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

export function Lost() {
  const { t } = useWords();
  return (
    <Nothing title={t("page.missing")}>
      <Link to="/cases">{t("page.home")}</Link>
    </Nothing>
  );
}
