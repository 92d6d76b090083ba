import { useQuery } from "@tanstack/react-query";
import { Alert, Divider } from "antd";
import { demoQuery, useEnterAs } from "@/features/demo/demo";
import styles from "@/features/demo/demo.module.css";
import { platformQuery } from "@/shared/api/platform";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** Who one can be in the made-up district: one click, on the machine it runs on. */
export function Identities({ onEntered }: { onEntered: () => void }) {
  const { t, pick } = useWords();
  const platform = useQuery(platformQuery).data;
  const demo = useQuery({ ...demoQuery, enabled: platform?.demo === true }).data;
  const enter = useEnterAs();
  if (demo === undefined || demo.identities.length === 0) return null;
  const go = (username: string, face: string): void =>
    enter.mutate(username, { onSuccess: () => (face === "/" ? onEntered() : window.location.assign(face)) });
  return (
    <section className={styles.identities} aria-labelledby="identities">
      <h2 id="identities">{t("demo.identities")}</h2>
      <div>
        {demo.identities.map((one) => {
          const [name, does] = pick(one.label_zh, one.label_en).split(/：|: /);
          return (
            <button key={one.username} type="button" disabled={enter.isPending} onClick={() => go(one.username, one.face)}>
              <b>{name}</b>
              {does !== undefined && <small>{does}</small>}
            </button>
          );
        })}
      </div>
      {enter.isError && <Alert type="error" title={explain(enter.error, t)} />}
      <Divider plain>{t("demo.orAccount")}</Divider>
    </section>
  );
}
