/** Photos as the phone keeps and sends them: what is burnt in, and small enough for a weak network. */
export const MOST_BYTES = 500_000;
const LONGEST = 1600;

/** The size a photo is drawn in: its longest side at most `longest` pixels. */
export function fit(width: number, height: number, longest = LONGEST): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function toBlob(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/jpeg", quality);
  });
}

/** Writes lines into the lower left corner, light on a dark band, so that no background hides them. */
export function burn(canvas: HTMLCanvasElement, lines: readonly string[]): void {
  const pen = canvas.getContext("2d");
  if (pen === null || lines.length === 0) return;
  const size = Math.max(14, Math.round(Math.min(canvas.width, canvas.height) / 26));
  const pad = Math.round(size * 0.6);
  const height = lines.length * size * 1.35 + pad * 2;
  pen.fillStyle = "rgb(0 0 0 / 55%)";
  pen.fillRect(0, canvas.height - height, canvas.width, height);
  pen.fillStyle = "#fff";
  pen.font = `${size}px sans-serif`;
  pen.textBaseline = "top";
  lines.forEach((line, index) => {
    pen.fillText(line, pad, canvas.height - height + pad + index * size * 1.35, canvas.width - pad * 2);
  });
}

/** JPEG of at most 500 kB: first less quality, then fewer pixels. */
export async function squeeze(canvas: HTMLCanvasElement): Promise<Blob> {
  let drawn = canvas;
  for (;;) {
    for (const quality of [0.82, 0.7, 0.55]) {
      const blob = await toBlob(drawn, quality);
      if (blob.size <= MOST_BYTES) return blob;
    }
    const smaller = document.createElement("canvas");
    Object.assign(smaller, fit(drawn.width, drawn.height, Math.max(drawn.width, drawn.height) * 0.75));
    smaller.getContext("2d")?.drawImage(drawn, 0, 0, smaller.width, smaller.height);
    drawn = smaller;
  }
}

/** Draws a frame of the camera, or a chosen photo, on a canvas of the right size. */
export function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fit(width, height));
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A chosen file as a picture, upright. Throws when it is none. */
export async function opened(file: File): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const canvas = draw(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return canvas;
}
