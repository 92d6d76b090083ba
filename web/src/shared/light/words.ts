import { Problem } from "@/shared/api/problem";
import type { Language } from "@/shared/time/format";

export const lightWords = {
  "light.loading": ["正在载入…", "Loading…"],
  "light.again": ["重试", "Try again"],
  "light.close": ["关闭", "Close"],
  "light.back": ["返回", "Back"],
  "light.cancel": ["取消", "Cancel"],
  "light.other": ["English", "中文"],
  "light.unreachable": ["网络不通，请检查网络后重试。", "No network. Check it and try again."],
  "light.failed": ["没有成功，请重试。", "That did not work. Try again."],
  "light.demo": ["演示数据", "Demo data"],
  "photo.take": ["拍照", "Take a photo"],
  "photo.shoot": ["拍摄", "Shoot"],
  "photo.file": ["无法使用摄像头，从相册选择", "No camera here: choose a photo"],
  "photo.fromFile": ["非现场拍摄（相册）", "Not taken on the spot (album)"],
  "photo.broken": ["这张照片无法读取，请换一张。", "This photo cannot be read: choose another."],
  "photo.opening": ["正在打开摄像头…", "Opening the camera…"],
  "photo.remove": ["删除照片 {{n}}", "Remove photo {{n}}"],
  "photo.alt": ["照片 {{n}}", "Photo {{n}}"],
  "photo.ghost": ["对齐处置前照片", "Align with the photo before"],
  "photo.noPlace": ["位置未知", "Place unknown"],
  "place.pick": ["在地图上标注", "Mark on the map"],
  "place.drag": ["拖动图钉到准确位置", "Drag the pin to the right place"],
  "place.here": ["用我的位置", "Use where I am"],
  "place.done": ["确定", "Done"],
  "place.failed": ["无法显示地图。", "The map cannot be shown."],
  "place.schematic": ["示意", "Schematic"],
  "place.denied": ["无法取得定位，请在地图上标注或写明地址。", "Your position is not available: mark it on the map or write the address."],
} as const;

/** A refusal in words: the server's own sentence, and ours where nobody answered. */
export function explain(error: unknown, language: Language): string {
  const side = language === "zh" ? 0 : 1;
  if (error instanceof Problem && error.status === 0) return lightWords["light.unreachable"][side];
  if (error instanceof Problem && error.detail !== "") return error.detail;
  return lightWords["light.failed"][side];
}
