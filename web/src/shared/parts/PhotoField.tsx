import { CloseOutlined, LoadingOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { api, body } from "@/shared/api/client";
import type { FileOut } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import styles from "@/shared/parts/photo.module.css";
import { explain } from "@/shared/parts/States";

async function upload(file: File): Promise<FileOut> {
  const form = new FormData();
  form.append("file", file);
  // The generated type of a binary part is a string; the form itself is what is sent.
  return body(api.POST("/api/files", { body: { file: "" }, bodySerializer: () => form }));
}

interface PhotoFieldProps {
  photos: FileOut[];
  onChange: (change: (photos: FileOut[]) => FileOut[]) => void;
}

/** Photos are sent as soon as they are chosen; the form then carries their ids. */
export function PhotoField({ photos, onChange }: PhotoFieldProps) {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const stored = await upload(file);
        onChange((known) => (known.some((photo) => photo.id === stored.id) ? known : [...known, stored]));
      }
    },
  });
  return (
    <div className={styles.field}>
      {photos.map((photo) => (
        <span key={photo.id} className={styles.thumb}>
          <img src={photo.thumb_url} alt="" />
          <button type="button" aria-label={t("photo.remove")} onClick={() => onChange((known) => known.filter((one) => one.id !== photo.id))}>
            <CloseOutlined />
          </button>
        </span>
      ))}
      <button type="button" className={styles.add} disabled={sending.isPending} onClick={() => picker.current?.click()}>
        {sending.isPending ? <LoadingOutlined /> : <PlusOutlined />}
        <span>{t("photo.add")}</span>
      </button>
      <input
        ref={picker}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        aria-label={t("photo.add")}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) sending.mutate(files);
        }}
      />
      {sending.isError && (
        <p className={styles.failed} role="alert">
          {t("photo.failed", { detail: explain(sending.error, t) })}
        </p>
      )}
    </div>
  );
}
