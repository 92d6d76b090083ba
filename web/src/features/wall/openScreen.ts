import { keepScreen, type Screen } from "@/features/wall/screen";
import { api, body } from "@/shared/api/client";

/** Opens a display by its code, and keeps what makes it go on by itself. */
export async function openScreen(code: string): Promise<Screen> {
  const screen = await body(api.POST("/api/screens/open", { body: { code } }));
  keepScreen(screen);
  return screen;
}
