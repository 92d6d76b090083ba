import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "@/shared/parts/page.module.css";

interface PageProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A page of the desk: its title, what stands beside it, and what it shows below. */
export function Page({ title, aside, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {aside}
      </header>
      {children}
    </div>
  );
}

export interface Part {
  code: string;
  label: string;
  show: () => ReactNode;
}

/** A page of several parts, of which the address names one; parts one may not see are not handed in. */
export function Parts({ title, parts }: { title: string; parts: readonly Part[] }) {
  const { tab } = useSearch({ strict: false });
  const here = parts.find((part) => part.code === tab) ?? parts[0];
  return (
    <Page title={title}>
      <nav className={styles.tabs} aria-label={title}>
        {parts.map((part) => (
          <Link key={part.code} to="." search={{ tab: part.code }} aria-current={part === here ? "page" : undefined}>
            {part.label}
          </Link>
        ))}
      </nav>
      {here?.show()}
    </Page>
  );
}

/** A line of filters above a list, with buttons at its end. */
export function Tools({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className={styles.tools}>
      {children}
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </div>
  );
}
