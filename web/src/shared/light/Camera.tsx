import { useEffect, useRef, useState } from "react";
import { useLight } from "@/shared/light/lang";
import { Button, Note, Sheet } from "@/shared/light/parts";
import { burn, draw, opened, squeeze } from "@/shared/light/picture";
import { lightWords } from "@/shared/light/words";

interface CameraProps {
  title: string;
  /** The lines burnt in, made at the moment of the shot. */
  lines: () => readonly string[];
  /** A photo to lay over the picture, so that the same view is taken again. */
  ghost?: string | undefined;
  onPhoto: (photo: Blob, fromFile: boolean) => void;
  onClose: () => void;
}

type Eye = { state: "opening" } | { state: "open"; stream: MediaStream } | { state: "none" };

function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

/** Opens the camera at the back while the sheet is there; says when there is none. */
function useEye(): Eye {
  const [eye, setEye] = useState<Eye>({ state: "opening" });
  useEffect(() => {
    let wanted = true;
    let held: MediaStream | null = null;
    const open = async (): Promise<void> => {
      // Outside a secure context there is no such thing, whatever the types say.
      const devices = navigator.mediaDevices as MediaDevices | undefined;
      try {
        if (devices === undefined) throw new Error("no camera");
        const stream = await devices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } }, audio: false });
        held = stream;
        if (wanted) setEye({ state: "open", stream });
        else stop(stream);
      } catch {
        if (wanted) setEye({ state: "none" });
      }
    };
    void open();
    return () => {
      wanted = false;
      if (held !== null) stop(held);
    };
  }, []);
  return eye;
}

/** A photo taken now and here; where there is no camera, a file that says it is one. */
export function Camera({ title, lines, ghost, onPhoto, onClose }: CameraProps) {
  const { t } = useLight(lightWords);
  const eye = useEye();
  const video = useRef<HTMLVideoElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [ghosted, setGhosted] = useState(true);
  const stream = eye.state === "open" ? eye.stream : null;
  useEffect(() => {
    if (video.current === null || stream === null) return;
    video.current.srcObject = stream;
    void video.current.play().catch(() => undefined);
  }, [stream]);

  const finish = async (make: () => Promise<HTMLCanvasElement>, fromFile: boolean): Promise<void> => {
    setBusy(true);
    setWrong(false);
    try {
      const canvas = await make();
      burn(canvas, [...lines(), ...(fromFile ? [t("photo.fromFile")] : [])]);
      onPhoto(await squeeze(canvas), fromFile);
      onClose();
    } catch {
      setWrong(true);
      setBusy(false);
    }
  };
  const shoot = (): void => {
    const here = video.current;
    if (here === null || here.videoWidth === 0) return;
    void finish(() => Promise.resolve(draw(here, here.videoWidth, here.videoHeight)), false);
  };

  return (
    <Sheet title={title} onClose={onClose} full>
      {eye.state !== "none" && (
        <div className="l-camera">
          <video ref={video} muted playsInline aria-label={title} />
          {ghost !== undefined && ghosted && <img className="l-ghost" src={ghost} alt="" />}
        </div>
      )}
      {eye.state === "opening" && <p role="status">{t("photo.opening")}</p>}
      {wrong && <Note kind="bad">{t("photo.broken")}</Note>}
      {ghost !== undefined && eye.state === "open" && (
        <Button onClick={() => setGhosted(!ghosted)} pressed={ghosted}>
          {t("photo.ghost")}
        </Button>
      )}
      {eye.state !== "none" && (
        <Button kind="main" onClick={shoot} disabled={eye.state !== "open"} busy={busy}>
          {t("photo.shoot")}
        </Button>
      )}
      {eye.state === "none" && (
        <label className="l-button">
          {t("photo.file")}
          <input
            className="sr-only"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) void finish(() => opened(file), true);
            }}
          />
        </label>
      )}
    </Sheet>
  );
}
