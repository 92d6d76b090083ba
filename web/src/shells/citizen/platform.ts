import { api, body } from "@/shared/api/client";
import type { Platform } from "@/shared/api/types";

export function platformQuery(): Promise<Platform> {
  return body(api.GET("/api/platform"));
}
