import { DeleteOutlined, StarOutlined } from "@ant-design/icons";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Popover } from "antd";
import { useState } from "react";
import { readSearch, type CaseSearch } from "@/features/cases/filters";
import styles from "@/features/cases/list/list.module.css";
import { api, body, done } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

const viewsQuery = queryOptions({ queryKey: ["views"], queryFn: () => body(api.GET("/api/desk/views")), staleTime: 5 * 60_000 });

/** What of a search is worth keeping: filters, tab and order, not the page. */
export function kept(search: CaseSearch): Record<string, string | boolean> {
  const { after, ...rest } = search;
  return after === undefined ? rest : { ...rest };
}

/** One's own views of the list: kept under a name, opened by a click. */
export function SavedViews({ search, onSearch }: { search: CaseSearch; onSearch: (next: CaseSearch) => void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      content={
        <Views
          search={search}
          onOpen={(next) => {
            setOpen(false);
            onSearch(next);
          }}
        />
      }
    >
      <Button icon={<StarOutlined aria-hidden="true" />}>{t("views.title")}</Button>
    </Popover>
  );
}

function Views({ search, onOpen }: { search: CaseSearch; onOpen: (next: CaseSearch) => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const views = useQuery(viewsQuery);
  const [name, setName] = useState("");
  const fresh = (): Promise<void> => cache.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const keep = useMutation({
    mutationFn: () => body(api.PUT("/api/desk/views", { body: { page: "cases", name: name.trim(), search: kept(search) } })),
    onSuccess: () => {
      setName("");
      return fresh();
    },
  });
  const drop = useMutation({ mutationFn: (id: string) => done(api.DELETE("/api/desk/views/{view_id}", { params: { path: { view_id: id } } })), onSettled: fresh });
  const items = views.data?.items.filter((view) => view.page === "cases") ?? [];
  const nothing = Object.keys(kept(search)).length === 0;
  return (
    <div className={styles.views}>
      {items.length === 0 && <p className={styles.faint}>{t("views.none")}</p>}
      <ul>
        {items.map((view) => (
          <li key={view.id}>
            <Button type="link" onClick={() => onOpen(readSearch(view.search))}>
              {view.name}
            </Button>
            <Button type="text" size="small" aria-label={t("views.drop", { name: view.name })} icon={<DeleteOutlined aria-hidden="true" />} onClick={() => drop.mutate(view.id)} />
          </li>
        ))}
      </ul>
      <Input.Search
        aria-label={t("views.name")}
        placeholder={t("views.name")}
        maxLength={40}
        value={name}
        disabled={nothing}
        onChange={(event) => setName(event.target.value)}
        enterButton={t("views.keep")}
        loading={keep.isPending}
        onSearch={() => {
          if (name.trim() !== "") keep.mutate();
        }}
      />
      {keep.isError && <Alert type="error" title={explain(keep.error, t)} />}
    </div>
  );
}

