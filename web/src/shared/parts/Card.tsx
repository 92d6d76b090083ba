import type { ReactNode } from "react";
import styles from "@/shared/parts/card.module.css";

interface CardProps {
  title: string;
  aside?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

/** A titled section on the paper; `flush` lets its content reach the edges. */
export function Card({ title, aside, flush = false, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      <div className={flush ? undefined : styles.inner}>{children}</div>
    </section>
  );
}
