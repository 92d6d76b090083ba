import { useState } from "react";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import { useAsked } from "@/shared/light/asked";
import { shownFigure } from "@/shared/light/figure";
import { useLight } from "@/shared/light/lang";
import { Button, Empty, Shown } from "@/shared/light/parts";
import { exact } from "@/shared/time/format";
import { lightWords } from "@/shared/light/words";

/** The neighbourhood's open figures: street by street, and each street's neighbourhoods by a touch. */
export function FiguresPage() {
  const { t, pick } = useLight(citizenWords);
  const light = useLight(lightWords);
  const [within, setWithin] = useState<{ id: string; name: string } | null>(null);
  const [asked, again] = useAsked(within?.id ?? "", () => body(api.GET("/api/evaluation/open", { params: { query: within === null ? {} : { within: within.id } } })));
  return (
    <div className="l-main">
      <div className="l-row">
        <h2 className="l-grow">{within === null ? t("figures.lead") : within.name}</h2>
        {within !== null && <Button onClick={() => setWithin(null)}>{light.t("light.back")}</Button>}
      </div>
      <Shown asked={asked} again={again}>
        {(figures) => (
          <>
            <div className="l-figures">
              {figures.columns.slice(0, 3).map((column) => (
                <div key={column.code}>
                  <b>{shownFigure(figures.total.values[column.code], column.unit)}</b>
                  <span className="l-soft">{pick(column.label_zh, column.label_en)}</span>
                </div>
              ))}
            </div>
            {figures.rows.length === 0 ? (
              <Empty>{t("figures.none")}</Empty>
            ) : (
              <div className="l-scroll" tabIndex={0} role="region" aria-label={t("nav.figures")}>
                <table className="l-table">
                  <thead>
                    <tr>
                      <th scope="col">{t("figures.place")}</th>
                      {figures.columns.map((column) => (
                        <th key={column.code} scope="col">
                          {pick(column.label_zh, column.label_en)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {figures.rows.map((row) => {
                      const { id, name } = row;
                      return (
                        <tr key={id ?? name}>
                          <td>
                            {id === null || within !== null ? (
                              name
                            ) : (
                              <button type="button" className="l-name" onClick={() => setWithin({ id, name })}>
                                {name}
                              </button>
                            )}
                          </td>
                          {figures.columns.map((column) => (
                            <td key={column.code}>{shownFigure(row.values[column.code], column.unit)}</td>
                          ))}
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </div>
            )}
            <p className="l-soft">{t("figures.asOf", { at: exact(figures.as_of).slice(0, 16) })}</p>
          </>
        )}
      </Shown>
    </div>
  );
}
