import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { target } from "@/features/search/hits";
import { HitLine } from "@/features/search/HitLine";
import { searchQuery, type Group } from "@/features/search/queries";
import styles from "@/features/search/search.module.css";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { explain } from "@/shared/parts/States";

const FEW = 5;
const REST_MS = 180;

/** The value once it has rested a moment, so that not every key is a question. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), REST_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return rested;
}

/** The one search of the desk: type, walk by arrows, open by Enter; Enter without a choice shows everything. */
export function SearchBox() {
  const { t } = useWords();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const q = useRested(text.trim());
  const found = useQuery(searchQuery(q, FEW));
  const groups = q === "" ? [] : (found.data ?? []).filter((group) => group.hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);
  useKeys({ "/": () => field.current?.select() });

  const leave = (): void => {
    setOpen(false);
    setActive(-1);
    field.current?.blur();
  };
  const go = (href: string): void => {
    leave();
    void navigate({ href });
  };
  const onKey = (event: KeyboardEvent): void => {
    const chosen = hits[active];
    if (event.key === "ArrowDown") setActive((index) => Math.min(index + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setActive((index) => Math.max(index - 1, -1));
    else if (event.key === "Escape") leave();
    else if (event.key === "Enter" && text.trim() !== "") go(chosen !== undefined ? target(chosen) : `/search?q=${encodeURIComponent(text.trim())}`);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.box} role="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <SearchOutlined aria-hidden="true" />
      <input
        ref={field}
        type="search"
        role="combobox"
        autoComplete="off"
        maxLength={100}
        aria-label={t("search.label")}
        aria-expanded={open && q !== ""}
        aria-controls={list}
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        placeholder={t("search.hint")}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKey}
      />
      {text === "" && <kbd>/</kbd>}
      {open && q !== "" && (
        <div className={styles.panel} id={list} role="listbox" aria-label={t("search.label")} aria-busy={found.isFetching}>
          {found.isError && <p className={styles.note}>{explain(found.error, t)}</p>}
          {found.data !== undefined && hits.length === 0 && <p className={styles.note}>{t("search.none", { q })}</p>}
          <Groups groups={groups} list={list} active={active} onGo={go} />
          {hits.length > 0 && <p className={styles.foot}>{t("search.keys")}</p>}
        </div>
      )}
    </div>
  );
}

interface GroupsProps {
  groups: readonly Group[];
  list: string;
  active: number;
  onGo: (href: string) => void;
}

function Groups({ groups, list, active, onGo }: GroupsProps) {
  const { code } = useWords();
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.hits.length, 0));
  return groups.map((group, nth) => (
    <div key={group.kinds} role="group" aria-label={code("found", group.kinds)}>
      <p className={styles.kind} aria-hidden="true">
        {code("found", group.kinds)}
      </p>
      {group.hits.map((hit, index) => {
        const place = (starts[nth] ?? 0) + index;
        return (
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === active}
            className={styles.hit}
            // Before the field loses the focus and the panel goes.
            onMouseDown={(event) => {
              event.preventDefault();
              onGo(target(hit));
            }}
          >
            <HitLine hit={hit} />
          </div>
        );
      })}
    </div>
  ));
}
