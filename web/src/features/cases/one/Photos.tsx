import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useState } from "react";
import styles from "@/features/cases/one/one.module.css";
import type { Photo } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Tag } from "@/shared/parts/Tag";
import { exact } from "@/shared/time/format";

export function Photos({ photos }: { photos: Photo[] }) {
  const { t, code } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : photos[open];
  if (photos.length === 0) return null;
  const turn = (step: number): void => setOpen((index) => ((index ?? 0) + step + photos.length) % photos.length);
  return (
    <>
      <ul className={styles.photos} aria-label={t("case.photos")}>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <button
              type="button"
              aria-label={t("case.photo.open", { label: code("taken", photo.taken), at: exact(photo.added_at) })}
              onClick={() => setOpen(index)}
            >
              <img src={photo.thumb_url} alt="" loading="lazy" />
              <span>{code("taken", photo.taken)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Modal open={shown !== undefined} onCancel={() => setOpen(null)} footer={null} width={920} centered title={shown && <PhotoTitle photo={shown} />}>
        {shown !== undefined && (
          <div
            className={styles.lightbox}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") turn(1);
              if (event.key === "ArrowLeft") turn(-1);
            }}
          >
            <img src={shown.url} alt={code("taken", shown.taken)} />
            {photos.length > 1 && (
              <div className={styles.turns}>
                <Button icon={<LeftOutlined />} aria-label={t("case.photo.previous")} onClick={() => turn(-1)} autoFocus />
                <span>
                  {(open ?? 0) + 1} / {photos.length}
                </span>
                <Button icon={<RightOutlined />} aria-label={t("case.photo.next")} onClick={() => turn(1)} />
              </div>
            )}
          </div>
        )}
      </Modal>
    </>
  );
}

function PhotoTitle({ photo }: { photo: Photo }) {
  const { code } = useWords();
  return (
    <>
      <Tag tone="azurite">{code("taken", photo.taken)}</Tag> {exact(photo.added_at)}
    </>
  );
}
