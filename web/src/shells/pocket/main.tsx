import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLarge } from "@/features/pocket/large";
import { start } from "@/features/pocket/pocket";
import { paint } from "@/shared/design/tokens";
import "@/shared/design/global.css";
import "@/shared/light/light.css";
import { startLanguage } from "@/shared/light/lang";
import { Pocket } from "@/shells/pocket/Pocket";

paint(document.documentElement);
startLanguage();
startLarge();
void start();
// Only where the phone has them: inside the apps of some phones there are none, and nothing rests on them.
const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
if (workers !== undefined && isSecureContext && import.meta.env.PROD) void workers.register("/m-worker.js", { scope: "/m" }).catch(() => undefined);

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Pocket />
    </StrictMode>,
  );
}
